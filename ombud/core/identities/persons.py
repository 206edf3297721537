"""What was typed as somebody's name, as the persons and organisations it names."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ombud.core.identities.common_names import ORGANISATIONS, PARTICLES, PEOPLE, TITLES
from ombud.core.identities.spelling import plain, words_of

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\bf\.|\bfødt\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\s+(?:og|and|samt)\s+|\s*[&/;+\n]\s*|\bv/\s*", re.IGNORECASE)
_LEGAL = re.compile(r"\b([aikp])\s?/\s?([sv])\b", re.IGNORECASE)
LEGAL_FORMS = frozenset(("aps", "as", "ivs", "is", "ks", "ps", "amba", "fmba", "smba"))
_NOT_SEARCHED = frozenset(map(plain, PARTICLES | TITLES | PEOPLE))
_KINDS = frozenset(map(plain, ORGANISATIONS))


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """The parts of a name in small letters, the surname last. One part alone may be either."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Organisation:
    """The words of its name, without "ApS" and the like."""

    parts: tuple[str, ...]


def named_in(said: str, nobodys: Collection[str] = frozenset()) -> Iterator[Person | Organisation]:
    """Whom the name tells of: "Anna og Bo Hansen" are two of one surname, "Hansen, Anna" is Anna Hansen, "Salon X v/Ida
    Holm" a firm and a person. ``nobodys`` are words, plain, of which a name may consist without naming anyone.
    """
    joined = _LEGAL.sub(r"\1\2", _ASIDE.sub(" ", said))
    several = [_parts(_turned(one)) for one in _SEVERAL.split(joined)]
    surname = next((parts[-1:] for parts in reversed(several) if len(parts) > 1), ())
    for parts in several:
        if not parts or all(part in nobodys for part in parts):
            continue
        if not _KINDS.isdisjoint(parts):
            yield Organisation(tuple(part for part in parts if part not in LEGAL_FORMS))
        else:
            own = tuple(part for part in parts if part not in _NOT_SEARCHED and len(part) > 1)
            if own:
                yield Person((*own, *surname) if len(own) == 1 and surname and own != surname else own)


def _turned(name: str) -> str:
    surname, comma, first = name.partition(",")
    return f"{first} {surname}" if comma and first.strip() else name


def _parts(name: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in words_of(name) if not word[0].isdigit())
