"""The identity token of OpenID Connect: what it must prove before a word of it is believed."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures with a key pair only: a token signed with a shared secret, or not at all, is refused."""
LEEWAY = 60
"""Seconds that the clocks may differ."""


class Refused(Exception):
    """The token proves nothing. The text names the part, never a value of it."""


@dataclass(frozen=True)
class Expected:
    """What this log-in asked for."""

    issuer: str
    client: str
    nonce: str


def claims_of(token: str, keys: Mapping[str, Any], expected: Expected) -> dict[str, Any]:
    """The claims, when signature, issuer, audience, time and nonce are right. Raises Refused."""
    if not expected.nonce:
        raise Refused("nonce")
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            _key_for(token, keys),
            algorithms=ALGORITHMS,
            issuer=expected.issuer,
            audience=expected.client,
            leeway=LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError, KeyError, AttributeError) as problem:
        raise Refused(type(problem).__name__) from None
    audience = claims["aud"]
    if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != expected.client:
        raise Refused("azp")
    if not hmac.compare_digest(str(claims["nonce"]).encode(), expected.nonce.encode()):
        raise Refused("nonce")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 191:
        raise Refused("sub")
    return claims


def _key_for(token: str, keys: Mapping[str, Any]) -> jwt.PyJWK:
    header = jwt.get_unverified_header(token)
    if header.get("alg") not in ALGORITHMS:
        raise Refused("alg")
    found = [key for key in jwt.PyJWKSet.from_dict(dict(keys)).keys if key.public_key_use in (None, "sig")]
    if header.get("kid") is not None:
        found = [key for key in found if key.key_id == header["kid"]]
    if len(found) != 1:
        raise Refused("kid")
    return found[0]
