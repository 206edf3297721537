"""Can the numbers stand alone? The whole verdict of a draft, with every number that is hidden and why."""

from dataclasses import dataclass
from hashlib import sha256

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.http import require_safe

from ombud.core.report.problem import Problem
from ombud.core.statistics.table import HIDDEN, TOTAL_ROW, Table
from ombud.desk.reports.answer import asked_and_answered
from ombud.desk.request import DeskRequest
from ombud.reporting.asking import Asked
from ombud.reporting.drafts import Made, in_language, make_opened
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import OpenedReport, open_explanations, open_report, open_sections
from ombud.reporting.releases.released import Released
from ombud.reporting.verdict.verdict import Part, judge
from ombud.reporting.verdict.why import why_hidden


@dataclass(frozen=True)
class ShownProblem:
    problem: Problem
    title: str

    @property
    def question(self) -> Asked | None:
        return self.problem if isinstance(self.problem, Asked) else None


@dataclass(frozen=True)
class ShownPart:
    part: Part
    problems: tuple[ShownProblem, ...]


@dataclass(frozen=True)
class HiddenNumber:
    """``cell`` is its name in the address of the page that says why."""

    label: str
    cell: str


@dataclass(frozen=True)
class HiddenTable:
    caption: str
    numbers: tuple[HiddenNumber, ...]


@require_safe
def verdict(request: DeskRequest, pk: int) -> HttpResponse:
    """Counted anew each time it is asked for."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    opened, made = _made(request, report)
    titles = {one.key: one.title for one in open_sections(report, request.keys)}
    problems, answered = asked_and_answered(report, made.problems, titles)
    with in_language(translation.get_language() or "da"):
        found = judge(made.released, problems, translation, has_checked_names=False)
    parts = [
        ShownPart(part, tuple(ShownProblem(one, titles.get(one.section, "")) for one in part.problems))
        for part in found.parts
    ]
    tables = (_hidden(table, made.released) for table in made.released.statistics.tables.values())
    hidden = [one for one in tables if one.numbers]
    context = {"report": opened, "verdict": found, "parts": parts, "hidden": hidden}
    context |= {"answered": answered, "page": "verdict"}
    return render(request, "reports/verdict.html", context)


@require_safe
def why(request: DeskRequest, pk: int, cell: str) -> HttpResponse:
    """Why one number is hidden. 404 for what is not hidden in the draft as it is now."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    opened, made = _made(request, report)
    key = next((one for one in made.released.hidden if name_of(one) == cell), None)
    if key is None or key not in made.released.release.system.cells:
        raise Http404
    context = {"report": opened, "why": why_hidden(made.released, key, translation)}
    return render(request, "reports/why.html", context)


def name_of(key: str) -> str:
    """A short name for the key of a cell."""
    return sha256(key.encode()).hexdigest()[:16]


def _made(request: DeskRequest, report: Report) -> tuple[OpenedReport, Made]:
    opened, sections = open_report(report, request.keys), open_sections(report, request.keys)
    return opened, make_opened(opened, sections, translation, open_explanations(report, request.keys))


def _hidden(table: Table, released: Released) -> HiddenTable:
    """The hidden numbers of a table in the order of reading."""
    found: dict[str, str] = {}
    for (at, column), keys in released.release.places.get(table.name, {}).items():
        if TOTAL_ROW <= at < len(table.rows) and column < len(table.columns):
            cells = table.total if at == TOTAL_ROW else table.rows[at].cells
            if cells and cells[column] is HIDDEN:
                for key in keys:
                    if key in released.hidden:
                        found.setdefault(key, released.release.system.cells[key].label)
    return HiddenTable(table.caption, tuple(HiddenNumber(label, name_of(key)) for key, label in found.items()))
