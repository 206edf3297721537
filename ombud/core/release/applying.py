"""The pattern of a release back in its tables: what is hidden there stands in no cell, base, note or figure."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from ombud.core.release.told import BASE, FIRST_NOTE, Place
from ombud.core.statistics.hiding import hide as hide_places
from ombud.core.statistics.table import HIDDEN, TOTAL_ROW, CellValue, Column, Table


def hide(
    table: Table,
    places: Mapping[Place, tuple[str, ...]],
    hidden: frozenset[str],
    *,
    zeros_shown: bool = True,
) -> Table:
    """The table with HIDDEN wherever a cell tells a hidden count, and nothing that tells it again; a table that hides
    nothing is itself.
    """
    gone = {place for place, keys in places.items() if hidden.intersection(keys)}
    notes = {one.text for at, one in enumerate(table.counted_notes) if (FIRST_NOTE - at, 0) in gone}
    cells = {place for place in gone if place[0] >= TOTAL_ROW}
    return hide_places(table, cells, notes=notes, hides_base=BASE in gone, zeros_shown=zeros_shown)


def round_off(table: Table, places: Mapping[Place, tuple[str, ...]], values: Mapping[str, int], note: str) -> Table:
    """The table with the rounded counts by key, shares and differences made of them, no note that tells an exact count
    and ``note`` below it.
    """
    base = places.get(BASE, ())
    whole = values.get(base[0], 0) if base else 0

    def rounded(cells: tuple[CellValue, ...], at: int) -> tuple[CellValue, ...]:
        return tuple(
            _rounded(cell, column, places.get((at, place), ()), values, whole)
            for place, (cell, column) in enumerate(zip(cells, table.columns, strict=True))
        )

    rows = tuple(replace(row, cells=rounded(row.cells, at)) for at, row in enumerate(table.rows))
    basis = replace(table.basis, base_count=whole) if base else table.basis
    made = replace(table, rows=rows, total=rounded(table.total, TOTAL_ROW), basis=basis, differences=())
    exact = {one.text: one.without for one in table.counted_notes}
    notes = [text for text in (exact.get(one, one) for one in table.notes) if text]
    return replace(made, notes=(*notes, note), counted_notes=())


def hidden_cells(table: Table) -> int:
    """How many printed cells are hidden."""
    return sum(cell is HIDDEN for cells in (*(row.cells for row in table.rows), table.total) for cell in cells)


def _rounded(
    cell: CellValue, column: Column, keys: tuple[str, ...], values: Mapping[str, int], whole: int
) -> CellValue:
    if cell is None or not keys or any(key not in values for key in keys):
        return cell
    if column.unit == "percent":
        steps = 100 * 10**column.decimals
        return Fraction(round(Fraction(values[keys[0]] * steps, whole)), steps) if whole else None
    return values[keys[0]] - values[keys[1]] if len(keys) == 2 else values[keys[0]]
