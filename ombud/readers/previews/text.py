"""Text of an unknown encoding, its beginning, without characters that would make it read otherwise than it stands."""

import codecs
import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 200_000
"""Bytes that are shown."""
HEAD_ASKED = 4000
NOT_TEXT = bytes(code for code in range(32) if code not in b"\t\n\f\r\x1b")
REPLACED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Shown:
    """``whole``: nothing is left out at the end."""

    text: str
    whole: bool


def is_text(head: bytes) -> bool:
    """Whether bytes look like text: no control characters that texts have no use for. An empty file is none."""
    if not head:
        return False
    if _encoding(head).startswith("utf-16"):
        return True
    return len(head.translate(None, NOT_TEXT)) == len(head)


def shown_text(start: bytes) -> Shown:
    """The text of a file that begins with ``start``; give at least one byte more than LONGEST_TEXT when there is."""
    whole = len(start) <= LONGEST_TEXT
    cut = start[:LONGEST_TEXT]
    text = codecs.getincrementaldecoder(_encoding(cut))("replace").decode(cut, final=whole)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Shown("".join(one if _is_plain(one) else REPLACED for one in lines), whole)


def _is_plain(character: str) -> bool:
    """Neither a control nor a mark that turns the direction of what follows."""
    return character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = data[:HEAD_ASKED]
    half = max(len(start) // 2, 1)
    if start[1::2].count(0) > 0.7 * half and start[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if start[0::2].count(0) > 0.7 * half and start[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
