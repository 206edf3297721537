"""`ombud migrate`: brings the database up to this version of the program."""

from argparse import Namespace
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands import installation


def add(commands: Any) -> None:
    commands.add("migrate", run, _("bring the database up to this version of the program"))


def run(options: Namespace) -> None:
    installation.migrate()
    print(_("The database is up to date."))
