"""What every page's frame needs."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from ombud.desk.navigation import Link, links
from ombud.offices.models import Membership, Municipality
from ombud.offices.queries.memberships import municipalities_of
from ombud.offices.roles import MAY
from ombud.tenancy.scope import scope


def desk(request: HttpRequest) -> dict[str, Any]:
    """The municipality in the address, the others the person serves, what the role may do, and the navigation."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"municipality": None, "my_municipalities": [], "may": frozenset(), "navigation": []}
    municipality = getattr(request, "municipality", None)
    membership = getattr(request, "membership", None)
    match = request.resolver_match
    name = (match.url_name if match else "") or ""
    return {
        "municipality": municipality,
        "my_municipalities": list(municipalities_of(user, on=date.today())),
        "may": MAY[membership.role] if membership else frozenset(),
        "navigation": _navigation(municipality, name, membership) if municipality and membership else [],
    }


def _navigation(municipality: Municipality, name: str, membership: Membership) -> list[Link]:
    """In the scope of the municipality, which a page that turns somebody away stands outside of."""
    with scope(municipality):
        return links(municipality.code, name, membership.role)
