"""Which account a log-in by the provider is for. None is ever made: it must be there, and open."""

from typing import Any

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.adapter import _build_apps_from_settings as apps_of_settings
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombud.identity.actions import NotConnected, connect_single_sign_on

SECONDS = 5
"""How long a provider may take to answer."""


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The first time the account is found by the verified address, afterwards by issuer and subject alone."""
        if sociallogin.is_existing:
            if not sociallogin.user.is_active:
                raise ImmediateHttpResponse(refused(request, "unknown"))
            return
        verified = [one.email for one in sociallogin.email_addresses if one.verified]
        if not verified:
            raise ImmediateHttpResponse(refused(request, "unverified"))
        account = sociallogin.account
        try:
            made = connect_single_sign_on(email=verified[0], issuer=account.provider, subject=account.uid)
        except NotConnected as problem:
            raise ImmediateHttpResponse(refused(request, problem.reason)) from None
        sociallogin.account, sociallogin.user = made, made.user

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        """Done here, by connecting: the library would take the account's password away."""
        return

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        raise ImmediateHttpResponse(refused(request, "cancelled" if error == "cancelled" else "failed"))

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Those of the settings only; none is read from the database."""
        return [app for apps in apps_of_settings(provider=provider, client_id=client_id).values() for app in apps]

    def get_requests_session(self) -> requests.Session:
        return _Session()


class _Session(requests.Session):
    """Follows no redirect: what is sent to the provider goes nowhere else."""

    def request(self, method: Any, url: Any, *args: Any, **options: Any) -> requests.Response:
        answer = super().request(method, url, *args, **{"timeout": SECONDS} | options | {"allow_redirects": False})
        if answer.is_redirect:
            raise requests.TooManyRedirects(response=answer)
        return answer


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Why nobody was logged in: "unknown", "unverified", "other", "cancelled" or "failed"."""
    return render(request, "socialaccount/refused.html", {"reason": reason}, status=403)
