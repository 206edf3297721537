"""The reports of the municipality with their editions."""

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.request import DeskRequest
from ombud.reporting.models import Report


def list_reports(request: DeskRequest) -> HttpResponse:
    """The newest period first."""
    reports = Report.objects.select_related("period").prefetch_related("editions")
    return render(request, "reports/list.html", {"reports": reports})
