"""How the log-in library behaves here: nobody makes an account for themselves, and every try is counted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import truncate_ip
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ombud.identity import limits

WAIT = _("There have been too many attempts. Wait five minutes, then try again.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
        "email_password_mismatch": _("The e-mail address or the password is wrong."),
        "incorrect_password": _("The password is wrong."),
        "enter_current_password": _("The present password is wrong."),
        "incorrect_code": _("The code is wrong, or it has been used already."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the office, never by whoever finds the page."""
        return False

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """The ways to show once more that it is you, in this house's words."""
        said = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code from the app, or a spare code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        return [
            method | {"description": str(said[method["id"]])} for method in super().get_reauthentication_methods(user)
        ]

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The person whose password this is. A wrong one costs a try of the account and one of the network address.

        Raises ValidationError when either has none left: then the password is not looked at, and is not accepted
        though it be right. The library runs the hasher once for an unknown address too.
        """
        taken = self._take(request, str(credentials.get("email", "")))
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is not None:
            for one in taken:
                limits.give_back(one)
        return user

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """The library's own count, which each process keeps for itself, is not used."""

    def _take(self, request: HttpRequest, email: str) -> list[limits.Taken]:
        by_address = limits.take(limits.ADDRESS, address_of(request))
        by_account = limits.take(limits.PASSWORD, email) if by_address else None
        if by_address is None or by_account is None:
            raise self.validation_error("too_many_login_attempts")
        return [by_address, by_account]


def address_of(request: HttpRequest) -> str:
    """The network address that counts: of an IPv6 address the network, since one has many of it."""
    return str(truncate_ip(AccountAdapter(request).get_client_ip(request)))
