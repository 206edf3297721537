"""The draft as a file, made when it is asked for."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import translation

from ombud.desk.files import as_download, as_page
from ombud.reporting.drafts import FILE_NAME, FORMATS, render, write_files
from ombud.reporting.models import Report
from ombud.writers import WriteError


def file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The web page is shown under its own policy, the others are downloaded. 404 for another kind of file."""
    report = get_object_or_404(Report, pk=pk)
    if kind not in FORMATS:
        raise Http404
    document, _problems = render(report, translation)
    try:
        content = write_files(document, translation, [kind])[kind]
    except WriteError as error:
        messages.error(request, str(error))
        return redirect("reports-show", request.municipality.code, pk)  # type: ignore[attr-defined]
    if kind == "html":
        return as_page(content)
    return as_download(content, kind, f"{FILE_NAME}-{translation.gettext('draft')}.{kind}")
