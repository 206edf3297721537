"""What a person logs in with the first time, shown once to whoever hands it over."""

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.request import DeskRequest
from ombud.identity.letters import hours_of_link
from ombud.offices.models import Membership


def handed(request: DeskRequest, membership: Membership, path: str) -> HttpResponse:
    """The link with which the person chooses a password. It stands on this answer only and in no session or log."""
    context = {"row": membership, "link": request.build_absolute_uri(path), "hours": hours_of_link()}
    return render(request, "members/handed.html", context)
