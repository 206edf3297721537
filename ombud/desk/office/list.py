"""A list of the set-up: departments, channels, periods and so on."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombud.casework.queries.register_conditions import primary_key
from ombud.desk.office.rows import listing_of, noun_of


def show(request: HttpRequest, noun: str) -> HttpResponse:
    """All rows; ``?under=`` narrows to what is part of one mandate or one version of the themes."""
    chosen = noun_of(noun)
    under = request.GET.get("under", "")
    listing = listing_of(chosen, primary_key(under) if under else None, date.today())
    return render(request, "office/list.html", {"noun": chosen, "listing": listing})
