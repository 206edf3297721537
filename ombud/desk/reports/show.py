"""The draft: outline left, one section right as it will be printed, and what must be looked at."""

from collections import Counter
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import mark_safe

from ombud.core.report.tree import Document, Section
from ombud.core.statistics.table import Row
from ombud.desk.request import DeskRequest
from ombud.reporting.asking import still_open
from ombud.reporting.drafts import Made, in_language, make_opened
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import OpenedSection, open_explanations, open_report, open_sections
from ombud.reporting.releases.released import Released
from ombud.reporting.verdict.annex import ANCHOR
from ombud.reporting.verdict.holes import by_row, name_of
from ombud.writers.html.fragment import Why, write_section


@dataclass(frozen=True)
class OutlineLine:
    """A section with its number and how many places in it must be looked at."""

    section: OpenedSection
    number: str
    problems: int


def show(request: DeskRequest, pk: int) -> HttpResponse:
    """404 for a section that the report does not have."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    opened, sections = open_report(report, request.keys), open_sections(report, request.keys)
    made = make_opened(opened, sections, translation, open_explanations(report, request.keys))
    document, problems = made.document, tuple(still_open(report, made.problems))
    printed = _by_key(document, sections)
    count = Counter(problem.section for problem in problems)
    lines = [
        OutlineLine(row, printed[row.key].number if row.key in printed else "", count[row.key]) for row in sections
    ]
    section = _chosen(lines, request.GET.get("section", ""))
    context = {
        "report": opened,
        "outline": lines,
        "section": section,
        "number": printed[section.key].number if section and section.key in printed else "",
        "preview": _preview(made, printed.get(section.key) if section else None, request.municipality.code, pk),
        "problems": [one for one in problems if section and one.section == section.key],
        "stopping": [one for one in problems if one.stops_publication],
        "caveats": document.caveats,
        "editions": report.editions.all(),
    }
    return render(request, "reports/show.html", context)


def _chosen(lines: list[OutlineLine], key: str) -> OpenedSection | None:
    if not key:
        return next((line.section for line in lines if line.section.included), None)
    found = next((line.section for line in lines if line.section.key == key), None)
    if found is None:
        raise Http404
    return found


def _by_key(document: Document, sections: list[OpenedSection]) -> dict[str, Section]:
    """The printed sections by their key: both stand in reading order. The annex is nobody's text."""
    rows = [row.key for row in sections if row.included]
    printed = tuple(one for one in document.sections if one.anchor != ANCHOR)
    return dict(zip(rows, _flat(printed), strict=True))


def _flat(sections: tuple[Section, ...]) -> list[Section]:
    """Sections in reading order, without the sub-headings inside a text."""
    found: list[Section] = []
    for section in sections:
        if "-part-" not in section.anchor:
            found += [section, *_flat(section.sections)]
    return found


def _preview(made: Made, section: Section | None, code: str, pk: int) -> str:
    if section is None:
        return ""
    with in_language(made.document.language):
        # The writer escapes every text; it is the very template of the published page.
        return mark_safe(write_section(made.document, section, words=translation, why=_why(made.released, code, pk)))


def _why(released: Released, code: str, pk: int) -> Why:
    """Each hidden number leads to the reason."""
    known = {table: by_row(released, table) for table in released.statistics.tables}

    def address(table: str, row: Row | None, column: int) -> str:
        key = known.get(table, {}).get((row, column))
        return reverse("reports-why", args=[code, pk, name_of(key)]) if key else ""

    return address
