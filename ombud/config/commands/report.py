"""`ombud report`: a period's report as web page, PDF, Word and Excel. All four files are written, or none."""

import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality, add_period
from ombud.config.commands.office import office
from ombud.config.commands.period import period_of
from ombud.config.commands.refusals import Refused

if TYPE_CHECKING:
    from ombud.core.report.tree import Document
    from ombud.offices.models import Municipality


def add(commands: Any) -> None:
    parser = commands.add("report", run, _("write a period's report as web page, PDF, Word and Excel"))
    add_municipality(parser)
    add_period(parser)
    parser.add_argument("--out", required=True, type=Path, metavar=_("FOLDER"), help=_("where to put the four files"))


def run(options: Namespace) -> None:
    first, last = period_of(options)
    if options.out.exists() and not options.out.is_dir():
        raise Refused(_("%(folder)s is not a folder.") % {"folder": options.out})
    with office(options.municipality) as municipality:
        for path in write_report(municipality, first, last, options.out, options.language or "da"):
            print(path)


def write_report(municipality: "Municipality", first: date, last: date, folder: Path, language: str) -> list[Path]:
    """The four files of the draft on this period, or of the municipality's outline where there is no draft."""
    from ombud.reporting import drafts

    document = _document(municipality, first, last, language)
    files = drafts.write_files(document, translation)
    return put_files(folder, {f"{drafts.FILE_NAME}.{name}": content for name, content in files.items()})


def _document(municipality: "Municipality", first: date, last: date, language: str) -> "Document":
    from ombud.reporting import drafts
    from ombud.reporting.models import Report
    from ombud.reporting.queries.outlines import starting_outline
    from ombud.reporting.statistics import statistics_for

    known = Report.objects.filter(period__starts_on=first, period__ends_on=last, language=language)
    report: Report | None = known.order_by("-pk").first()
    with drafts.in_language(language):
        if report is not None:
            page, outline = drafts.title_page(report), drafts.outline(report)
        else:
            page, outline = _new_page(municipality, first, last, language), starting_outline(language, translation)
        document, problems = drafts.render_draft(page, outline, statistics_for(first, last, translation), translation)
    titles = {section.key: section.title for section in outline}
    for problem in problems:
        print(f"{titles.get(problem.section, '')}: {problem.message}".lstrip(": "), file=sys.stderr)
    return document


def _new_page(municipality: "Municipality", first: date, last: date, language: str) -> Any:
    from ombud.offices.models import ReportingPeriod
    from ombud.reporting.actions.reports import title_page_for
    from ombud.reporting.drafts import TitlePage

    period = ReportingPeriod(starts_on=first, ends_on=last)
    return TitlePage(
        language=language,
        municipality=municipality.name,
        dated="",
        legal_basis=municipality.legal_basis,
        **title_page_for(period, municipality, language),
    )


def put_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all files beside their places first, then move them there: a full disk leaves nothing half-written."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".ombud-") as beside:
        for name, content in files.items():
            (Path(beside) / name).write_bytes(content)
        for name in files:
            os.replace(Path(beside) / name, folder / name)
    return [folder / name for name in files]
