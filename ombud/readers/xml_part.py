"""XML inside office files, read without ever expanding an entity."""

from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn
from xml.parsers import expat

from ombud.core.words import Words
from ombud.readers.archive import damaged, unreasonable
from ombud.readers.error import ReadError

DEEPEST = 1_000
"""Elements inside each other: the parser remembers all that are open, and a kilobyte of the file can open a million."""
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def refuse_definitions(words: Words) -> ReadError:
    """The refusal of a part with its own document type: no spreadsheet program writes one, an XML bomb needs one."""
    return ReadError(
        words.gettext("The file holds XML definitions that no spreadsheet program writes, and is not opened.")
    )


def walk(pieces: Iterable[bytes], *, start: Start, end: End, text: Text | None, words: Words) -> None:
    """Call the three for each element and text; names come without prefix. Raises ReadError for unsound XML.

    Expat itself, not an element tree: sheets have millions of elements, and a tree of them takes five times as long.
    """

    def refuse(*_: object) -> NoReturn:
        raise refuse_definitions(words)

    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise unreasonable(words)
        start(name.rpartition(":")[2], attributes)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition(":")[2])

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(words) from None


def sound_pieces(pieces: Iterable[bytes], words: Words) -> Iterator[bytes]:
    """The same pieces cut before a tag, each searched for definitions, so that no mark hides across a cut.

    Also refuses UTF-16, in which the search would find nothing and which no spreadsheet program writes.
    """
    carried = b""
    begun = False
    for piece in pieces:
        whole = carried + piece
        if not begun and len(whole) >= 4:
            begun = True
            if b"\x00" in whole[:4] or whole[:2] in (b"\xff\xfe", b"\xfe\xff"):
                raise damaged(words)
        cut = whole.rfind(b"<")
        if cut <= 0:
            cut = len(whole) if len(whole) > 1 << 22 else 0
        carried = whole[cut:]
        if cut:
            yield _searched(whole[:cut], words)
    yield _searched(carried, words)


def whole_cells(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes cut before a cell, so that no cell is split."""
    carried = b""
    for piece in pieces:
        whole = carried + piece
        cut = max(whole.rfind(b"<c "), 0)
        carried = whole[cut:]
        yield whole[:cut]
    yield carried


def _searched(piece: bytes, words: Words) -> bytes:
    if b"<!" in piece and (b"<!DOCTYPE" in piece or b"<!ENTITY" in piece):
        raise refuse_definitions(words)
    return piece
