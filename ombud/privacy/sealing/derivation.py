"""Keys from keys: HKDF-SHA256, and new random ones."""

import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from ombud.privacy.sealing.place import joined

KEY = 32
"""Bytes of every symmetric key."""


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY)


def derive(key: bytes, *context: str | bytes, length: int = KEY) -> bytes:
    """A key for one purpose, from a uniformly random key (HKDF-Expand; the context is its info)."""
    if len(key) != KEY:
        raise ValueError("A key has 32 bytes.")
    return HKDFExpand(SHA256(), length, joined("ombud", *context)).derive(key)
