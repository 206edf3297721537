"""The municipality's log-in service, read from the environment (docs/installation.md). Without OIDC_ISSUER none."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from ombud.config import environment
from ombud.identity.single_sign_on.addresses import is_safe

LONGEST_ISSUER = 200
"""Characters: what the column that says where an account comes from can hold."""


def providers() -> dict[str, Any]:
    """SOCIALACCOUNT_PROVIDERS. Raises ImproperlyConfigured for a part that is missing or not safe."""
    own: dict[str, Any] = {"provider_class": "ombud.identity.single_sign_on.provider.SingleSignOn"}
    issuer = os.environ.get("OIDC_ISSUER", "").strip().rstrip("/")
    if issuer:
        own["APPS"] = [_app(issuer)]
    return {"openid_connect": own}


def _app(issuer: str) -> dict[str, Any]:
    if not is_safe(issuer) or len(issuer) > LONGEST_ISSUER:
        raise ImproperlyConfigured(
            f"OIDC_ISSUER must be an address with https of at most {LONGEST_ISSUER} characters, not {issuer!r}."
        )
    client = os.environ.get("OIDC_CLIENT_ID", "").strip()
    if not client:
        raise ImproperlyConfigured("OIDC_ISSUER is set, but OIDC_CLIENT_ID is missing.")
    return {
        "provider_id": issuer,
        "name": os.environ.get("OIDC_NAME", "").strip() or str(urlsplit(issuer).hostname),
        "client_id": client,
        "secret": _secret(),
        "settings": {"server_url": issuer, "trusts_mail": environment.boolean("OIDC_MAIL_IS_VERIFIED")},
    }


def _secret() -> str:
    """OIDC_CLIENT_SECRET, or the first line of the file that OIDC_CLIENT_SECRET_FILE names."""
    given, name = os.environ.get("OIDC_CLIENT_SECRET", ""), os.environ.get("OIDC_CLIENT_SECRET_FILE", "")
    if not given and name:
        try:
            given = Path(name).read_text().split("\n", 1)[0]
        except OSError as problem:
            raise ImproperlyConfigured(f"OIDC_CLIENT_SECRET_FILE cannot be read: {problem.strerror}.") from None
    if not given.strip():
        raise ImproperlyConfigured("OIDC_ISSUER is set, but neither OIDC_CLIENT_SECRET nor OIDC_CLIENT_SECRET_FILE is.")
    return given.strip()
