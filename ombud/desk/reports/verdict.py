"""Can the numbers stand alone? The whole verdict of a draft, with every number that is hidden and why."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.http import require_safe

from ombud.core.report.problem import Problem
from ombud.core.statistics.table import Table
from ombud.desk.identities import known_to
from ombud.desk.reports.answer import asked_and_answered
from ombud.desk.request import DeskRequest
from ombud.reporting.asking import Asked
from ombud.reporting.drafts import make_opened, outline
from ombud.reporting.identities.check import named_in_texts
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import open_explanations, open_report, open_sections
from ombud.reporting.releases.released import Released
from ombud.reporting.verdict.holes import holes, key_named, name_of
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
    """Counted anew each time it is asked for, and the texts searched for everybody the cases know."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    opened, sections = open_report(report, request.keys), open_sections(report, request.keys)
    explanations = open_explanations(report, request.keys)
    made = make_opened(opened, sections, translation, explanations)
    named = named_in_texts(made.document, outline(sections), known_to(request), translation, explanations)
    titles = {one.key: one.title for one in sections}
    problems, answered = asked_and_answered(report, (*made.problems, *named), titles)
    found = judge(made.released, problems, translation, has_checked_names=True)
    parts = [
        ShownPart(part, tuple(ShownProblem(one, titles.get(one.section, "")) for one in part.problems))
        for part in found.parts
    ]
    tables = (_hidden(table, made.released) for table in made.released.statistics.tables.values())
    hidden = [one for one in tables if one.numbers]
    context = {"report": opened, "verdict": found, "parts": parts, "hidden": hidden}
    small = [made.released.release.system.cells[key] for key in made.released.small_shown]
    context |= {"answered": answered, "page": "verdict", "small": small}
    return render(request, "reports/verdict.html", context)


@require_safe
def why(request: DeskRequest, pk: int, cell: str) -> HttpResponse:
    """Why one number is hidden. 404 for what is not hidden in the draft as it is now."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    opened, sections = open_report(report, request.keys), open_sections(report, request.keys)
    made = make_opened(opened, sections, translation, open_explanations(report, request.keys))
    key = key_named(made.released, cell)
    if key is None:
        raise Http404
    context = {"report": opened, "why": why_hidden(made.released, key, translation)}
    return render(request, "reports/why.html", context)


def _hidden(table: Table, released: Released) -> HiddenTable:
    """The hidden numbers of a table in the order of reading, each once."""
    keys = dict.fromkeys(holes(released, table.name).values())
    cells = released.release.system.cells
    return HiddenTable(table.caption, tuple(HiddenNumber(cells[key].label, name_of(key)) for key in keys))
