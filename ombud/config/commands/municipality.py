"""`ombud municipality load FILE`: one's own municipality from a profile, a copied and changed file."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands.installation import make_ready
from ombud.config.commands.refusals import Refused

LARGEST_PROFILE = 5_000_000


def add(commands: Any) -> None:
    parser = commands.add("municipality", run, _("load a municipality from a profile of your own"))
    parser.add_argument("what", choices=("load",), help=_("what to do"))
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a profile like those shipped with the program"))


def run(options: Namespace) -> None:
    if not options.file.is_file():
        raise Refused(_("There is no file %(file)s.") % {"file": options.file})
    if options.file.stat().st_size > LARGEST_PROFILE:
        raise Refused(_("%(file)s is too large for a profile.") % {"file": options.file})
    from ombud.offices.queries.profiles import read_profile
    from ombud.reporting.actions.municipalities import make_municipality

    profile = read_profile(options.file)
    make_ready()
    made = make_municipality(data=profile, by=None)
    print(_("%(municipality)s is loaded with the code %(code)s.") % {"municipality": made.name, "code": made.code})
