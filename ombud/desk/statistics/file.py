"""One table as an Excel file."""

from datetime import date

from django.http import Http404, HttpResponse
from django.utils import translation

from ombud.core.dates import date_text
from ombud.core.report.tree import Block, Document, FigureBlock, Section, TableBlock
from ombud.desk.files import as_download
from ombud.desk.request import DeskRequest
from ombud.desk.statistics.period import choose
from ombud.reporting.statistics import Statistics, statistics_for
from ombud.writers import WRITERS


def file(request: DeskRequest, name: str) -> HttpResponse:
    """The workbook says the same reservations as the page. 404 where there is no such table."""
    chosen, _ = choose(request.GET, today=date.today())
    found = statistics_for(chosen.first, chosen.last, translation)
    if name not in found.tables:
        raise Http404
    content = WRITERS["xlsx"](_document(found, name), words=translation)
    return as_download(content, "xlsx", f"{name}-{chosen.first:%Y-%m-%d}-{chosen.last:%Y-%m-%d}.xlsx")


def _document(found: Statistics, name: str) -> Document:
    table = found.tables[name]
    language = translation.get_language() or "da"
    figures = [f for f in found.figures.values() if f.table.name == name and not f.sentence]
    blocks: tuple[Block, ...] = (
        TableBlock(1, "table-1", table),
        *(FigureBlock(place, f"figure-{place}", figure) for place, figure in enumerate(figures, 1)),
    )
    return Document(
        title=table.caption,
        subtitle=translation.gettext("From the statistics page, not protected against recognition"),
        language=language,
        municipality=found.municipality,
        author="",
        place="",
        dated=date_text(date.today(), language),
        period_from=found.period.first,
        period_to=found.period.last,
        sections=(Section("section-1", "", table.caption, blocks),),
        caveats=found.caveats,
    )
