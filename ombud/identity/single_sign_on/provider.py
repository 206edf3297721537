"""The way to the provider and back: PKCE, state and nonce always, and nothing that a page's address could add."""

import secrets
from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.urls import reverse

from ombud.identity.single_sign_on.addresses import is_safe
from ombud.identity.single_sign_on.tokens import Expected, Refused, claims_of

ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class Exchange(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Trades the code of an answer for an identity token and believes it only when everything in it is right."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; refused when it speaks for another issuer or leads to unsafe addresses."""
        config: dict[str, Any] = super().openid_config
        if not isinstance(config, dict) or str(config.get("issuer", "")).rstrip("/") != self.provider_id:
            raise OAuth2Error("issuer")
        unsafe = [name for name in ENDPOINTS if not is_safe(str(config.get(name, "")))]
        if unsafe:
            raise OAuth2Error(", ".join(unsafe))
        return config

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return request.build_absolute_uri(reverse("account-single-sign-on-return"))

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Raises OAuth2Error for a token that proves nothing."""
        config = self.openid_config
        expected = Expected(issuer=config["issuer"], client=app.client_id, nonce=self.nonce)
        try:
            claims = claims_of(str(kwargs["response"].get("id_token", "")), self._get(config["jwks_uri"]), expected)
            if not claims.get("email") and is_safe(str(config.get("userinfo_endpoint", ""))):
                claims |= self._told_of(claims["sub"], config["userinfo_endpoint"], token)
        except Refused as problem:
            raise OAuth2Error(str(problem)) from None
        return self.get_provider().sociallogin_from_response(request, claims)

    def _told_of(self, subject: str, address: str, token: SocialToken) -> dict[str, Any]:
        """The mail address, for providers that leave it out of the token; only about the very person of the token."""
        told = self._get(address, headers={"Authorization": f"Bearer {token.token}"})
        if told.get("sub") != subject:
            raise Refused("userinfo")
        return {name: told[name] for name in ("email", "email_verified") if name in told}

    def _get(self, address: str, **options: Any) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            answer = session.get(address, **options)
            answer.raise_for_status()
            found = answer.json()
        if not isinstance(found, dict):
            raise Refused("answer")
        return found


class SingleSignOn(OpenIDConnectProvider):  # type: ignore[misc]
    """The configured provider. Of what it tells, the subject is kept; the mail address is compared and forgotten."""

    oauth2_adapter_class = Exchange

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        return reverse("account-single-sign-on")

    def get_callback_url(self) -> str:
        return reverse("account-single-sign-on-return")

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        nonce = secrets.token_urlsafe(32)
        return {
            "process": AuthProcess.LOGIN,
            "next_url": get_next_redirect_url(request),
            "scope": ["openid", "email"],
            "auth_params": {"nonce": nonce},
            "nonce": nonce,
        }

    def get_pkce_params(self) -> dict[str, Any]:
        return dict(generate_code_challenge())

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["sub"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"email": data.get("email")}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[EmailAddress]:
        """The address, verified only if the provider says so, or says nothing and the installation trusts it."""
        email = data.get("email")
        if not isinstance(email, str) or not email:
            return []
        verified = data.get("email_verified", bool(self.app.settings.get("trusts_mail")))
        return [EmailAddress(email=email, verified=verified in (True, "true"), primary=True)]
