"""What every page's frame needs."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from ombud.desk.access import ACCOUNT, KEYS, Door
from ombud.desk.navigation import Link, links
from ombud.desk.scope import code_in
from ombud.identity.models import User
from ombud.offices.models import Membership, Municipality
from ombud.offices.queries.memberships import membership_by_code, municipalities_of
from ombud.offices.roles import MAY
from ombud.tenancy.scope import scope

BESIDE = {name for name, need in (ACCOUNT | KEYS).items() if need.door == Door.OWN and not name.startswith("welcome")}
"""Pages of one's own, whose address names no municipality: their frame is that of the work they interrupt."""


def desk(request: HttpRequest) -> dict[str, Any]:
    """The municipality in the address, the others the person serves, what the role may do, and the navigation."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"municipality": None, "my_municipalities": [], "may": frozenset(), "navigation": []}
    match = request.resolver_match
    name = (match.url_name if match else "") or ""
    mine = list(municipalities_of(user, on=date.today()))
    membership = getattr(request, "membership", None) or (_beside(request, mine) if name in BESIDE else None)
    municipality = membership.municipality if membership else None
    return {
        "municipality": municipality,
        "membership": membership,
        "my_municipalities": mine,
        "may": MAY[Membership.Role(membership.role)] if membership else frozenset(),
        "navigation": _navigation(municipality, name, membership) if municipality and membership else [],
    }


def _beside(request: HttpRequest, mine: list[Municipality]) -> Membership | None:
    """The role where one goes on afterwards (``next``), or in the only municipality one serves."""
    user: User = request.user  # type: ignore[assignment]
    code = code_in(request.POST.get("next") or request.GET.get("next") or "")
    if code not in {one.code for one in mine}:
        if len(mine) != 1:
            return None
        code = mine[0].code
    return membership_by_code(user, code, on=date.today())


def _navigation(municipality: Municipality, name: str, membership: Membership) -> list[Link]:
    """In the scope of the municipality, which a page that turns somebody away stands outside of."""
    with scope(municipality):
        return links(municipality.code, name, membership.role)
