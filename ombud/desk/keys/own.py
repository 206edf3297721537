"""A person's own keys: when they were used, and what can be changed."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombud.identity.models import User
from ombud.offices.actions.keys.own import has_confirmed_code
from ombud.offices.queries.memberships import case_municipalities_of
from ombud.offices.queries.unlockings import last_attempts
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.actions.offices import holders
from ombud.privacy.actions.people import has_keys


def show(request: HttpRequest) -> HttpResponse:
    """Open to whoever is logged in, also locked: it shows when, never what."""
    user: User = request.user  # type: ignore[assignment]
    person = str(user.pk)
    offices = [
        {"municipality": one, "holds": person in holders(one.code), "kit": kit_state(one.code)}
        for one in case_municipalities_of(user, date.today())
    ]
    context = {
        "offices": offices,
        "has_keys": has_keys(person),
        "code_confirmed": has_confirmed_code(user),
        "attempts": last_attempts(user),
    }
    return render(request, "keys/own.html", context)
