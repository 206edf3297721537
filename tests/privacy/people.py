"""Persons and offices of the key store for tests: opaque names, made by the actions."""

from ombud.privacy.actions.offices import grant, make_office_key
from ombud.privacy.actions.people import make_user_key
from ombud.privacy.keyring import Keyring

OFFICE, OTHER_OFFICE = "0165", "0183"
PASSPHRASE = "fire tilfældige ord på en seddel"
ANNA, BENT, CLARA = "anna", "bent", "clara"


def keyring(person: str, *offices: str) -> Keyring:
    """A person with fresh keys who serves the offices (the first one, if none is named)."""
    user_key, _code = make_user_key(person, PASSPHRASE)
    return Keyring(person, user_key, frozenset(offices or (OFFICE,)))


def office_of(first: Keyring, *others: Keyring, office: str = OFFICE) -> None:
    """The office's key, made by the first and granted to the others."""
    make_office_key(office, first)
    for other in others:
        grant(office, other.person, first)


def again(keyring: Keyring) -> Keyring:
    """The same person in the next request: nothing is remembered from the last."""
    return Keyring(keyring.person, keyring._user_key, keyring.offices)
