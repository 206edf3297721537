"""The draft as a file, made when it is asked for."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import translation

from ombud.desk.files import as_download, as_page
from ombud.desk.request import DeskRequest
from ombud.reporting.drafts import FILE_NAME, FORMATS, render, write_files
from ombud.reporting.models import Report
from ombud.writers import WriteError


def file(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """The web page is shown under its own policy, the others are downloaded. 404 for another kind of file."""
    report = get_object_or_404(Report, pk=pk)
    if kind not in FORMATS:
        raise Http404
    document, _problems = render(report, translation, request.keys)
    try:
        content = write_files(document, translation, [kind])[kind]
    except WriteError as error:
        messages.error(request, str(error))
        return redirect("reports-show", request.municipality.code, pk)
    if kind == "html":
        return as_page(content)
    return as_download(content, kind, f"{FILE_NAME}-{translation.gettext('draft')}.{kind}")
