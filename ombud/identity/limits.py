"""How often a secret may be tried. Counted in the database, so that all processes and threads count together.

A try is taken *before* the secret is looked at, and given back when it was right. Whether an account exists is not
asked: an unknown address is counted like a known one, and both are answered alike.
"""

import hashlib
import time
from dataclasses import dataclass

from django.db import transaction

from ombud.identity.models import Tries


@dataclass(frozen=True)
class Limit:
    """At most ``most`` tries in any ``seconds`` seconds for one subject."""

    name: str
    most: int
    seconds: int


PASSWORD = Limit("password", 10, 300)
"""Passwords of one account, wherever they are typed: at log-in, before a change, when they are changed."""
ADDRESS = Limit("address", 100, 300)
"""Passwords from one network address: wide enough for an office behind one address, too narrow for a list."""
CODE = Limit("code", 10, 300)
"""Codes of an authenticator app and recovery codes of one account."""
USED_CODE = Limit("used-code", 1, 120)
"""A code of an authenticator app counts once, also while its half minute and the tolerated ones last."""
LINK = Limit("link", 3, 900)
"""Mails with a link for a new password to one address."""
LINK_ADDRESS = Limit("link-address", 30, 900)
"""Asking for such mails from one network address."""


@dataclass(frozen=True)
class Taken:
    """A try that was granted."""

    key: str
    at: float


def moment() -> float:
    """Seconds since 1970: the clock of this module, so that a test can turn it."""
    return time.time()


def take(limit: Limit, subject: str) -> Taken | None:
    """One try, or None when there are none left for now. Exact also when many come at the same moment."""
    key = _key(limit, subject)
    with transaction.atomic():
        Tries.objects.get_or_create(key=key)
        row = Tries.objects.select_for_update().get(key=key)
        now = moment()
        row.moments = [at for at in row.moments if at > now - limit.seconds]
        if len(row.moments) >= limit.most:
            return None
        row.moments.append(now)
        row.until = now + limit.seconds
        row.save()
    return Taken(key, now)


def give_back(taken: Taken) -> None:
    """A right secret does not count; the wrong ones before it do."""
    with transaction.atomic():
        row = Tries.objects.select_for_update().filter(key=taken.key).first()
        if row is not None and taken.at in row.moments:
            row.moments.remove(taken.at)
            row.save()


def forget(limit: Limit, subject: str) -> None:
    """Begin anew for one subject, for instance after a new password was set by a link."""
    Tries.objects.filter(key=_key(limit, subject)).update(moments=[])


def forget_old() -> None:
    """Throw away what no limit asks for any longer; a row that is being counted in now is newer."""
    Tries.objects.filter(until__lt=moment(), until__gt=0).delete()


def _key(limit: Limit, subject: str) -> str:
    return hashlib.sha256(f"{limit.name}:{subject.strip().lower()}".encode()).hexdigest()
