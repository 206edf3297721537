"""`ombud migrate`: brings the databases up to this version of the program."""

from argparse import Namespace
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands import installation


def add(commands: Any) -> None:
    parser = commands.add("migrate", run, _("bring the database up to this version of the program"))
    parser.add_argument(
        "--new-key-store", action="store_true", help=_("make an empty key store in place of one that is lost for good")
    )


def run(options: Namespace) -> None:
    installation.migrate(new_key_store=options.new_key_store)
    print(_("The database is up to date."))
