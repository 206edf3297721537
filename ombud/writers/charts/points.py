"""The numbers a figure draws, picked from its table: the drawing and the table beside it read the same ones."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate

from ombud.core.statistics.table import HIDDEN, Column, Figure, Hidden, Row, Table
from ombud.writers.cells import Cell, cell_text, decimals_of
from ombud.writers.plain import plain


@dataclass(frozen=True)
class Point:
    """One bar, segment or dot. ``value`` is for the geometry only; ``text`` is what is printed. A hidden number is not
    known here either. A line joins the dots of one ``segment`` and no others.
    """

    category: str
    series: str
    value: float
    text: str
    is_known: bool = True
    is_hidden: bool = False
    segment: int = 0


def as_table(figure: Figure) -> Table:
    """The figure's own rows and columns, as shares of the column total where the figure shows shares."""
    table = figure.table
    places = _places(figure)
    rows = [row for row in table.rows if row.level == figure.level] or list(table.rows)
    totals = table.total or (None,) * len(table.columns)
    columns = tuple(table.columns[place] for place in places)

    def pick(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(_share(cells[place], totals[place]) if figure.as_percent else cells[place] for place in places)

    return replace(
        table,
        columns=tuple(replace(column, unit="percent") for column in columns) if figure.as_percent else columns,
        rows=tuple(replace(row, level=0, cells=pick(row.cells)) for row in rows),
        total=pick(table.total) if table.total else (),
    )


def points(figure: Figure, language: str) -> list[Point]:
    """Row by row, column by column, in the table's order. Shares are drawn in per cent of 100."""
    table = as_table(figure)
    found: list[Point] = []
    for row, segment in zip(table.rows, _segments(table), strict=True):
        points = (_point(row, place, column, table, language) for place, column in enumerate(table.columns))
        found.extend(replace(one, segment=segment) for one in points)
    return found


def _segments(table: Table) -> list[int]:
    """The number of breaks in the series before each row."""
    cuts = table.compared.cut_rows if table.compared else frozenset()
    return list(accumulate(int(row.key in cuts) for row in table.rows))


def with_gaps(table: Table) -> Table:
    """The table with an empty row at every break in the series, where a native chart shall not draw a line."""
    cuts = table.compared.cut_rows if table.compared else frozenset()
    rows: list[Row] = []
    for row in table.rows:
        if row.key in cuts and rows:
            rows.append(Row("", "", 0, (None,) * len(table.columns)))
        rows.append(row)
    return replace(table, rows=tuple(rows))


def _point(row: Row, place: int, column: Column, table: Table, language: str) -> Point:
    cell = row.cells[place]
    decimals = decimals_of([one.cells[place] for one in table.rows]) if column.unit == "percent" else 0
    is_known = cell is not None and not isinstance(cell, Hidden)
    value = float(cell or 0) * (100 if column.unit == "percent" else 1) if not isinstance(cell, Hidden) else 0.0
    text = cell_text(cell, column.unit, language, decimals)
    return Point(plain(row.label), plain(column.label), value, text, is_known, cell is HIDDEN)


def _places(figure: Figure) -> list[int]:
    columns = figure.table.columns
    if figure.columns:
        return [place for place, column in enumerate(columns) if column.key in figure.columns]
    places = [place for place, column in enumerate(columns) if not column.is_total]
    return places or list(range(len(columns)))


def _share(cell: Cell, total: Cell) -> Cell:
    """A share stays one; a count becomes a share of its column's total, and is hidden with it."""
    if isinstance(cell, Fraction | Hidden) or cell is None:
        return cell
    if isinstance(total, Hidden):
        return HIDDEN
    return Fraction(cell, int(total)) if total else None
