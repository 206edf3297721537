"""What every page's frame needs."""

from datetime import date
from typing import Any

from django.http import HttpRequest

from ombud.offices.queries.memberships import municipalities_of


def desk(request: HttpRequest) -> dict[str, Any]:
    """The municipality in the address and the others the person serves."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"municipality": None, "my_municipalities": []}
    return {
        "municipality": getattr(request, "municipality", None),
        "my_municipalities": list(municipalities_of(user, on=date.today())),
    }
