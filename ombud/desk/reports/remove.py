"""Removing a draft that no edition rests on."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.reporting.actions.reports import remove_report, why_not_remove
from ombud.reporting.models import Report


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks once more; POST removes."""
    report = get_object_or_404(Report, pk=pk)
    if request.method == "POST":
        try:
            remove_report(report=report, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("reports-show", request.municipality.code, pk)  # type: ignore[attr-defined]
        messages.success(request, _("The draft is removed."))
        return redirect("reports-list", request.municipality.code)  # type: ignore[attr-defined]
    return render(request, "reports/remove.html", {"report": report, "why_not": why_not_remove(report)})
