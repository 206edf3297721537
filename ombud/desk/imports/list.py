"""Imports that wait, and those that are done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombud.casework.models import ImportRun
from ombud.desk.imports.kinds import KINDS

SHOWN = 100


def show(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    runs = [(run, KINDS.get(run.kind)) for run in ImportRun.objects.select_related("by")[:SHOWN]]
    return render(request, "imports/list.html", {"runs": runs})
