"""The page says that it is still open, and hears who else has the same open or has saved it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from ombud.desk.editing.opened import opened
from ombud.desk.request import DeskRequest

NOUNS = ("casefile", "note", "party", "consent", "document", "enquiry", "section")
HIGHEST = 2**31 - 1


def seen(request: DeskRequest, noun: str, row: str) -> HttpResponse:
    """A fragment with the names of the others; the row is not looked up, so its existence is not told."""
    if noun not in NOUNS or len(row) > 40:
        raise Http404
    found = opened(request, noun=noun, row=row, version=_version(request.GET.get("version", "")))
    return render(request, "_components/editing.html", {"editing": found})


def _version(text: str) -> int:
    """The version that the page was opened with; without one nobody has saved since."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else HIGHEST
