"""An address that only takes forms, asked like a page, says so and leads to the page above it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

from ombud.desk.access import NEEDS
from ombud.desk.navigation import is_open


class RefusedMethods:
    """Gives the bare answer 405 the frame of the house, for whoever reads it; the status and ``Allow`` stay."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or request.method not in ("GET", "POST") or not _is_read(request):
            return response
        page = render(request, "errors/not_allowed.html", {"above": _above(request)}, status=405)
        page["Allow"] = response.get("Allow", "")
        return page


def _is_read(request: HttpRequest) -> bool:
    return request.user.is_authenticated and "HX-Request" not in request.headers and request.accepts("text/html")


def _above(request: HttpRequest) -> str:
    """The nearest address above this one that has a page the person may come to."""
    membership = getattr(request, "membership", None)
    parts = request.path_info.strip("/").split("/")
    for length in range(len(parts) - 1, 0, -1):
        address = f"/{'/'.join(parts[:length])}/"
        try:
            name = resolve(address).view_name
        except Resolver404:
            continue
        if is_open(name, membership.role) if membership else name in NEEDS:
            return address
    return reverse("home")
