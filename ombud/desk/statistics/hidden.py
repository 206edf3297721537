"""A table as the report will print it: what is hidden, and for each hidden number why (R138)."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ombud.core.statistics.table import Row
from ombud.desk.request import DeskRequest
from ombud.desk.statistics.period import Chosen, choose
from ombud.desk.statistics.shown import show
from ombud.reporting.queries.outlines import starting_outline
from ombud.reporting.releases.making import release_of_draft
from ombud.reporting.releases.released import Released
from ombud.reporting.releases.rules import Rule
from ombud.reporting.statistics import statistics_for
from ombud.reporting.verdict.holes import by_row, key_named, name_of
from ombud.reporting.verdict.why import why_hidden


@require_safe
def hidden(request: DeskRequest, name: str) -> HttpResponse:
    """By the office's rules of today, in a report with the municipality's own outline, beside all it has published."""
    chosen, dates = choose(request.GET, today=date.today())
    released = _released(chosen)
    is_printed = name in released.statistics.tables
    wanted = (released.statistics if is_printed else released.true).tables.get(name)
    if wanted is None:
        raise Http404
    code, found = request.municipality.code, by_row(released, name) if is_printed else {}

    def why(row: Row | None, column: int) -> str:
        key = found.get((row, column))
        return f"{reverse('statistics-why', args=[code, name, name_of(key)])}?{chosen.query}" if key else ""

    context = {
        "chosen": chosen,
        "dates": dates,
        "name": name,
        "number": len(set(found.values())),
        "said": "" if found else _why_nothing_is_hidden(is_printed, released.rules.get(wanted.kind)),
        "shown": show(wanted, code=code, first=chosen.first, last=chosen.last, why=why),
    }
    return render(request, "statistics/hidden.html", context)


@require_safe
def why(request: DeskRequest, name: str, cell: str) -> HttpResponse:
    """Why one number is hidden. 404 for what is not hidden now."""
    chosen, _form = choose(request.GET, today=date.today())
    released = _released(chosen)
    wanted = released.statistics.tables.get(name)
    key = key_named(released, cell)
    if wanted is None or key is None:
        raise Http404
    found = why_hidden(released, key, translation)
    return render(request, "statistics/why.html", {"chosen": chosen, "table": wanted, "why": found})


def _why_nothing_is_hidden(is_printed: bool, rule: Rule | None) -> str:
    if not is_printed:
        return _("This table is not part of the municipality's outline, so nothing of it is printed or hidden.")
    if rule is None or not rule.is_protected:
        return _("Small numbers are printed as they are. The office has decided so.")
    if rule.rounding:
        return _("Every number is rounded to %(base)d, and all sums still hold.") % {"base": rule.rounding}
    return _("No number of this table is hidden.")


def _released(chosen: Chosen) -> Released:
    counted = statistics_for(chosen.first, chosen.last, translation)
    return release_of_draft(counted, starting_outline(translation.get_language() or "da", translation), translation)
