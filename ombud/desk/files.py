"""Answers that are files."""

from django.http import HttpResponse

from ombud.writers.html.policy import content_security_policy

TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def as_download(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file that the browser saves and never shows in this site's name."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[kind], headers=disposition)


def as_page(content: bytes) -> HttpResponse:
    """A report shown as it will be on the web: nothing but its own style is allowed."""
    policy = {"Content-Security-Policy": content_security_policy(content)}
    return HttpResponse(content, content_type=TYPES["html"], headers=policy)
