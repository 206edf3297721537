"""Answers that are files."""

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from ombud.writers.html.policy import content_security_policy

TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}

LOCKED_IN = {
    # Should a browser show it after all, it may neither run nor load anything, nor be of this site.
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Of every answer that holds something a stranger wrote or drew."""


def as_download(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file that the browser saves and never shows in this site's name."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=disposition)


def as_page(content: bytes) -> HttpResponse:
    """A report shown as it will be on the web: nothing but its own style is allowed."""
    policy = {"Content-Security-Policy": content_security_policy(content)}
    return HttpResponse(content, content_type=TYPES["html"], headers=policy)


def sealed_download(response: StreamingHttpResponse, *, name: str, size: int) -> StreamingHttpResponse:
    """A document as a file to be saved, of no type that a browser would open by itself. ``size`` is in bytes: an answer
    that breaks off is known to be cut.
    """
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["Content-Length"] = str(size)
    for header, value in LOCKED_IN.items():
        response.headers[header] = value
    return response
