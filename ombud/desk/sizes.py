"""How large a request may be. One that is larger gets a page that says so, not a broken connection."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from ombud.casework.actions.case_files.documents import LARGEST

LARGEST_REQUEST = LARGEST + 5_000_000
"""Bytes: the largest document, and what stands around it in a form."""
MEGABYTE = 1024**2


class RequestSizes:
    """Refuses by the length that was announced, before a byte of the body is read; the server reads it off unkept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) <= LARGEST_REQUEST:
            return self.get_response(request)
        said = {
            "limit": LARGEST // MEGABYTE,
            "back": _page_of_the_form(request),
            "nonce": getattr(request, "csp_nonce", ""),
        }
        return HttpResponse(render_to_string("errors/too_large.html", said), status=413)


def _page_of_the_form(request: HttpRequest) -> str:
    """On this site only. A path that begins with two slashes would lead to another one."""
    origin = urlsplit(request.META.get("HTTP_REFERER", ""))
    is_ours = origin.netloc == request.get_host() and not origin.path.startswith("//")
    return origin.path if is_ours else ""
