"""The compound file (OLE) around an older Office file, as far as finding one stream in it."""

from dataclasses import dataclass
from struct import iter_unpack, unpack_from

from ombud.core.words import Words
from ombud.readers.archive import damaged

LAST_SECTOR = 0xFFFFFFFA
"""Larger numbers in a sector chain are marks: end, free, or part of the table itself."""
HEADER_BYTES = 512
ENTRY_BYTES = 128
SMALL_STREAM = 4096
STREAM, ROOT = 2, 5


@dataclass(frozen=True)
class Entry:
    """A stream of the directory."""

    kind: int
    first_sector: int
    size: int


@dataclass(frozen=True)
class CompoundFile:
    """The directory by name, and the sectors' chains."""

    data: bytes
    sector_bytes: int
    next_sector: tuple[int, ...]
    entries: dict[str, Entry]
    small_table_sector: int
    words: Words

    def stream(self, name: str) -> bytes:
        """The bytes of a stream. Raises ReadError when its chain is broken."""
        entry = self.entries[name]
        if entry.size >= SMALL_STREAM:
            return _chain(self, entry.first_sector)[: entry.size]
        root = next((entry for entry in self.entries.values() if entry.kind == ROOT), None)
        if root is None:
            raise damaged(self.words)
        small = _chain(self, root.first_sector)
        table = [number for (number,) in iter_unpack("<I", _chain(self, self.small_table_sector))]
        pieces: list[bytes] = []
        sector = entry.first_sector
        while sector < LAST_SECTOR and len(pieces) <= SMALL_STREAM // 64:
            if sector >= len(table):
                raise damaged(self.words)
            pieces.append(small[sector * 64 : sector * 64 + 64])
            sector = table[sector]
        return b"".join(pieces)[: entry.size]


def open_compound(data: bytes, *, words: Words) -> CompoundFile:
    """The file's directory. Raises ReadError for a file cut short or one that contradicts itself."""
    if len(data) < HEADER_BYTES:
        raise damaged(words)
    (shift,) = unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise damaged(words)
    directory, _, _, small_table, _, more_tables, _ = unpack_from("<7I", data, 48)
    table = _allocation_table(data, 1 << shift, more_tables, words)
    bare = CompoundFile(data, 1 << shift, table, {}, small_table, words)
    entries: dict[str, Entry] = {}
    listing = _chain(bare, directory)
    for at in range(0, len(listing) - ENTRY_BYTES + 1, ENTRY_BYTES):
        name_bytes, kind = unpack_from("<HB", listing, at + 64)
        first, size = unpack_from("<II", listing, at + 116)
        if kind in (STREAM, ROOT) and 2 <= name_bytes <= 64:
            name = listing[at : at + name_bytes - 2].decode("utf-16-le", errors="replace")
            entries.setdefault(name, Entry(kind, first, size))
    return CompoundFile(data, 1 << shift, table, entries, small_table, words)


def _allocation_table(data: bytes, sector_bytes: int, more: int, words: Words) -> tuple[int, ...]:
    sectors = [number for number in unpack_from("<109I", data, 76) if number < LAST_SECTOR]
    seen: set[int] = set()
    while more < LAST_SECTOR:
        listed = [number for (number,) in iter_unpack("<I", _sector(data, sector_bytes, more, words))]
        if more in seen:
            raise damaged(words)
        seen.add(more)
        sectors += [number for number in listed[:-1] if number < LAST_SECTOR]
        more = listed[-1]
    if len(sectors) > len(data) // sector_bytes + 1:
        raise damaged(words)
    table: list[int] = []
    for sector in sectors:
        table += [number for (number,) in iter_unpack("<I", _sector(data, sector_bytes, sector, words))]
    return tuple(table)


def _sector(data: bytes, sector_bytes: int, number: int, words: Words) -> bytes:
    start = (number + 1) * sector_bytes
    sector = data[start : start + sector_bytes]
    if len(sector) < sector_bytes:
        raise damaged(words)
    return sector


def _chain(file: CompoundFile, sector: int) -> bytes:
    pieces: list[bytes] = []
    while sector < LAST_SECTOR:
        if sector >= len(file.next_sector) or len(pieces) > len(file.next_sector):
            raise damaged(file.words)
        pieces.append(_sector(file.data, file.sector_bytes, sector, file.words))
        sector = file.next_sector[sector]
    return b"".join(pieces)
