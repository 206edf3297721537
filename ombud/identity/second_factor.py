"""Whether a second factor is demanded, and of whom.

Decided: none is demanded unless REQUIRE_SECOND_FACTOR says so. What guards a case is the adviser's own passphrase,
which no log-in gives; a second factor keeps others from coming as far as the locked page. Without the setting the
account's page says plainly that one is missing. With it everybody who serves an office needs one, however they log in:
until it is set up no page opens but the account's own. A role is not asked, so that nobody is let in by a new one.
"""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ombud.identity.models import User

BEGINNINGS = ("account", "mfa_", "choose-language")
"""Names of addresses that stay open: the account's own pages."""


def has_second_factor(user: User) -> bool:
    """An authenticator app or a passkey; recovery codes alone are none."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=user, type__in=kinds).exists())


def is_demanded(user: User) -> bool:
    """The installation demands a second factor and this person has none."""
    return bool(settings.REQUIRE_SECOND_FACTOR) and not has_second_factor(user)


class SecondFactorFirst:
    """Leads to the set-up of a second factor while one is demanded."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = (match.url_name if match else "") or ""
        if not request.user.is_authenticated or name.startswith(BEGINNINGS) or not is_demanded(request.user):
            return None
        messages.warning(request, _("Your installation demands a second factor. Set one up first."))
        return HttpResponseRedirect(reverse("mfa_index"))
