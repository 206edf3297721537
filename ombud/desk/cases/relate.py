"""Cases that belong together."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.actions.case_files.case import link_cases, unlink_cases
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.models import CaseFile, Enquiry
from ombud.casework.queries.case_files.finding import case_of
from ombud.desk.cases.correcting import version_of
from ombud.desk.cases.finding import case_or_404
from ombud.desk.enquiries.numbers import parse_number
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest


class RelateForm(forms.Form):
    """The other case by its number, and how the two belong together."""

    number = forms.CharField(
        label=gettext_lazy("The other case's number"),
        max_length=15,
        help_text=gettext_lazy("Such as 7/2026."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sentence = forms.CharField(
        label=gettext_lazy("How they belong together"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "wide"}),
    )


def relate(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET asks, POST ties the two, or takes a tie away (``other``)."""
    row = case_or_404(request, case)
    form = RelateForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and request.POST.get("do") == "take-out":
        return _take_out(request, row)
    if request.method == "POST" and form.is_valid():
        other = _other(request, form.cleaned_data["number"])
        if other is None:
            form.add_error("number", _("There is no such case."))
        elif _linked(request, row, other, form):
            messages.success(request, _("The two cases belong together now."))
            return redirect("cases-show", request.municipality.code, case)
    context = {"case": row, "form": form, "version": case_or_404(request, case).version}
    return render(request, "cases/relate.html", context, status=422 if form.errors else 200)


def _other(request: DeskRequest, text: str) -> CaseFile | None:
    number = parse_number(text)
    found = Enquiry.objects.filter(number=number[0], year=number[1]).first() if number else None
    return case_of(found, request.keys) if found else None


def _linked(request: DeskRequest, row: CaseFile, other: CaseFile, form: RelateForm) -> bool:
    sentence, version = form.cleaned_data["sentence"], version_of(request)
    act = {"case": row, "version": version, "other": other, "sentence": sentence}
    try:
        return attempt(form, lambda: link_cases(**act, keys=request.keys, by=request.user)) is not None
    except ChangedMeanwhile:
        form.add_error(None, _("Somebody else changed the case meanwhile. What you typed is here: save again."))
        return False


def _take_out(request: DeskRequest, row: CaseFile) -> HttpResponse:
    other, version = request.POST.get("other", "")[:40], version_of(request)
    try:
        unlink_cases(case=row, version=version, other_id=other, keys=request.keys, by=request.user)
    except ChangedMeanwhile:
        messages.error(request, _("Somebody else changed the case meanwhile. Look again first."))
    return redirect("cases-show", request.municipality.code, row.pk)
