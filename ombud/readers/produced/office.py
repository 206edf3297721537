"""Word and Excel files: every XML part of the archive, the properties among them."""

import io
import zipfile
from collections.abc import Iterator

from ombud.core.words import PLAIN
from ombud.readers.archive import damaged
from ombud.readers.produced.piece import Piece
from ombud.readers.xml_part import walk

_BLOCKS = frozenset(("p", "si", "is", "f", "v", "text", "author", "definedName", "oddHeader", "oddFooter"))
"""Ends of a piece of text: a paragraph, a string of a cell, a formula or value, a comment with its author, a header."""
_ATTRIBUTES = frozenset(("descr", "title", "name", "alt", "author", "initials", "displayName", "Target", "tooltip"))
_PROPERTIES = "docProps/"
_READ = (".xml", ".rels")


def office_pieces(content: bytes) -> Iterator[Piece]:
    """Paragraphs, strings of cells, names of sheets, descriptions of drawings, addresses of links, all properties."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if name.endswith(_READ):
                    part = _Part(is_properties=name.startswith(_PROPERTIES))
                    walk([archive.read(name)], start=part.start, end=part.end, text=part.text, words=PLAIN)
                    yield from part.pieces
    except (zipfile.BadZipFile, OSError, EOFError):
        raise damaged(PLAIN) from None


class _Part:
    """Gathers the text of one part. In the properties every element is a piece of its own."""

    def __init__(self, *, is_properties: bool) -> None:
        self.pieces: list[Piece] = []
        self._is_properties = is_properties
        self._said: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._is_properties:
            self._said = []
        if name in ("br", "tab", "cr"):
            self._said.append(" ")
        for key, value in attributes.items():
            local = key.rpartition(":")[2]
            if local in _ATTRIBUTES and value:
                self.pieces.append(Piece(local, value))

    def end(self, name: str) -> None:
        if self._is_properties or name in _BLOCKS:
            said = "".join(self._said).strip()
            self._said = []
            if said:
                self.pieces.append(Piece(name if self._is_properties else "", said))

    def text(self, data: str) -> None:
        self._said.append(data)
