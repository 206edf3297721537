"""Opening the case file of a registration."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.case import open_case, why_not_open_case
from ombud.casework.contents.case import CaseText
from ombud.casework.models import Enquiry
from ombud.casework.queries.case_files.finding import case_of
from ombud.desk.cases.case_form import CaseForm
from ombud.desk.request import DeskRequest


def new(request: DeskRequest, enquiry: int) -> HttpResponse:
    """GET asks for a title, POST opens the case. A registration with a case file leads to it."""
    row = get_object_or_404(Enquiry, pk=enquiry)
    if (known := case_of(row, request.keys)) is not None:
        return redirect("cases-show", request.municipality.code, known.pk)
    form = CaseForm(request.POST if request.method == "POST" else None)
    why_not = why_not_open_case(request.municipality.code)
    if request.method == "POST" and form.is_valid() and not why_not:
        try:
            text = CaseText(**form.cleaned_data)
            case = open_case(enquiry=row, keys=request.keys, by=request.user, text=text)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The case file is open."))
            return redirect("cases-show", request.municipality.code, case.pk)
    context = {"form": form, "enquiry": row, "why_not": why_not}
    return render(request, "cases/new.html", context, status=422 if request.method == "POST" else 200)
