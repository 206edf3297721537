"""Texts that an xlsx file holds once and shows in many cells.

Each cell gets its own copy when the file is read, so a few kilobytes can grow to as many gigabytes. No size in the zip
archive shows it.
"""

import re
from array import array
from collections.abc import Iterable

from ombud.core.words import Words
from ombud.readers.archive import Archive, unreasonable
from ombud.readers.limits import Limits
from ombud.readers.xml_part import sound_pieces, whole_cells

SHARED = "xl/sharedstrings.xml"
ITEM = re.compile(rb"<(?:\w+:)?si[\s>/]")
SHOWN = re.compile(
    rb"""\st\s*=\s*["']s["'][^>]*>\s*(?:<(?:\w+:)?f\b[^>]*>(?:[^<]*</(?:\w+:)?f\s*>)?\s*)?<(?:\w+:)?v\b[^>]*>\s*(\d+)"""
)
SHORTEST_CELL = 20
"""Bytes of a cell that shows a shared text: ``<c t="s"><v>0</v></c>``."""


def refuse_repeated_texts(archive: Archive, sheet_parts: Iterable[str], *, words: Words, limits: Limits) -> None:
    """Raise ReadError when the texts as shown would be larger than a file may unpack to."""
    if SHARED not in archive.parts:
        return
    lengths = _lengths(archive, words)
    parts = list(sheet_parts)
    cells_at_most = sum(archive.parts[part].file_size for part in parts) // SHORTEST_CELL
    if cells_at_most * max(lengths, default=0) <= limits.unpacked_bytes:
        return
    shown = 0
    for part in parts:
        for piece in whole_cells(sound_pieces(archive.chunks(part), words)):
            for index in map(int, SHOWN.findall(piece)):
                shown += lengths[index] if index < len(lengths) else 0
            if shown > limits.unpacked_bytes:
                raise unreasonable(words)


def _lengths(archive: Archive, words: Words) -> "array[int]":
    """The bytes of each shared text with its markup."""
    lengths = array("Q")
    position, start = 0, -1
    for piece in sound_pieces(archive.chunks(SHARED), words):
        for found in ITEM.finditer(piece):
            at = position + found.start()
            if start >= 0:
                lengths.append(at - start)
            start = at
        position += len(piece)
    if start >= 0:
        lengths.append(position - start)
    return lengths
