"""Removing a draft that no edition rests on."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.desk.request import DeskRequest
from ombud.reporting.actions.reports import remove_report, why_not_remove
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import open_report


def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """GET asks once more; POST removes."""
    report = get_object_or_404(Report, pk=pk)
    if request.method == "POST":
        try:
            remove_report(report=report, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("reports-show", request.municipality.code, pk)
        messages.success(request, _("The draft is removed."))
        return redirect("reports-list", request.municipality.code)
    return render(
        request, "reports/remove.html", {"report": open_report(report, request.keys), "why_not": why_not_remove(report)}
    )
