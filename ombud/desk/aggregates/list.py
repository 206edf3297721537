"""Published figures of earlier years, by period."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.request import DeskRequest
from ombud.reporting.models import Aggregate


def list_aggregates(request: DeskRequest) -> HttpResponse:
    """The newest period first, each with its figures as they were published."""
    rows = Aggregate.objects.order_by("-starts_on", "-ends_on", "unit", "dimension", "pk")
    groups = [(period, list(found)) for period, found in groupby(rows, lambda row: (row.starts_on, row.ends_on))]
    return render(request, "aggregates/list.html", {"groups": groups})
