"""The municipality of a page stands in its address; the middleware checks role and need and opens the scope."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, ResolverMatch, resolve

from ombud.audit.acting import acting
from ombud.desk.access import NEEDS, Door
from ombud.offices.models import Membership
from ombud.offices.queries.memberships import membership_by_code
from ombud.offices.roles import may
from ombud.tenancy.scope import scope

METHODS = ("GET", "HEAD", "POST")
"""No page answers any other; a view that only asks whether a request is a POST need not think of them."""


class MunicipalityScope:
    """Sets ``request.membership`` and ``request.municipality`` from the URL's ``code`` and holds ``access.NEEDS``.

    A foreign code is answered like an unknown one, and an address without a row in the table like no address: 404.
    A role without the permission is refused (403) before any row is looked up.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match = _match(request)
        if match is None:
            return self.get_response(request)
        need = NEEDS.get(match.view_name or "")
        if need is None or (need.door == Door.MUNICIPAL) != ("code" in match.kwargs):
            raise Http404
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if need.door != Door.MUNICIPAL or not request.user.is_authenticated:
            return self.get_response(request)
        membership = _membership(request, match.kwargs["code"])
        request.membership = membership  # type: ignore[attr-defined]
        request.municipality = membership.municipality  # type: ignore[attr-defined]
        if need.permission is not None and not may(membership.role, need.permission):
            raise PermissionDenied
        with scope(membership.municipality), acting(membership.role):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        """A view needs no ``code``: it works in the scope."""
        kwargs.pop("code", None)


def code_in(address: str) -> str:
    """The municipality's code in an address of this site; "" when it names none, or is no address of ours."""
    try:
        return str(resolve(urlsplit(address).path).kwargs.get("code", ""))
    except (Resolver404, ValueError):
        return ""


def _membership(request: HttpRequest, code: str) -> Membership:
    if not (code.isascii() and code.isdigit()):
        raise Http404
    if "%00" in request.META.get("QUERY_STRING", ""):
        # No page writes it into an address, and PostgreSQL refuses to look for it.
        raise BadRequest
    membership = membership_by_code(request.user, code, on=date.today())  # type: ignore[arg-type]
    if membership is None:
        raise Http404
    return membership


def _match(request: HttpRequest) -> ResolverMatch | None:
    try:
        return resolve(request.path_info)
    except Resolver404:
        return None
