"""The whole case on one page: for access to files, with the purpose asked and logged."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ombud.audit.purposes import Purpose
from ombud.desk.cases.finding import case_or_404, opened_or_404
from ombud.desk.request import DeskRequest


class PurposeForm(forms.Form):
    """Why the case is printed."""

    purpose = forms.ChoiceField(label=_("Why is the case printed?"), choices=Purpose.choices)


def printed(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET asks why, POST shows the page."""
    row, form = case_or_404(request, case), PurposeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        opened = opened_or_404(request, case, form.cleaned_data["purpose"])
        return render(request, "cases/print.html", {"case": opened, "enquiry": row.enquiry})
    return render(request, "cases/print_why.html", {"case": row, "form": form}, status=422 if form.errors else 200)
