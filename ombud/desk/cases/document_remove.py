"""Taking a document out of a case, after a page that says what goes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.documents import remove_document
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.models import Document
from ombud.casework.queries.case_files.opening import opened_document
from ombud.desk.cases.correcting import version_of
from ombud.desk.cases.finding import part_or_404
from ombud.desk.request import DeskRequest


def remove(request: DeskRequest, case: UUID, document: UUID) -> HttpResponse:
    """GET asks, POST removes what was seen."""
    row, status, changed = part_or_404(request, Document, case, document), 200, False
    if request.method == "POST":
        try:
            remove_document(document=row, version=version_of(request), keys=request.keys, by=request.user)
        except ChangedMeanwhile:
            status, changed = 409, True
        else:
            messages.success(request, _("The document is removed."))
            return redirect("cases-show", request.municipality.code, case)
    context = {"case": row.case, "document": opened_document(row, request.keys), "changed": changed}
    return render(request, "cases/document_remove.html", context, status=status)
