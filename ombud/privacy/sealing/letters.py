"""One text sealed to somebody's public key: anyone can write it, only the holder of the private key reads it.

======  ==================================================================
bytes   content
======  ==================================================================
1       version of the format (1)
1       algorithm (2: HPKE, X25519, HKDF-SHA256, AES-256-GCM)
16      to whom: hash of the public key; tells a wrong key from damage
rest    what HPKE gives for the padded text; place and header are its info
======  ==================================================================
"""

import hashlib
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from ombud.privacy.sealing.errors import Damaged, WrongKey
from ombud.privacy.sealing.padding import pad, unpad
from ombud.privacy.sealing.place import Place, Sealed, joined

HEADER = b"\x01\x02"
ADDRESS = 16
BODY = len(HEADER) + ADDRESS
SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def new_pair() -> tuple[bytes, bytes]:
    """A private key and its public key, 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def address(public: bytes) -> bytes:
    """To whom a letter goes, in 16 bytes."""
    return hashlib.sha256(joined("ombud", "address", public)).digest()[:ADDRESS]


def address_of(sealed: Sealed) -> bytes:
    """To whom a letter was sealed. Raises Damaged when it is not of this format."""
    if bytes(sealed[: len(HEADER)]) != HEADER or len(sealed) < BODY:
        raise Damaged
    return bytes(sealed[len(HEADER) : BODY])


def seal_to(public: Sealed, plain: bytes, place: Place) -> bytes:
    """The text, sealed to a public key for its place; needs no secret."""
    key = X25519PublicKey.from_public_bytes(bytes(public))
    return HEADER + address(bytes(public)) + SUITE.encrypt(pad(plain), key, _info(place))


def open_letter(private: bytes, sealed: Sealed, place: Place) -> bytes:
    """The text again. Raises WrongKey or Damaged, and nothing else."""
    sealed = bytes(sealed)
    if not hmac.compare_digest(address_of(sealed), address(public_of(private))):
        raise WrongKey
    try:
        padded = SUITE.decrypt(sealed[BODY:], X25519PrivateKey.from_private_bytes(private), _info(place))
    except (InvalidTag, ValueError):
        raise Damaged from None
    return unpad(padded)


def _info(place: Place) -> bytes:
    return HEADER + place.encoded()
