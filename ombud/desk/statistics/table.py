"""One table with the figures drawn from it; every number opens the registrations behind it."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import translation

from ombud.desk.request import DeskRequest
from ombud.desk.statistics.drawings import draw
from ombud.desk.statistics.period import choose
from ombud.desk.statistics.shown import show
from ombud.offices.models import ReportingPeriod
from ombud.offices.queries.mandates import words_on
from ombud.reporting.statistics import statistics_for


def table(request: DeskRequest, name: str) -> HttpResponse:
    """404 where the municipality has no table of that name."""
    chosen, dates = choose(request.GET, today=date.today())
    found = statistics_for(chosen.first, chosen.last, translation)
    wanted = found.tables.get(name)
    if wanted is None:
        raise Http404
    municipality = request.municipality
    context = {
        "chosen": chosen,
        "dates": dates,
        "periods": ReportingPeriod.objects.all(),
        "found": found,
        "words": words_on(chosen.last),
        "shown": show(wanted, code=municipality.code, first=chosen.first, last=chosen.last),
        "drawings": [draw(f) for f in found.figures.values() if f.table.name == name and f.table.basis.base_count],
    }
    return render(request, "statistics/table.html", context)
