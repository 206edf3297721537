"""One sealed text: version, algorithm, nonce, key commitment, AES-256-GCM over the padded text.

======  ==================================================================
bytes   content
======  ==================================================================
1       version of the format (1)
1       algorithm (1: AES-256-GCM)
12      nonce, random
32      commitment to the key: tells a wrong key from damage
rest    ciphertext of the padded text, with a tag of 16 bytes
======  ==================================================================

The first two bytes and the place are bound by the tag: moved elsewhere, a sealed text is ``Damaged``. The commitment
is the same for every text under one key, so that a holder of several keys finds the right one without trying.
"""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ombud.privacy.sealing.derivation import KEY, derive
from ombud.privacy.sealing.errors import Damaged, WrongKey
from ombud.privacy.sealing.padding import pad, unpad
from ombud.privacy.sealing.place import Place, Sealed

HEADER = b"\x01\x01"
NONCE = 12
COMMITMENT = 32
START = len(HEADER) + NONCE
BODY = START + COMMITMENT
TAG = 16


class Sealer:
    """Seals and unseals under one key of 32 bytes; does the derivation once for many texts."""

    __slots__ = ("_aead", "commitment")

    def __init__(self, key: bytes) -> None:
        derived = derive(key, "text", length=KEY + COMMITMENT)
        self._aead = AESGCM(derived[:KEY])
        self.commitment = derived[KEY:]

    def __repr__(self) -> str:
        return "Sealer()"

    def seal(self, plain: bytes, place: Place) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return HEADER + nonce + self.commitment + self._aead.encrypt(nonce, pad(plain), HEADER + place.encoded())

    def unseal(self, sealed: Sealed, place: Place) -> bytes:
        """The text again. Raises WrongKey or Damaged, and nothing else."""
        sealed = bytes(sealed)
        if not hmac.compare_digest(commitment_of(sealed), self.commitment):
            raise WrongKey
        try:
            padded = self._aead.decrypt(sealed[len(HEADER) : START], sealed[BODY:], HEADER + place.encoded())
        except InvalidTag:
            raise Damaged from None
        return unpad(padded)


def commitment_of(sealed: Sealed) -> bytes:
    """Which key a text was sealed under. Raises Damaged when it is not of this format."""
    if sealed[: len(HEADER)] != HEADER or len(sealed) < BODY + TAG:
        raise Damaged
    return bytes(sealed[START:BODY])


def is_text(sealed: Sealed) -> bool:
    """Sealed under a shared key, in contrast to sealed to somebody's public key."""
    return bytes(sealed[: len(HEADER)]) == HEADER


def seal(key: bytes, plain: bytes, place: Place) -> bytes:
    """The text, sealed under ``key`` (32 bytes) for its place."""
    return Sealer(key).seal(plain, place)


def unseal(key: bytes, sealed: Sealed, place: Place) -> bytes:
    """The text again. Raises WrongKey or Damaged."""
    return Sealer(key).unseal(sealed, place)
