"""The municipality of a page stands in its address; the middleware checks the membership and opens the scope."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from ombud.offices.queries.memberships import municipalities_of
from ombud.tenancy.scope import scope


class MunicipalityScope:
    """Sets ``request.municipality`` from the URL's ``code``. A foreign code is answered like an unknown one: 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = _code_in(request)
        if code is None or not request.user.is_authenticated:
            return self.get_response(request)
        if not (code.isascii() and code.isdigit()):
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            # No page writes it into an address, and PostgreSQL refuses to look for it.
            raise BadRequest
        municipality = municipalities_of(request.user, on=date.today()).filter(code=code).first()
        if municipality is None:
            raise Http404
        request.municipality = municipality  # type: ignore[attr-defined]
        with scope(municipality):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        """A view needs no ``code``: it works in the scope."""
        kwargs.pop("code", None)


def _code_in(request: HttpRequest) -> str | None:
    try:
        return resolve(request.path_info).kwargs.get("code")
    except Resolver404:
        return None
