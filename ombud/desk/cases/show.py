"""The page of a case: who, what happened, what lies in it, what was agreed."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from ombud.casework.contents.case import Contact
from ombud.casework.contents.note import NoteKind
from ombud.casework.contents.party import PartyRole
from ombud.casework.models import CaseFile, Enquiry
from ombud.casework.queries.case_files.finding import case_of
from ombud.casework.queries.case_files.opened import OpenedCase, OpenedParty
from ombud.core.workflow.case_files import is_in_force
from ombud.desk.cases.finding import opened_or_404
from ombud.desk.cases.note_form import NoteForm, blank
from ombud.desk.request import DeskRequest


def show(request: DeskRequest, case: UUID) -> HttpResponse:
    return page(request, case, blank())


def page(request: DeskRequest, case: UUID, form: NoteForm, status: int = 200) -> HttpResponse:
    """The case with the form of a note on top: empty, or with what was typed and why it was refused."""
    opened = opened_or_404(request, case)
    enquiry = (
        Enquiry.objects.select_related("type")
        .prefetch_related("matters__theme", "matters__department")
        .get(pk=opened.enquiry)
    )
    context = {
        "case": opened,
        "form": form,
        "enquiry": enquiry,
        "persons": [_person(opened, party) for party in opened.parties],
        "contact": Contact(opened.text.preferred_contact).label if opened.text.preferred_contact else "",
        "consents": [(one, is_in_force(one.text, date.today())) for one in opened.consents],
        "related": _related(request, opened),
        "notes": [(note, NoteKind(note.text.kind).label) for note in opened.notes],
    }
    return render(request, "cases/show.html", context, status=status)


def _person(case: OpenedCase, party: OpenedParty) -> dict[str, Any]:
    """A person with the words of its codes and its relations to others of the case."""
    names = {str(one.id): one.text.name for one in case.parties}
    text = party.text
    return {
        "id": party.id,
        "text": text,
        "role": PartyRole(text.role).label,
        "contact": Contact(text.preferred_contact).label if text.preferred_contact else "",
        "relations": [f"{one.sentence} {names.get(one.party, '')}".strip() for one in text.relations],
    }


def _related(request: DeskRequest, case: OpenedCase) -> list[dict[str, Any]]:
    """Cases tied to this one that the person may open."""
    ids = [link.case for link in case.text.links]
    rows = {str(row.pk): row for row in CaseFile.objects.filter(pk__in=ids).select_related("enquiry")}
    return [
        {"id": link.case, "number": str(rows[link.case].enquiry), "sentence": link.sentence}
        for link in case.text.links
        if link.case in rows and case_of(rows[link.case].enquiry, request.keys) is not None
    ]
