"""How to begin: with the example, with a municipality that is shipped, or with one's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombud.offices.actions.memberships import why_not_begin
from ombud.offices.models import Municipality
from ombud.offices.queries.profiles import shipped_codes


def show(request: HttpRequest) -> HttpResponse:
    """The three ways. A municipality that is already there is not offered: its own people let others in."""
    there = set(Municipality.objects.values_list("code", flat=True))
    offered = [(code, name) for code, name in shipped_codes() if code not in there]
    why_not = why_not_begin(request.user)  # type: ignore[arg-type]
    context = {"offered": offered, "example": "0165" not in there, "why_not": why_not}
    return render(request, "welcome/start.html", context)
