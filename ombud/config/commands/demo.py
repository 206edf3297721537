"""`ombud demo`: an installation to look around in. Made once; a second call only writes the files again."""

import os
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ombud.config.commands import serve
from ombud.config.commands.account import make_adviser, new_password
from ombud.config.commands.installation import migrate
from ombud.config.commands.office import office
from ombud.config.commands.report import write_report

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
    migrate()
    password = _make_installation()
    with office(EXAMPLE) as municipality:
        written = write_report(municipality, FIRST, LAST, options.out, options.language or "da")
    print(_("The annual report of the example municipality:"))
    for path in written:
        print(f"  {path}")
    print(_("Log-in: %(email)s") % {"email": EMAIL})
    print(_("Password: %(password)s") % {"password": password})
    if not options.no_serve:
        serve.run(options)


def _make_installation() -> str:
    """The three municipalities, the example register and an adviser of all; gives the adviser's password."""
    from django.db import transaction

    from ombud.reporting.actions.examples import load_example

    with office(EXAMPLE) as municipality:
        load_example(municipality=municipality, by=None)
        _make_report(municipality)
    password = _kept_password()
    with transaction.atomic():
        for code in (EXAMPLE, *OTHERS):
            with office(code) as municipality:
                make_adviser(email=EMAIL, name=NAME, password=password, municipality=municipality)
    return password


def _kept_password() -> str:
    """Made at the first call and kept beside the example's data, readable by its owner only."""
    from django.conf import settings

    path = settings.OMBUD_HOME / "demo-password"
    if not path.exists():
        with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(new_password())
    return str(path.read_text())


def _make_report(municipality: Any) -> None:
    from ombud.offices.models import ReportingPeriod
    from ombud.reporting.actions.reports import make_report
    from ombud.reporting.models import Report

    period = ReportingPeriod.objects.filter(starts_on=FIRST, ends_on=LAST).first()
    if period is not None and not Report.objects.filter(period=period).exists():
        make_report(period=period, by=None)
