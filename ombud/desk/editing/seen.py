"""The page says that it is still open, and hears who else has the same open."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ombud.casework.actions import editing
from ombud.casework.queries.editing import others_editing
from ombud.desk.request import DeskRequest

NOUNS = ("casefile", "note", "party", "consent", "document", "enquiry", "section")


def seen(request: DeskRequest, noun: str, row: str) -> HttpResponse:
    """A fragment with the names of the others; the row is not looked up, so its existence is not told."""
    if noun not in NOUNS or len(row) > 40:
        raise Http404
    now = timezone.now()
    editing.seen(noun=noun, row=row, by=request.user, now=now)
    others = others_editing(noun=noun, row=row, by=request.user, now=now)
    return render(request, "_components/editing.html", {"editing": {"noun": noun, "row": row, "others": others}})
