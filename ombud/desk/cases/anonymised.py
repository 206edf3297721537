"""The case without its persons, for discussion among advisers (R140, R141): made, read through, then printed.

Nothing of it is kept: the text goes from the form to the printed page.
"""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ombud.audit.purposes import Purpose
from ombud.casework.contents.note import NoteKind
from ombud.casework.models import Enquiry, Matter
from ombud.casework.queries.case_files.opened import OpenedCase
from ombud.core.anonymising import Person, anonymised
from ombud.desk.cases.finding import case_or_404, opened_or_404
from ombud.desk.request import DeskRequest

LONGEST = 500_000


class AnonymiseForm(forms.Form):
    """What else is to be left out."""

    without_department = forms.BooleanField(
        label=gettext_lazy("Leave out the department too"), required=False, initial=True
    )


class TextForm(forms.Form):
    """The text as it is to be printed."""

    text = forms.CharField(
        label=gettext_lazy("The text without its persons"),
        max_length=LONGEST,
        help_text=gettext_lazy("Read it through and change it: only you can see what still points to somebody."),
        widget=forms.Textarea(attrs={"rows": 24, "class": "wide"}),
        error_messages={"required": gettext_lazy("There is nothing to print.")},
    )


def without_persons(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET asks what to leave out; POST shows the text to be changed; POST with the text shows the page to print."""
    row = case_or_404(request, case)
    if request.method != "POST":
        return render(request, "cases/anonymise.html", {"case": row, "form": AnonymiseForm()})
    if "text" not in request.POST:
        opened = opened_or_404(request, case, Purpose.DISCUSSION)
        text = _story(opened, without_department="without_department" in request.POST)
        return render(request, "cases/anonymised.html", {"case": row, "form": TextForm(initial={"text": text})})
    form = TextForm(request.POST)
    if not form.is_valid():
        return render(request, "cases/anonymised.html", {"case": row, "form": form}, status=422)
    return render(request, "cases/anonymised_print.html", {"case": row, "text": form.cleaned_data["text"]})


def _story(case: OpenedCase, *, without_department: bool) -> str:
    """Title and notes, the first that happened first, each under its month and kind."""
    matters = Enquiry.objects.get(pk=case.enquiry).matters.select_related("department__parent", "theme")
    departments = list(dict.fromkeys(_departments(matters)))
    parts = [case.text.title]
    if departments and not without_department:
        parts.append(_("Department: %(names)s") % {"names": ", ".join(departments)})
    for note in reversed(case.notes):
        head = f"{date_format(note.text.on, 'F Y')} · {NoteKind(note.text.kind).label}"
        parts.append("\n".join(line for line in (head, note.text.title, note.text.text) if line))
    persons = [Person(one.text.name, one.text.address, one.text.phone, one.text.mail) for one in case.parties]
    return anonymised(
        "\n\n".join(part for part in parts if part),
        persons,
        language=get_language() or "",
        hidden=departments if without_department else (),
    )


def _departments(matters: Iterable[Matter]) -> Iterable[str]:
    """Those of the matters and what they are part of, by name."""
    for matter in matters:
        department = matter.department
        while department is not None:
            yield department.local_name
            department = department.parent
