"""Writing without being able to read: to an office, or to one person.

For a long document make a file key, seal the document in pieces, and put only the file key into the inbox.
"""

import hmac

from ombud.privacy import places, wraps
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import OfficeKey
from ombud.privacy.sealing.errors import NoAccess, WrongKey
from ombud.privacy.sealing.letters import address, address_of, open_letter, public_of, seal_to
from ombud.privacy.sealing.place import Sealed


def seal_to_office(office: str, plain: bytes, item: str) -> bytes:
    """Sealed for the office's members; ``item`` names the row. Needs no key. Raises NoAccess without an office key."""
    row = OfficeKey.objects.filter(office=office, retired_at=None).first()
    if row is None:
        raise NoAccess
    return seal_to(row.public, plain, places.inbox(office, item))


def open_from_inbox(keyring: Keyring, office: str, sealed: Sealed, item: str) -> bytes:
    """What was sealed to the office, before or after a rotation. Raises NoAccess, WrongKey or Damaged."""
    to = address_of(sealed)
    for private in keyring.opened(office).secrets.inbox:
        if hmac.compare_digest(address(public_of(private)), to):
            return open_letter(private, sealed, places.inbox(office, item))
    raise WrongKey


def seal_to_person(person: str, plain: bytes, item: str) -> bytes:
    """Sealed for one person. Raises NoKeys."""
    return seal_to(wraps.public_keys([person])[person], plain, places.letterbox(person, item))


def open_own(keyring: Keyring, sealed: Sealed, item: str) -> bytes:
    """What was sealed to the keyring's person. Raises NoKeys, WrongKey or Damaged."""
    return open_letter(keyring.private_key(), sealed, places.letterbox(keyring.person, item))
