"""A section's text as it was written: blocks whose insertions and references are not yet looked up.

Every node that can be wrong carries its line in the section's text (1 is the first), so a problem can name it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What the markup itself can already tell is wrong."""

    UNKNOWN_INSERTION = "unknown insertion"
    INSERTION_IN_PROSE = "insertion in prose"
    UNSAFE_LINK = "unsafe link"
    MISSING_FOOTNOTE = "missing footnote"
    OPEN_CASE = "open case"
    UNTITLED_CASE = "untitled case"


@dataclass(frozen=True)
class Run:
    text: str
    line: int


@dataclass(frozen=True)
class Span:
    """``style`` is "strong", "emphasis" or "link"; only a link has an ``address``."""

    style: str
    children: tuple["DraftInline", ...]
    address: str = ""


@dataclass(frozen=True)
class See:
    """A reference still to be numbered. ``kind`` is "table", "figure", "section", "case" or "" where the writer
    left it to the program."""

    name: str
    kind: str
    line: int


@dataclass(frozen=True)
class Number:
    name: str
    line: int


@dataclass(frozen=True)
class Note:
    """The place of a footnote; ``label`` is its key in ``Draft.notes``."""

    label: int
    line: int


DraftInline = Run | Span | See | Number | Note


@dataclass(frozen=True)
class Prose:
    children: tuple[DraftInline, ...]
    line: int


@dataclass(frozen=True)
class Bullets:
    ordered: bool
    items: tuple[tuple["DraftBlock", ...], ...]


@dataclass(frozen=True)
class Cited:
    blocks: tuple["DraftBlock", ...]


@dataclass(frozen=True)
class Case:
    title: str
    name: str
    blocks: tuple["DraftBlock", ...]
    line: int


@dataclass(frozen=True)
class Insertion:
    """A table or a figure to be set here; ``kind`` is "table" or "figure"."""

    kind: str
    name: str
    line: int


@dataclass(frozen=True)
class Subheading:
    title: str
    line: int


DraftBlock = Prose | Bullets | Cited | Case | Insertion | Subheading


@dataclass(frozen=True)
class Draft:
    """One section's text. ``troubles`` are (what, the text in question, line)."""

    blocks: tuple[DraftBlock, ...]
    notes: Mapping[int, tuple[DraftInline, ...]]
    troubles: tuple[tuple[Trouble, str, int], ...] = ()
