"""Destroying a case for good, when the municipality's archive rule allows it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.erasing import erase as erase_case
from ombud.casework.actions.case_files.erasing import why_not_erase
from ombud.desk.cases.finding import case_or_404
from ombud.desk.request import DeskRequest


def erase(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET says what goes and what stays, POST does it; the reason stands there while it may not be done."""
    row = case_or_404(request, case)
    why_not = why_not_erase(row)
    if request.method == "POST" and not why_not:
        try:
            erase_case(case=row, keys=request.keys, by=request.user)
        except ValidationError as error:
            why_not = " ".join(error.messages)
        else:
            messages.success(request, _("The case is destroyed. Its registration stays, without number and day."))
            return redirect("cases-list", request.municipality.code)
    context = {"case": row, "why_not": why_not}
    return render(request, "cases/erase.html", context, status=422 if request.method == "POST" else 200)
