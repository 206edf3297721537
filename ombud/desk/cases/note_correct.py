"""Correcting a note. The earlier wording stays readable."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import pgettext

from ombud.casework.actions.case_files.notes import correct_note
from ombud.casework.contents.note import NoteText
from ombud.casework.models import Note
from ombud.casework.queries.case_files.opening import opened_note
from ombud.desk.cases.correcting import correct
from ombud.desk.cases.finding import part_or_404
from ombud.desk.cases.note_form import NoteForm
from ombud.desk.request import DeskRequest


def note(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """The note with the wordings before it."""
    row = part_or_404(request, Note, case, part)
    opened = opened_note(row, request.keys)

    def stored() -> NoteForm:
        latest = opened_note(part_or_404(request, Note, case, part), request.keys)
        return NoteForm(initial=asdict(latest.text))

    return correct(
        request,
        row.case,
        noun="note",
        row=str(row.pk),
        version=lambda: part_or_404(request, Note, case, part).version,
        stored=stored,
        typed=lambda: NoteForm(request.POST),
        save=lambda form, seen: correct_note(
            note=row, version=seen, text=NoteText(**form.cleaned_data), keys=request.keys, by=request.user
        ),
        context={"heading": pgettext("case file", "Note"), "note": opened},
        template="cases/note.html",
    )
