"""The list of problems to take along to whoever keeps the file."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from ombud.casework.importing.problems import problems_csv
from ombud.casework.models import ImportRun
from ombud.desk.files import as_download


def problems(request: HttpRequest, pk: UUID) -> HttpResponse:
    run = get_object_or_404(ImportRun.objects, pk=pk)
    return as_download(problems_csv(run), "csv", "import-problems.csv")
