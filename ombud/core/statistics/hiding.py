"""A table without some of its numbers (R138), and without what would tell them again: changes, the order of the rows,
differences, shares rounded together.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from ombud.core.statistics.rates import without_rates
from ombud.core.statistics.reconcile import parts_and_total
from ombud.core.statistics.table import HIDDEN, TOTAL_ROW, CellValue, Difference, Row, Table
from ombud.core.words import PLAIN

Place = tuple[int, int]
Cells = tuple[CellValue, ...]


def hide(
    table: Table,
    places: Collection[Place],
    *,
    notes: Collection[str] = (),
    hides_base: bool = False,
    zeros_shown: bool = True,
) -> Table:
    """The table with HIDDEN at ``places`` (row, or TOTAL_ROW, and column); an unknown cell stays unknown.

    A change goes with either of its numbers, a rate with its own. Where a count of a column of shares goes, its share
    goes with it and every other share is rounded by itself: the largest remainder is dealt out by the hidden numbers
    too; the same with shares of periods. All shares go where their base would follow from them and from nothing else,
    and where the counts behind them are not known here. ``hides_base``: the number
    the table is of goes too, and the text that tells it. Notes that tell a number of a hidden row go, and so do those
    of ``notes`` (texts of ``table.counted_notes``): what is left to say without the number stands instead.
    """
    if not places and not hides_base and not notes:
        return table
    rows = tuple(replace(row, cells=_without(row.cells, at, places)) for at, row in enumerate(table.rows))
    hidden = replace(table, rows=rows, total=_without(table.total, TOTAL_ROW, places), zeros_shown=zeros_shown)
    hidden = replace(hidden, notes=tuple(_notes(hidden, notes)))
    hidden = without_rates(_without_changes(hidden))
    hidden = _with_own_shares(hidden)
    hidden = _with_own_shares_of_periods(hidden, places)
    if hides_base:
        hidden = replace(hidden, basis=replace(table.basis, base="", base_count=HIDDEN))
    counted = tuple(note for note in table.counted_notes if note.text in hidden.notes)
    return replace(hidden, differences=_differences(table, hidden), counted_notes=counted)


def in_fair_order(table: Table) -> Table:
    """The table as it may be printed. Where rows stand by falling count, those that hide their number are listed by
    name after the others, since their place would tell between which numbers it lies.
    """
    if not table.by_count or not table.has_hidden:
        return table
    return replace(table, rows=tuple(_reordered(table)))


def _without(cells: Cells, row: int, places: Collection[Place]) -> Cells:
    return tuple(HIDDEN if (row, at) in places and cell is not None else cell for at, cell in enumerate(cells))


def _notes(table: Table, hidden: Collection[str]) -> Iterator[str]:
    counted = {note.text: note for note in table.counted_notes}
    keys = {row.key for row in table.rows if HIDDEN in row.cells}
    for text in table.notes:
        note = counted.get(text)
        if note is None or not (text in hidden or keys & {*note.rows} or (note.of_total and HIDDEN in table.total)):
            yield text
        elif note.without:
            yield note.without


def _column(table: Table, key: str) -> int | None:
    return next((at for at, column in enumerate(table.columns) if column.key == key), None)


def _changed(table: Table, at: int, cells: Iterable[CellValue]) -> Table:
    """The table with another column; ``cells`` are those of the rows and last that of the total."""
    changed = [_put(before, at, cell) for before, cell in zip(_lines(table), cells, strict=True)]
    rows = tuple(replace(row, cells=cells) for row, cells in zip(table.rows, changed[:-1], strict=True))
    return replace(table, rows=rows, total=changed[-1])


def _lines(table: Table) -> list[Cells]:
    return [*(row.cells for row in table.rows), table.total or (None,) * len(table.columns)]


def _put(cells: Cells, at: int, cell: CellValue) -> Cells:
    return (*cells[:at], cell, *cells[at + 1 :])


def _without_changes(table: Table) -> Table:
    change = _column(table, "change")
    told_by = [at for key in ("count", "previous") if (at := _column(table, key)) is not None]
    if change is None or table.column_dimension:
        return table
    return _changed(table, change, (_change(cells, change, told_by) for cells in _lines(table)))


def _change(cells: Cells, change: int, told_by: Sequence[int]) -> CellValue:
    is_told = cells[change] is not None and any(cells[at] is HIDDEN for at in told_by)
    return HIDDEN if is_told else cells[change]


def _with_own_shares(table: Table) -> Table:
    count, share = _column(table, "count"), _column(table, "share")
    if count is None or share is None or table.column_dimension:
        return table
    if not any(row.cells[count] is HIDDEN for row in table.rows):
        return table
    base = _base(table, count, share)
    decimals = table.columns[share].decimals
    shares = [_share(row.cells[count], row.cells[share], base, decimals) for row in table.rows]
    return _changed(table, share, [*shares, _lines(table)[-1][share]])


def _with_own_shares_of_periods(table: Table, places: Collection[Place]) -> Table:
    spans = [one.key for one in table.compared.spans] if table.compared else []
    for at, column in enumerate(table.columns):
        shares = [row.cells[at] for row in table.rows]
        if not table.over_periods or column.unit != "percent" or HIDDEN not in (*shares, *table.total[at : at + 1]):
            continue
        counts = _counted(table, spans.index(column.key)) if column.key in spans else None
        beside = any(one is None and (row, at) in places for row, one in enumerate(shares))
        base = None
        if counts and not beside and HIDDEN not in table.total[at : at + 1]:
            base = sum(count or 0 for count, one in zip(counts, shares, strict=True) if one is not None)
        alone = [
            one if one in (None, HIDDEN) else _share(counts[row] if counts else None, one, base, column.decimals)
            for row, one in enumerate(shares)
        ]
        table = _changed(table, at, [*alone, _lines(table)[-1][at]])
    return table


def _counted(table: Table, at: int) -> list[int | None] | None:
    """The counts behind the shares of a period; None where they do not go with the table."""
    counted = table.compared.counted if table.compared else ()
    return [one[at] for one in counted] if counted and len(counted) == len(table.rows) else None


def _base(table: Table, count: int, share: int) -> int | None:
    """What the shares are of, from printed numbers alone: the total without the rows that have no share."""
    outer = [row for row in table.rows if row.level == 0]
    beside = [row.cells[count] for row in outer if row.cells[share] is None]
    total = _lines(table)[-1][count]
    known = [cell for cell in beside if isinstance(cell, int)]
    if not isinstance(total, int) or len(known) < len(beside):
        return None
    return total - sum(known)


def _share(count: CellValue, share: CellValue, base: int | None, decimals: int) -> CellValue:
    if share is None:
        return None
    if not base or not isinstance(count, int):
        return HIDDEN
    steps = 100 * 10**decimals
    return Fraction(floor(Fraction(count * steps, base) + Fraction(1, 2)), steps)


def _reordered(table: Table) -> list[Row]:
    """Hidden rows by name after those whose number stands, level by level; *not stated* and the rest stay last."""
    places = [at for at, column in enumerate(table.columns) if column.is_total] or list(range(len(table.columns)))
    places = [at for at in places if table.columns[at].unit == "count"] or places
    branches: list[list[Row]] = []
    for row in table.rows:
        if row.level == 0 or not branches:
            branches.append([])
        branches[-1].append(row)
    ordered = []
    for head, *below in _in_order(branches, places):
        ordered.append(head)
        ordered.extend(row for (row,) in _in_order([[row] for row in below], places))
    return ordered


def _in_order(branches: Sequence[list[Row]], places: Sequence[int]) -> list[list[Row]]:
    def place(branch: list[Row]) -> tuple[int, str]:
        row = branch[0]
        if not row.key or row.key.startswith("rest:"):
            return (2, "")
        is_hidden = any(row.cells[at] is HIDDEN for at in places)
        return (1, row.label.casefold()) if is_hidden else (0, "")

    return sorted(branches, key=place)


def _differences(table: Table, hidden: Table) -> tuple[Difference, ...]:
    """Those that still can be seen: none that is worked out from a hidden number."""
    counted, left = parts_and_total(table, PLAIN), parts_and_total(hidden, PLAIN)
    columns = {
        column.label
        for at, column in enumerate(hidden.columns)
        if HIDDEN in (hidden.total[at : at + 1] + tuple(row.cells[at] for row in hidden.rows))
    }
    return tuple(one for one in table.differences if one in left or (one not in counted and one.where not in columns))
