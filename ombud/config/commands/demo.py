"""`ombud demo`: an installation to look around in. Made once; a second call only writes the files again."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands import serve
from ombud.config.commands.account import make_adviser, new_password
from ombud.config.commands.example_cases import open_examples
from ombud.config.commands.example_keys import SHEET, set_up
from ombud.config.commands.installation import migrate
from ombud.config.commands.office import office
from ombud.config.commands.report import write_report
from ombud.config.commands.secret_files import kept

EMAIL = "eksempel@ombud.example"
NAME = "Asta Eksempel"
EXAMPLE = "0165"
OTHERS = ("0183", "0860")
FIRST, LAST = date(2024, 4, 1), date(2025, 3, 31)


def add(commands: Any) -> None:
    parser = commands.add("demo", run, _("make the example installation, write its report and serve the pages"))
    parser.add_argument("--out", type=Path, default=Path("out"), metavar=_("FOLDER"), help=_("where to put the report"))
    parser.add_argument("--no-serve", action="store_true", help=_("stop when the installation is made"))
    serve.add_address(parser)


def run(options: Namespace) -> None:
    from ombud.reporting.actions.sealing import seal_drafts

    migrate()
    password = kept("demo-password", new_password)
    adviser = _make_installation(password)
    with office(EXAMPLE) as municipality:
        keys, passphrase = set_up(municipality, adviser, options.out)
        seal_drafts(municipality=municipality, keys=keys, by=adviser)
        written = write_report(municipality, FIRST, LAST, options.out, options.language or "da", keys)
        open_examples(keys, adviser)
    print(_("The annual report of the example municipality:"))
    for path in written:
        print(f"  {path}")
    print(_("Recovery kit: %(path)s") % {"path": options.out / SHEET})
    print(_("Log-in: %(email)s") % {"email": EMAIL})
    print(_("Password: %(password)s") % {"password": password})
    print(_("Passphrase: %(passphrase)s") % {"passphrase": passphrase})
    if not options.no_serve:
        serve.run(options)


def _make_installation(password: str) -> Any:
    """The three municipalities, the example register and an adviser of all; gives the adviser."""
    from django.db import transaction

    from ombud.reporting.actions.examples import load_example

    with office(EXAMPLE) as municipality:
        load_example(municipality=municipality, by=None)
        _make_report(municipality)
    with transaction.atomic():
        for code in (EXAMPLE, *OTHERS):
            with office(code) as municipality:
                adviser = make_adviser(email=EMAIL, name=NAME, password=password, municipality=municipality)
    return adviser


def _make_report(municipality: Any) -> None:
    from ombud.offices.models import ReportingPeriod
    from ombud.reporting.actions.reports import make_report
    from ombud.reporting.models import Report

    period = ReportingPeriod.objects.filter(starts_on=FIRST, ends_on=LAST).first()
    if period is not None and not Report.objects.filter(period=period).exists():
        make_report(period=period, by=None)
