"""The page of a case: who, what happened, what lies in it, what was agreed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.cases.finding import opened_or_404
from ombud.desk.cases.note_form import NoteForm, blank
from ombud.desk.request import DeskRequest


def show(request: DeskRequest, case: UUID) -> HttpResponse:
    return page(request, case, blank())


def page(request: DeskRequest, case: UUID, form: NoteForm, status: int = 200) -> HttpResponse:
    """The case with the form of a note on top: empty, or with what was typed and why it was refused."""
    return render(request, "cases/show.html", {"case": opened_or_404(request, case), "form": form}, status=status)
