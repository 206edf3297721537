"""Storing a file and opening it again. Names and keys are the caller's to keep: the key sealed under its case."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

from ombud.privacy.sealing.errors import CannotOpen, Damaged
from ombud.privacy.sealing.pieces import unseal_pieces
from ombud.privacy.uploads import Arriving, SealedReader, SealedUpload

PIECE = 1 << 16


@dataclass(frozen=True, repr=False)
class Stored:
    """A stored file: its random name, its key and the bytes of its content."""

    name: str
    key: bytes
    size: int


def store(content: BinaryIO | Any) -> Stored:
    """Keep a file: an upload is taken over as it was sealed, anything else that can be read is sealed now."""
    if isinstance(content, SealedUpload):
        return _kept(content.arriving)
    arriving = Arriving()
    try:
        while piece := content.read(PIECE):
            arriving.write(piece)
        arriving.finish()
        return _kept(arriving)
    except BaseException:
        arriving.discard()
        raise


def open_stored(name: str, key: bytes, size: int) -> BinaryIO:
    """The content as an ordinary file. Reading raises CannotOpen when it is damaged."""
    return SealedReader.buffered(lambda: _opened(name), key, size)


def pieces_of(name: str, key: bytes, size: int) -> Iterator[bytes]:
    """The content in pieces of 64 kB. Raises CannotOpen where it is damaged, and at the end when it is too short."""
    given = 0
    with _opened(name) as sealed:
        for piece in unseal_pieces(key, sealed):
            given += len(piece)
            if piece:
                yield piece
    if given != size:
        raise Damaged


def why_not_whole(name: str, key: bytes, size: int) -> CannotOpen | None:
    """What is wrong with a stored file; it is read from its first to its last byte (0.1 s for 100 MB)."""
    try:
        for _piece in pieces_of(name, key, size):
            pass
    except CannotOpen as problem:
        return problem
    return None


def throw_away(name: str) -> None:
    """Delete the file; gone already is as good. Without its key it says nothing anyway."""
    if name:
        path_of(name).unlink(missing_ok=True)


def path_of(name: str) -> Path:
    return folder() / Path(name).name


def folder() -> Path:
    return Path(settings.OMBUD_HOME) / "files"


def _kept(arriving: Arriving) -> Stored:
    name = uuid.uuid4().hex
    arriving.keep(folder() / name)
    return Stored(name, arriving.key, arriving.size)


def _opened(name: str) -> BinaryIO:
    try:
        return path_of(name).open("rb")
    except OSError:
        raise Damaged from None
