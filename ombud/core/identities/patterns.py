"""What has the form of an identity although no case knows it: e-mail addresses and registration plates."""

import re
from collections.abc import Iterator

MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_PLATE = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2}[ \u00a0]?\d{2}[ \u00a0]?\d{3}(?![\d.]|[ \u00a0]?[\w-])")
_NO_PLATE = frozenset(("EU", "KL", "DR", "AT", "ER", "OG", "PÅ", "EN", "ET", "DE", "NR", "TV", "IT", "FN", "US", "KR"))
_PRIVATE = """
gmail.com googlemail.com hotmail.com hotmail.dk outlook.com outlook.dk live.com live.dk msn.com yahoo.com yahoo.dk
icloud.com me.com mac.com mail.dk mail.com jubii.dk ofir.dk stofanet.dk youmail.dk webspeed.dk privat.dk get2net.dk
tdcadsl.dk mail.tele.dk post.tele.dk pc.dk protonmail.com proton.me gmx.com gmx.net aol.com
"""
PRIVATE = frozenset(_PRIVATE.split())
"""Where people have a mailbox of their own."""


def mails_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Place and e-mail address in small letters."""
    for found in MAIL.finditer(text):
        mail = found[0].rstrip(".-_").casefold()
        yield found.start(), found.start() + len(mail), mail


def is_private(mail: str) -> bool:
    """Whether the address is of a kind that persons have and authorities have not."""
    return mail.rpartition("@")[2] in PRIVATE


def plates_in(text: str) -> Iterator[tuple[int, int]]:
    """Two letters and five digits, as AB 12 345."""
    for found in _PLATE.finditer(text):
        if found[0][:2] not in _NO_PLATE:
            yield found.start(), found.end()
