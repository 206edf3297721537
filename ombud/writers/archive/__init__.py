"""Several files as one archive, written as it is read: nothing of it is kept, in memory or on disk."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime

Entry = tuple[str, Iterable[bytes]]
"""A file's name and its content in pieces."""


class _Outlet(io.RawIOBase):
    """Takes what the archive writes until it is fetched. It cannot seek, so sizes stand behind each file."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self._pieces.append(bytes(piece))
        return len(piece)

    def fetch(self) -> bytes:
        found, self._pieces = b"".join(self._pieces), []
        return found


def pack(entries: Iterable[Entry], *, at: datetime) -> Iterator[bytes]:
    """The archive in pieces. Two files of one name get a number; ``at`` is the time that every file carries."""
    outlet, taken = _Outlet(), set[str]()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_STORED) as archive:
        for name, pieces in entries:
            given = _own_name(name, taken)
            with archive.open(zipfile.ZipInfo(given, at.timetuple()[:6]), "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
                    yield outlet.fetch()
    yield outlet.fetch()


def _own_name(name: str, taken: set[str]) -> str:
    """A name without folders that no other file of the archive has."""
    plain = name.replace("\\", "/").rsplit("/", 1)[-1].strip(". ") or "file"
    stem, dot, kind = plain.rpartition(".")
    given, number = plain, 2
    while given.casefold() in taken:
        given, number = f"{stem or kind} ({number}){dot + kind if stem else ''}", number + 1
    taken.add(given.casefold())
    return given
