"""Notes: written on the page of the case in seconds, corrected on a page of their own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.contents.note import NoteText
from ombud.desk.cases.finding import case_or_404
from ombud.desk.cases.note_form import NoteForm
from ombud.desk.cases.show import page
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest


@require_POST
def new(request: DeskRequest, case: UUID) -> HttpResponse:
    """Writes a note. What was refused comes back with the case, as it was typed."""
    row, form = case_or_404(request, case), NoteForm(request.POST)
    if form.is_valid():
        text = NoteText(**form.cleaned_data)
        if attempt(form, lambda: write_note(case=row, text=text, keys=request.keys, by=request.user)) is not None:
            messages.success(request, _("The note is saved."))
            return redirect("cases-show", request.municipality.code, case)
    return page(request, case, form, status=422)
