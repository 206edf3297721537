"""How long an unlocked session lasts, and where the user key lies meanwhile: in the session row, sealed under a token
that only the browser's cookie holds. Neither of the two opens anything without the other.
"""

import base64
import binascii
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone

from ombud.privacy import places
from ombud.privacy.sealing.derivation import KEY, derive, new_key
from ombud.privacy.sealing.errors import Damaged, WrongKey
from ombud.privacy.sealing.texts import seal, unseal

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=10)
TOUCH = timedelta(seconds=10)
"""A use is written down when the last one lies this far back, so that not every request writes."""
NAME = "unlocked"


def remember(session: SessionBase, person: str, user_key: bytes, fingerprint: str, now: datetime | None = None) -> str:
    """The token for the cookie. ``fingerprint`` stands for the person's roles and password: another one locks."""
    if not session.session_key:
        session.create()
    token, moment = new_key(), _seconds(now or timezone.now())
    place = places.session(str(session.session_key), person, fingerprint, str(moment))
    sealed = seal(_key(token), user_key, place)
    session[NAME] = {"sealed": base64.b64encode(sealed).decode(), "since": moment, "seen": moment}
    return base64.urlsafe_b64encode(token).decode().rstrip("=")


def recall(
    session: SessionBase, token: str, person: str, fingerprint: str, now: datetime, *, touches: bool = True
) -> bytes | None:
    """The user key, or None when there is none to be had: locked, idle too long, or another session or person.

    A use counts: the idle time begins anew, unless the page asks by itself (``touches``). What has run out, or belongs
    to other roles, is locked at once; a wrong token alone locks nothing.
    """
    kept = session.get(NAME)
    key = _token_key(token)
    if not kept or key is None:
        return None
    if seconds_left(session, now) <= 0:
        lock(session)
        return None
    place = places.session(str(session.session_key), person, fingerprint, str(kept["since"]))
    try:
        user_key = unseal(key, base64.b64decode(kept["sealed"]), place)
    except Damaged:  # the right token, but another session, person, role or password
        lock(session)
        return None
    except WrongKey:
        return None
    if touches and _seconds(now) - kept["seen"] >= TOUCH.total_seconds():
        session[NAME] = kept | {"seen": _seconds(now)}
    return user_key


def lock(session: SessionBase) -> None:
    """Forget the user key; only the passphrase opens again."""
    session.pop(NAME, None)


def seconds_left(session: SessionBase, now: datetime) -> int:
    """Until the session locks by itself without another use; 0 when it is locked. The page counts down from here."""
    kept: dict[str, Any] | None = session.get(NAME)
    if not kept:
        return 0
    ends = min(kept["seen"] + IDLE.total_seconds(), kept["since"] + LONGEST.total_seconds())
    return max(0, int(ends - _seconds(now)))


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _key(token: bytes) -> bytes:
    return derive(token, "session token")


def _token_key(token: str) -> bytes | None:
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return _key(raw) if len(raw) == KEY else None
