"""The first page after log-in: the overview of a municipality, or the way to the first one."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from ombud.offices.queries.memberships import municipalities_of


def home(request: HttpRequest) -> HttpResponse:
    """One municipality or several: the first by name; the switch in the frame leads to the others."""
    first = municipalities_of(request.user, on=date.today()).first()  # type: ignore[arg-type]
    if first is not None:
        return redirect("overview", first.code)
    try:
        return redirect(reverse("welcome"))
    except NoReverseMatch:
        return render(request, "errors/no_municipality.html")
