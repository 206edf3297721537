"""All tables and figures of a period."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation

from ombud.desk.request import DeskRequest
from ombud.desk.statistics.drawings import draw
from ombud.desk.statistics.period import choose
from ombud.desk.statistics.shown import show
from ombud.offices.models import ReportingPeriod
from ombud.offices.queries.mandates import words_on
from ombud.reporting.statistics import statistics_for
from ombud.writers.basis import difference_text


def index(request: DeskRequest) -> HttpResponse:
    """The figures first, then the tables by name, for the days in the address."""
    chosen, dates = choose(request.GET, today=date.today())
    found = statistics_for(chosen.first, chosen.last, translation)
    municipality = request.municipality
    headline = found.tables.get("headline")
    context = {
        "chosen": chosen,
        "dates": dates,
        "periods": ReportingPeriod.objects.all(),
        "found": found,
        "words": words_on(chosen.last),
        "headline": headline and show(headline, code=municipality.code, first=chosen.first, last=chosen.last),
        "differences": [
            difference_text(one, translation.get_language() or "da", translation) for one in found.differences
        ],
        "drawings": [draw(figure) for figure in found.figures.values() if figure.table.basis.base_count],
        "tables": [table for table in found.tables.values() if table.name != "headline"],
    }
    return render(request, "statistics/index.html", context)
