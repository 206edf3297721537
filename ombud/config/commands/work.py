"""`ombud work`: does the long work that pages leave behind, until it is stopped."""

from argparse import Namespace
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands.database_roles import refuse_a_role_above_the_policies
from ombud.config.commands.installation import make_ready
from ombud.config.commands.mending import mend


def add(commands: Any) -> None:
    commands.add("work", run, _("do the long work that pages leave behind"))


def run(options: Namespace) -> None:
    from ombud.jobs.worker import work

    make_ready()
    refuse_a_role_above_the_policies()
    work(hourly=[mend])
