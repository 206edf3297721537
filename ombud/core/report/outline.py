"""The order of a report's sections, nested by level and numbered (R246)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class OutlineSection:
    """One section as the adviser ordered it. ``level`` 1 is the outermost; ``text`` is in the simple markup."""

    key: str
    title: str
    level: int
    numbered: bool
    text: str


@dataclass(frozen=True)
class Heading:
    """A section with its place in the whole: ``number`` is "1.2", or "" where it is not numbered."""

    section: OutlineSection
    number: str
    anchor: str
    below: tuple["Heading", ...]


def number_headings(outline: Sequence[OutlineSection]) -> tuple[Heading, ...]:
    """Nest the sections by level and number those that are numbered, counting inside the nearest numbered one.

    A section that skips a level stands below the nearest outer one.
    """
    return _Numberer(outline).headings("", 0)


def slug(text: str) -> str:
    """Letters a to z, digits and hyphens: safe as an id in HTML, Word and Typst. May be empty."""
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        text = text.lower().replace(letter, plain)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


class _Numberer:
    def __init__(self, outline: Sequence[OutlineSection]) -> None:
        self._outline = outline
        self._next = 0
        self._anchors: set[str] = set()
        self._counts: dict[str, int] = {}

    def headings(self, outer: str, level: int) -> tuple[Heading, ...]:
        """The sections from here on that stand below ``level``; ``outer`` is the number they continue."""
        found: list[Heading] = []
        while self._next < len(self._outline) and self._outline[self._next].level > level:
            section = self._outline[self._next]
            self._next += 1
            number = self._number(outer) if section.numbered else ""
            anchor = self._anchor(section)
            below = self.headings(number or outer, section.level)
            found.append(Heading(section, number, anchor, below))
        return tuple(found)

    def _number(self, outer: str) -> str:
        self._counts[outer] = self._counts.get(outer, 0) + 1
        return f"{outer}.{self._counts[outer]}" if outer else str(self._counts[outer])

    def _anchor(self, section: OutlineSection) -> str:
        wanted = "section-" + (slug(section.key) or slug(section.title) or str(self._next))
        if wanted in self._anchors:
            wanted = f"{wanted}-{self._next}"
        self._anchors.add(wanted)
        return wanted
