"""A table of inner counts, theme by subtheme by column, as it comes out of a spreadsheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ombud.core.disclosure.two_level import InnerRow, TwoLevelTable
from ombud.core.words import Words

TOTALS = ("*", "i alt", "ialt", "total", "in all")
LABELS = 2

Sheet = Sequence[tuple[int, Sequence[object]]]


class NotATable(ValueError):
    """What was given is no table of counts; the message is for the user, already translated, and names the place."""


def read_two_level(sheet: Sheet, words: Words) -> TwoLevelTable:
    """The table in numbered rows: a heading, then theme, subtheme and one count a column. Totals may be there (named
    ``*`` or "I alt": a column, a row for a theme, a row for everything) and must then be right. ``NotATable`` names the
    row, the column, and of a wrong total the sum and the difference.
    """
    return _Reading(sheet, words).table()


@dataclass(frozen=True)
class _Line:
    number: int
    theme: str
    subtheme: str
    counts: tuple[int, ...]

    @property
    def is_total(self) -> bool:
        return _is_total(self.theme) or _is_total(self.subtheme)


class _Reading:
    def __init__(self, sheet: Sheet, words: Words) -> None:
        self._words = words
        rows = [(number, [_text(cell) for cell in cells]) for number, cells in sheet]
        rows = [(number, cells) for number, cells in rows if any(cells)]
        if not rows:
            raise NotATable(words.gettext("There is no table in the file."))
        number, heading = rows[0]
        self._heading = _without_blank_end(heading)
        self._check_heading(number)
        self._lines = [self._line(number, _without_blank_end(cells)) for number, cells in rows[1:]]

    def table(self) -> TwoLevelTable:
        """The inner counts, after a look at the totals beside them."""
        places = [place for place, name in enumerate(self._columns) if not _is_total(name)]
        inner = [line for line in self._lines if not line.is_total]
        if not inner:
            raise NotATable(self._words.gettext("There is no row with counts in the file."))
        self._check_names(inner)
        self._check_row_totals(places)
        for line in self._lines:
            if line.is_total:
                self._check_total(line, [one for one in inner if _is_total(line.theme) or one.theme == line.theme])
        rows = [InnerRow(one.theme, one.subtheme, tuple(one.counts[place] for place in places)) for one in inner]
        return TwoLevelTable(tuple(self._columns[place] for place in places), tuple(rows))

    @property
    def _columns(self) -> list[str]:
        return self._heading[LABELS:]

    def _check_heading(self, number: int) -> None:
        if not [name for name in self._columns if not _is_total(name)]:
            raise self._wrong(
                number, self._words.gettext("the heading needs theme, subtheme and at least one column of counts.")
            )
        for place, name in enumerate(self._columns):
            if not name:
                text = self._words.gettext("column %(place)d has no name.")
                raise self._wrong(number, text % {"place": place + LABELS + 1})
            if name in self._columns[:place]:
                raise self._wrong(number, self._words.gettext("there are two columns “%(name)s”.") % {"name": name})

    def _line(self, number: int, cells: list[str]) -> _Line:
        if len(cells) != len(self._heading):
            text = self._words.gettext("there are %(cells)d cells where the heading has %(heading)d.")
            raise self._wrong(number, text % {"cells": len(cells), "heading": len(self._heading)})
        theme, subtheme = cells[:LABELS]
        if not theme or not (subtheme or _is_total(theme)):
            raise self._wrong(number, self._words.gettext("theme or subtheme is missing."))
        named = zip(self._columns, cells[LABELS:], strict=True)
        return _Line(number, theme, subtheme, tuple(self._count(number, name, text) for name, text in named))

    def _count(self, number: int, column: str, text: str) -> int:
        try:
            value = int(text) if text.isascii() else None
        except ValueError:
            value = None
        if value is None:
            message = self._words.gettext("“%(text)s” in column %(column)s is not a whole number.")
            raise self._wrong(number, message % {"text": text, "column": column})
        if value < 0:
            message = self._words.gettext("%(text)s in column %(column)s is negative.")
            raise self._wrong(number, message % {"text": text, "column": column})
        return value

    def _check_names(self, inner: Iterable[_Line]) -> None:
        seen: dict[tuple[str, str], int] = {}
        for line in inner:
            first = seen.setdefault((line.theme, line.subtheme), line.number)
            if first != line.number:
                text = self._words.gettext("the same theme and subtheme stand in row %(first)d already.")
                raise self._wrong(line.number, text % {"first": first})

    def _check_row_totals(self, places: Sequence[int]) -> None:
        for line in self._lines:
            found = sum(line.counts[place] for place in places)
            for place, name in enumerate(self._columns):
                if _is_total(name):
                    self._check_sum(line, name, found, line.counts[place])

    def _check_total(self, line: _Line, parts: Sequence[_Line]) -> None:
        for place, name in enumerate(self._columns):
            self._check_sum(line, name, sum(one.counts[place] for one in parts), line.counts[place])

    def _check_sum(self, line: _Line, column: str, parts: int, total: int) -> None:
        if parts != total:
            text = self._words.gettext(
                "%(row)s, column %(column)s: the parts make %(parts)d, the total is %(total)d, the difference is "
                "%(difference)d."
            )
            numbers = {"parts": parts, "total": total, "difference": total - parts}
            row = " / ".join(name for name in (line.theme, line.subtheme) if name)
            raise self._wrong(line.number, text % {"row": row, "column": column, **numbers})

    def _wrong(self, number: int, message: str) -> NotATable:
        return NotATable(self._words.gettext("row %(row)d: %(message)s") % {"row": number, "message": message})


def _is_total(name: str) -> bool:
    return name.lower() in TOTALS


def _without_blank_end(cells: list[str]) -> list[str]:
    filled = max((place for place, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:filled]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
