"""Wrong data put right: what stood, what is right, who had it and was told, and the citizen's proof (R145, R146)."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.actions.case_files.reading import read_proof
from ombud.casework.actions.case_files.rectifications import rectify, rectify_note, tell
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.contents.note import NoteText
from ombud.casework.models import Note, Rectification
from ombud.casework.queries.case_files.opened import OpenedCase
from ombud.casework.queries.case_files.opening import opened_case, opened_note, opened_rectification
from ombud.desk.cases.correcting import version_of
from ombud.desk.cases.finding import case_or_404, part_or_404
from ombud.desk.days import DayField
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest

LONG = {"rows": 4, "class": "wide"}
WIDE = {"autocomplete": "off", "class": "wide"}


class RectifyForm(forms.Form):
    """``note`` is the note that was wrong; its wording is then put right at once."""

    on = DayField(label=gettext_lazy("Date"))
    stood = forms.CharField(label=gettext_lazy("What stood"), required=False, widget=forms.Textarea(attrs=LONG))
    right = forms.CharField(label=gettext_lazy("What is right"), required=False, widget=forms.Textarea(attrs=LONG))
    why = forms.CharField(
        label=gettext_lazy("Why"), max_length=1000, required=False, widget=forms.TextInput(attrs=WIDE)
    )
    recipients = forms.CharField(
        label=gettext_lazy("Who had the wrong information"),
        required=False,
        help_text=gettext_lazy("One a line. Each is to be told, and you keep when and how."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "wide"}),
    )
    note = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class TellForm(forms.Form):
    """Somebody was told."""

    name = forms.CharField(
        label=gettext_lazy("Who was told"), max_length=200, required=False, widget=forms.TextInput(attrs=WIDE)
    )
    on = DayField(label=gettext_lazy("On"))
    how = forms.CharField(
        label=gettext_lazy("How"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("For instance: by Digital Post, with the corrected note."),
        widget=forms.TextInput(attrs=WIDE),
    )
    document = forms.ChoiceField(label=gettext_lazy("The proof"), required=False)

    def __init__(self, *args: object, case: OpenedCase, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        papers = [(str(one.id), one.text.name) for one in case.documents]
        self.fields["document"].choices = [("", gettext_lazy("No document")), *papers]  # type: ignore[attr-defined]


def new(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET asks, filled from the note in the address; POST keeps it and, for a note, corrects the note."""
    row = case_or_404(request, case)
    form = RectifyForm(request.POST) if request.method == "POST" else RectifyForm(initial=_initial(request, case))
    if request.method == "POST" and form.is_valid():
        try:
            made = attempt(form, lambda: _rectify(request, case, form))
        except ChangedMeanwhile:
            form.add_error(None, _("Somebody else changed the note meanwhile. What you typed is here."))
        else:
            if made is not None:
                messages.success(request, _("The rectification is kept. Tell the recipients now."))
                return redirect("cases-rectification", request.municipality.code, case, made.pk)
    context = {"case": row, "form": form}
    return render(request, "cases/rectify.html", context, status=422 if request.method == "POST" else 200)


def rectification(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """GET shows who was told and who not; POST keeps that somebody was."""
    row = part_or_404(request, Rectification, case, part)
    opened = opened_rectification(row, request.keys)
    whole = opened_case(row.case, request.keys)
    form = TellForm(case=whole, initial={"on": date.today(), "name": next(iter(opened.untold), "")})
    if request.method == "POST":
        form = TellForm(request.POST, case=whole)
        try:
            done = attempt(form, lambda: _tell(request, row, form)) if form.is_valid() else None
        except ChangedMeanwhile:
            form.add_error(None, _("Somebody else changed this meanwhile. Look at the list and save again."))
            done = None
        if done:
            messages.success(request, _("Saved."))
            return redirect("cases-rectification", request.municipality.code, case, part)
        row = part_or_404(request, Rectification, case, part)
        opened = opened_rectification(row, request.keys)
    papers = {str(one.id): one.text.name for one in whole.documents}
    context = {"case": row.case, "rectification": opened, "form": form, "papers": papers}
    return render(request, "cases/rectification.html", context, status=422 if form.errors else 200)


def printed(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """The citizen's proof that the recipients were told; the reading is logged."""
    row = part_or_404(request, Rectification, case, part)
    opened = read_proof(row, keys=request.keys, by=request.user)
    return render(request, "cases/rectification_print.html", {"case": row.case, "rectification": opened})


def _initial(request: DeskRequest, case: UUID) -> dict[str, object]:
    asked = request.GET.get("note", "")
    if not asked:
        return {"on": date.today()}
    try:
        note = part_or_404(request, Note, case, UUID(asked))
    except ValueError:
        raise BadRequest from None
    text = opened_note(note, request.keys).text
    said = text.text or text.title
    return {"on": date.today(), "stood": said, "right": said, "note": note.pk, "version": note.version}


def _rectify(request: DeskRequest, case: UUID, form: RectifyForm) -> Rectification:
    said = form.cleaned_data
    recipients = said["recipients"].splitlines()
    if said["note"] is None:
        fields = {name: said[name] for name in ("on", "stood", "right", "why")}
        row = case_or_404(request, case)
        return rectify(case=row, recipients=recipients, keys=request.keys, by=request.user, **fields)
    note = part_or_404(request, Note, case, said["note"])
    before = opened_note(note, request.keys).text
    in_text = bool(before.text)
    wording = NoteText(
        on=before.on,
        kind=before.kind,
        title=before.title if in_text else said["right"],
        text=said["right"] if in_text else "",
    )
    return rectify_note(
        note=note,
        version=said["version"] or 0,
        wording=wording,
        why=said["why"],
        recipients=recipients,
        keys=request.keys,
        by=request.user,
    )


def _tell(request: DeskRequest, row: Rectification, form: TellForm) -> Rectification:
    return tell(rectification=row, version=version_of(request), keys=request.keys, by=request.user, **form.cleaned_data)
