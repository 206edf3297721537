"""The draft: outline left, one section right as it will be printed, and what must be looked at."""

from collections import Counter
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.safestring import mark_safe

from ombud.core.report.tree import Document, Section
from ombud.desk.request import DeskRequest
from ombud.reporting.asking import still_open
from ombud.reporting.drafts import in_language, render_opened
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import OpenedSection, open_explanations, open_report, open_sections
from ombud.writers.html.fragment import write_section


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
    document, problems = render_opened(opened, sections, translation, open_explanations(report, request.keys))
    problems = tuple(still_open(report, problems))
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
        "preview": _preview(document, printed.get(section.key) if section else None),
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
    """The printed sections by their key: both stand in reading order."""
    rows = [row.key for row in sections if row.included]
    return dict(zip(rows, _flat(document.sections), strict=True))


def _flat(sections: tuple[Section, ...]) -> list[Section]:
    """Sections in reading order, without the sub-headings inside a text."""
    found: list[Section] = []
    for section in sections:
        if "-part-" not in section.anchor:
            found += [section, *_flat(section.sections)]
    return found


def _preview(document: Document, section: Section | None) -> str:
    if section is None:
        return ""
    with in_language(document.language):
        # The writer escapes every text; it is the very template of the published page.
        return mark_safe(write_section(document, section, words=translation))
