"""A file of an edition: the very bytes that were published, or made from what was frozen."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils import translation

from ombud.desk.editions.visible import edition_or_404
from ombud.desk.files import as_download, as_page
from ombud.desk.request import DeskRequest
from ombud.offices.roles import Permission, may
from ombud.reporting.drafts import FILE_NAME, FORMATS, render, write_files
from ombud.reporting.models import Edition

FOR_THE_OFFICE = ("docx", "xlsx")


def file(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """The web page is shown under its own policy, the others are downloaded. 404 for another kind of file."""
    if kind in FOR_THE_OFFICE and not may(request.membership.role, Permission.OFFICE_FILES):
        raise PermissionDenied
    edition = edition_or_404(request, pk)
    if kind not in FORMATS:
        raise Http404
    content = _content(request, edition, kind)
    if kind == "html" and "download" not in request.GET:
        return as_page(content)
    return as_download(content, kind, f"{FILE_NAME}.{kind}")


def _content(request: DeskRequest, edition: Edition, kind: str) -> bytes:
    kept = edition.files.filter(format=kind).first()
    if kept is not None:
        return bytes(kept.content)
    document, _problems = render(edition, translation, request.keys)
    return write_files(document, translation, [kind])[kind]
