"""Fetching a document: always as a file to be saved, never shown in this site's name."""

from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ombud.casework.actions.case_files.documents import DamagedDocument, read_document
from ombud.casework.models import Document
from ombud.desk.cases.finding import part_or_404
from ombud.desk.files import sealed_download
from ombud.desk.request import DeskRequest


@require_GET
def file(request: DeskRequest, case: UUID, document: UUID) -> HttpResponseBase:
    """Opened piece by piece on its way out, after the whole of it was found in order."""
    row = part_or_404(request, Document, case, document)
    try:
        found = read_document(row.pk, keys=request.keys, by=request.user)
    except DamagedDocument:
        return damaged(request, row)
    return sealed_download(StreamingHttpResponse(found.pieces()), name=found.text.name, size=found.text.size)


def damaged(request: DeskRequest, row: Document) -> HttpResponse:
    """Says that nothing of it is given out, and what can be done."""
    return render(request, "cases/document_damaged.html", {"case": row.case}, status=500)
