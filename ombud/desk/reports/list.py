"""The reports of the municipality with their editions."""

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.request import DeskRequest
from ombud.reporting.models import Report
from ombud.reporting.queries.drafts import open_report


def list_reports(request: DeskRequest) -> HttpResponse:
    """The newest period first."""
    rows = Report.objects.select_related("period").prefetch_related("editions")
    reports = [(open_report(row, request.keys), row.editions.all()) for row in rows]
    return render(request, "reports/list.html", {"reports": reports})
