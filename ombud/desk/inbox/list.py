"""What waits in the inbox, and what was set aside."""

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.request import DeskRequest
from ombud.intake.actions.inbox import read_inbox
from ombud.intake.models import InboxItem


def index(request: DeskRequest) -> HttpResponse:
    """The oldest first; the reading is logged."""
    aside = request.GET.get("only") == "aside"
    found = read_inbox(municipality=request.municipality, keys=request.keys, by=request.user, set_aside=aside)
    rows = [(item, InboxItem.Channel(item.channel).label) for item in found]
    return render(request, "inbox/list.html", {"rows": rows, "aside": aside})
