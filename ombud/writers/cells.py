"""A cell as it is printed: thousands marked, shares in per cent, a dash where unknown, a word where hidden."""

from collections.abc import Sequence
from fractions import Fraction

from ombud.core.numbers import hidden_text, number_text, share_text
from ombud.core.statistics.table import CellValue, Hidden

UNKNOWN = "–"
Cell = CellValue


def decimals_of(cells: Sequence[Cell]) -> int:
    """One decimal for a column of shares, none where all are whole per cent."""
    return int(any(isinstance(cell, Fraction) and (cell * 100).denominator != 1 for cell in cells))


def cell_text(cell: Cell, unit: str, language: str, decimals: int) -> str:
    """A "percent" gets its sign on the same line, a "rate" one decimal; None is a dash and HIDDEN a word, never 0."""
    if cell is None:
        return UNKNOWN
    if isinstance(cell, Hidden):
        return hidden_text(language)
    if unit == "percent":
        return share_text(Fraction(cell), language, decimals)
    if unit == "rate":
        return number_text(Fraction(cell), language, 1)
    return number_text(Fraction(cell), language, 0 if Fraction(cell).denominator == 1 else 1)
