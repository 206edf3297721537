"""Codes on paper: 256 bits that carry their kind, where they belong and their own check, in 16 groups of four.

The letters leave out I, O, 0 and 1. A slip of the pen is told apart from a wrong code.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from enum import IntEnum

from ombud.privacy.sealing.derivation import KEY, new_key
from ombud.privacy.sealing.errors import Mistyped

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
GROUP = 4
GROUPS = 16
BELONGS = 3
CHECK = 4
SEPARATORS = " -\u00a0\u2010\u2011\u2012\u2013\u2014\u2212.\t\r\n"


class Kind(IntEnum):
    """What a code opens."""

    PERSON = 1
    ENVELOPE = 2
    SHARE_1 = 3
    SHARE_2 = 4
    SHARE_3 = 5


SHARES = (Kind.SHARE_1, Kind.SHARE_2, Kind.SHARE_3)


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its kind, the kit or slot it belongs to (3 bytes), and its secret (32 bytes, never shown by repr)."""

    kind: Kind
    belongs: bytes
    secret: bytes = field(repr=False)

    def printed(self) -> str:
        """As it stands on paper: ``ABCD EFGH ...``, 16 groups."""
        body = bytes([self.kind]) + self.belongs + self.secret
        number = int.from_bytes(body + _check(body), "big")
        letters = "".join(LETTERS[(number >> shift) & 31] for shift in range((GROUP * GROUPS - 1) * 5, -1, -5))
        return " ".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def new_belonging() -> bytes:
    """A random name for a kit or a slot, so that its codes are known from others."""
    return secrets.token_bytes(BELONGS)


def new_code(kind: Kind, belongs: bytes) -> Code:
    """A fresh code with a secret of 256 bits."""
    return Code(kind, belongs, new_key())


def read_code(typed: str) -> Code:
    """The code somebody typed, however it is spaced, in small or capital letters.

    Raises Mistyped with the number of the group that holds an impossible letter, or 0 when the whole must be
    compared.
    """
    letters = bare(typed)
    for place, letter in enumerate(letters):
        if letter not in LETTERS:
            raise Mistyped(place // GROUP + 1)
    if len(letters) != GROUP * GROUPS:
        raise Mistyped
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    data = number.to_bytes(GROUP * GROUPS * 5 // 8, "big")
    body, check = data[:-CHECK], data[-CHECK:]
    if not hmac.compare_digest(_check(body), check) or body[0] not in set(Kind):
        raise Mistyped
    return Code(Kind(body[0]), body[1 : 1 + BELONGS], body[-KEY:])


def bare(typed: str) -> str:
    """Capital letters without what people put between the groups."""
    return "".join(letter for letter in typed.upper() if letter not in SEPARATORS)


def _check(body: bytes) -> bytes:
    return hashlib.sha256(b"ombud code check" + body).digest()[:CHECK]
