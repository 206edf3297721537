"""A file of an edition: the very bytes that were published, or made from what was frozen."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import translation

from ombud.desk.files import as_download, as_page
from ombud.desk.request import DeskRequest
from ombud.reporting.drafts import FILE_NAME, FORMATS, render, write_files
from ombud.reporting.models import Edition


def file(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """The web page is shown under its own policy, the others are downloaded. 404 for another kind of file."""
    edition = get_object_or_404(Edition, pk=pk)
    if kind not in FORMATS:
        raise Http404
    content = _content(edition, kind)
    if kind == "html" and "download" not in request.GET:
        return as_page(content)
    return as_download(content, kind, f"{FILE_NAME}.{kind}")


def _content(edition: Edition, kind: str) -> bytes:
    kept = edition.files.filter(format=kind).first()
    if kept is not None:
        return bytes(kept.content)
    document, _problems = render(edition, translation)
    return write_files(document, translation, [kind])[kind]
