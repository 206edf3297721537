"""A page of a picture or PDF, drawn again: pixels and nothing else."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from ombud.casework.actions.case_files.documents import DamagedDocument, draw_page
from ombud.casework.models import Document
from ombud.desk.cases.finding import part_or_404
from ombud.desk.files import LOCKED_IN
from ombud.desk.request import DeskRequest
from ombud.readers.previews import NoPreview

MOST_PAGES = 10_000


@require_GET
def preview(request: DeskRequest, case: UUID, document: UUID, page: int) -> HttpResponse:
    """``page`` is counted from 0. 422 without content when it cannot be drawn: the page around it says so."""
    row = part_or_404(request, Document, case, document)
    if page > MOST_PAGES:
        raise Http404
    try:
        drawn = draw_page(row.pk, page, keys=request.keys, by=request.user)
    except (NoPreview, DamagedDocument):
        return HttpResponse(status=422, content_type="text/plain", headers=LOCKED_IN)
    return HttpResponse(drawn, content_type="image/png", headers=LOCKED_IN)
