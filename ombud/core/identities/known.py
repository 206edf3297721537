"""What is known of persons from the cases of an office, and what may stand in a report all the same."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What was found."""

    NAME = "name"
    ORGANISATION = "organisation"
    CPR = "cpr"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    FILE_NUMBER = "file number"
    FILE_NAME = "file name"
    OWN_NUMBER = "own number"
    PLATE = "plate"


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """One particular as somebody typed it, and the opaque id of the case it is known from."""

    kind: Kind
    said: str
    case: str

    def __repr__(self) -> str:
        return f"<Identity: {self.kind}>"


@dataclass(frozen=True, repr=False)
class KnownIdentities:
    """Every particular of every case one may open. ``own_numbers`` are the office's own, "7/2024" (R37).

    ``repr`` tells how many, never who; it lives in memory for as long as a check takes and is written nowhere.
    """

    identities: tuple[Identity, ...] = ()
    own_numbers: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"<KnownIdentities: {len(self.identities)}>"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("What is known of persons is not written anywhere.")


@dataclass(frozen=True)
class Allowed:
    """What an office publishes of itself: its own contact data, the names of its advisers, and ``words`` such as the
    names of the municipality, its departments and themes, which are nobody's name. An e-mail address under one of its
    ``domains`` is its own unless a case knows it.
    """

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    domains: frozenset[str] = field(default_factory=frozenset)
    addresses: tuple[str, ...] = ()
    words: frozenset[str] = field(default_factory=frozenset)
