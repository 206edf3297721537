"""A file of any length, sealed while it arrives and opened while it is read, one piece of 64 kB at a time.

======  ==================================================================
bytes   content
======  ==================================================================
1       version of the format (1)
1       algorithm (3: AES-256-GCM in pieces)
16      salt, random: two files under one key by mistake still differ
32      commitment to the key
rest    pieces: 65,540 bytes and a tag of 16 each, the last one shorter
======  ==================================================================

A piece holds how many of its bytes are content (4 bytes), the content, and zeros. Its nonce is its number and whether
it is the last one: cut, reordered, repeated or appended pieces are ``Damaged``. The length is padded like a text's.
"""

import hmac
import secrets
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ombud.privacy.sealing.derivation import KEY, derive, new_key
from ombud.privacy.sealing.errors import Damaged, WrongKey
from ombud.privacy.sealing.padding import padded_size
from ombud.privacy.sealing.place import Place

__all__ = ["PIECE", "PieceSealer", "new_key", "sealed_size", "unseal_pieces"]

HEADER = b"\x01\x03"
SALT = 16
COMMITMENT = 32
HEAD = len(HEADER) + SALT + COMMITMENT
PIECE = 64 * 1024
COUNT = 4
TAG = 16
SEALED_PIECE = COUNT + PIECE + TAG


class PieceSealer:
    """``update`` with the file as it comes, then ``finish`` once; each gives sealed bytes to append to the last.

    A file key is made for one file and kept sealed under its case; ``place`` may bind the pieces as well.
    """

    __slots__ = ("_aead", "_bound", "_done", "_head", "_number", "_rest")

    def __init__(self, file_key: bytes, place: Place | None = None) -> None:
        salt = secrets.token_bytes(SALT)
        self._aead, commitment = _cipher(file_key, salt)
        self._head = HEADER + salt + commitment
        self._bound = _bound(place)
        self._rest = b""
        self._number = 0
        self._done = False

    def __repr__(self) -> str:
        return "PieceSealer()"

    def update(self, data: bytes) -> bytes:
        """What can be written by now. The last piece is held back: it may be the final one."""
        if self._done:
            raise ValueError("The file is finished.")
        self._rest += data
        whole = max(0, (len(self._rest) - 1) // PIECE)
        sealed = b"".join(
            self._sealed(self._rest[start : start + PIECE], PIECE, last=False)
            for start in range(0, whole * PIECE, PIECE)
        )
        self._rest = self._rest[whole * PIECE :]
        return sealed

    def finish(self) -> bytes:
        """The rest, padded, and the mark of the end."""
        if self._done:
            raise ValueError("The file is finished.")
        self._done = True
        left = padded_size(self._number * PIECE + len(self._rest)) - self._number * PIECE
        sealed = b""
        while True:
            size = min(left, PIECE)
            left -= size
            sealed += self._sealed(self._rest, size, last=left == 0)
            self._rest = b""
            if not left:
                return sealed

    def _sealed(self, content: bytes, size: int, last: bool) -> bytes:
        plain = len(content).to_bytes(COUNT, "big") + content.ljust(size, b"\0")
        sealed = self._aead.encrypt(_nonce(self._number, last), plain, self._bound)
        head, self._head = self._head, b""
        self._number += 1
        return head + sealed


def unseal_pieces(file_key: bytes, source: Iterable[bytes] | BinaryIO, place: Place | None = None) -> Iterator[bytes]:
    """The content, piece by piece, each checked before it is given; never more than two pieces in memory.

    Raises WrongKey or Damaged. A file cut short gives its whole pieces before it raises, so what was given is the
    file only when the iterator has ended by itself.
    """
    chunks = _even(source)
    head = next(chunks, b"")
    if head[: len(HEADER)] != HEADER or len(head) != HEAD:
        raise Damaged
    aead, commitment = _cipher(file_key, head[len(HEADER) : len(HEADER) + SALT])
    if not hmac.compare_digest(head[len(HEADER) + SALT :], commitment):
        raise WrongKey
    bound = _bound(place)
    number = 0
    piece = next(chunks, None)
    while piece is not None:
        following = next(chunks, None)
        yield _opened(aead, piece, _nonce(number, following is None), bound)
        piece, number = following, number + 1
    if number == 0:
        raise Damaged


def sealed_size(length: int) -> int:
    """How many bytes a file of ``length`` bytes takes when sealed."""
    padded = padded_size(length)
    pieces = -(-padded // PIECE)
    return HEAD + padded + pieces * (COUNT + TAG)


def _opened(aead: AESGCM, piece: bytes, nonce: bytes, bound: bytes) -> bytes:
    if len(piece) < COUNT + TAG:
        raise Damaged
    try:
        plain = aead.decrypt(nonce, piece, bound)
    except InvalidTag:
        raise Damaged from None
    return plain[COUNT : COUNT + int.from_bytes(plain[:COUNT], "big")]


def _cipher(file_key: bytes, salt: bytes) -> tuple[AESGCM, bytes]:
    derived = derive(file_key, "pieces", salt, length=KEY + COMMITMENT)
    return AESGCM(derived[:KEY]), derived[KEY:]


def _bound(place: Place | None) -> bytes:
    return HEADER + (place.encoded() if place else b"")


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _even(source: Iterable[bytes] | BinaryIO) -> Iterator[bytes]:
    """The head, then pieces of equal size, however the source is cut."""
    wanted, rest = HEAD, bytearray()
    for data in _blocks(source):
        rest += data
        while len(rest) >= wanted:
            yield bytes(rest[:wanted])
            del rest[:wanted]
            wanted = SEALED_PIECE
    if rest:
        yield bytes(rest)


def _blocks(source: Iterable[bytes] | BinaryIO) -> Iterator[bytes]:
    read = getattr(source, "read", None)
    return iter(lambda: read(SEALED_PIECE), b"") if read else iter(source)
