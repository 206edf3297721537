"""What every page's frame needs."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from ombud.desk.navigation import links
from ombud.offices.queries.memberships import municipalities_of


def desk(request: HttpRequest) -> dict[str, Any]:
    """The municipality in the address, the others the person serves, and the navigation."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"municipality": None, "my_municipalities": [], "navigation": []}
    municipality = getattr(request, "municipality", None)
    match = request.resolver_match
    return {
        "municipality": municipality,
        "my_municipalities": list(municipalities_of(user, on=date.today())),
        "navigation": links(municipality.code, (match.url_name if match else "") or "") if municipality else [],
    }
