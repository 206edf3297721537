"""Every number that a table tells, with what it counts."""

from collections.abc import Iterable, Iterator

from ombud.core.reconciling.quantity import Place, PlaceKind, Told, left_out_keys, quantity
from ombud.core.statistics.arrange import GROUP, REST
from ombud.core.statistics.definitions import PERIOD, UNITS
from ombud.core.statistics.facts import APPEAL_DECISIONS, APPEAL_REMARKS, MATTER_TAGS, MATTERS
from ombud.core.statistics.table import Column, Row, Table

UNIT_OF_KIND = {MATTERS: "matters", APPEAL_DECISIONS: "decisions", APPEAL_REMARKS: "remarks", MATTER_TAGS: "tags"}
Members = tuple[tuple[str, str], ...]


def place_of(table: Table) -> Place:
    """The table as a place."""
    return Place(PlaceKind.TABLE, table.name, table.caption)


def told_in(table: Table, span: str) -> tuple[Told, ...]:
    """The counts of a table on the days of ``span``. Shares, changes, groups and what is hidden or unknown are not in
    it.
    """
    return tuple(_told(table, span))


def told_in_all(tables: Iterable[Table], span: str) -> tuple[Told, ...]:
    """The counts of all tables."""
    return tuple(told for table in tables for told in told_in(table, span))


def _told(table: Table, span: str) -> Iterator[Told]:
    place, left_out = place_of(table), left_out_keys(table.left_out)
    where = tuple((name, "|".join(sorted(keys))) for name, keys in table.where.items())
    lines = [(members_of_row(table, at), row.label, row.cells) for at, row in enumerate(table.rows)]
    if table.has_total:
        lines.append(((), "", table.total))
    for row_members, row_label, cells in lines:
        for column, cell in zip(table.columns, cells, strict=True):
            found = _column(table, column, span)
            if row_members is None or found is None or isinstance(cell, bool) or not isinstance(cell, int):
                continue
            unit, days, column_members = found
            by_period = table.row_dimensions == (PERIOD,)
            own = () if by_period else row_members
            days = row_members[0][1] if by_period and row_members else days
            labels = [] if by_period else [row_label, column.label if column_members else ""]
            counted = quantity(unit, days, (*where, *own, *column_members), left_out)
            yield Told(counted, cell, place, ", ".join(label for label in labels if label))


def _column(table: Table, column: Column, span: str) -> tuple[str, str, Members] | None:
    """Unit, days and members that a column adds; None for one that does not count."""
    unit = UNIT_OF_KIND.get(table.kind, table.kind)
    if column.unit != "count":
        return None
    if table.row_dimensions == (PERIOD,):
        return (column.key, span, ()) if column.key in UNITS else None
    if table.over_periods:
        return unit, column.key, ()
    if table.column_dimension:
        return unit, span, () if column.is_total else ((table.column_dimension, column.key),)
    if column.key == "count":
        return unit, span, ()
    return (unit, column.span, ()) if column.key == "previous" and column.span else None


def members_of_row(table: Table, at: int) -> Members | None:
    """What the row counts, the row above it included; None for a row that gathers several members."""
    row = table.rows[at]
    above = next((one for one in reversed(table.rows[:at]) if one.level < row.level), None)
    chain = [one for one in (above, row) if one is not None]
    if any(_gathers(one) for one in chain):
        return None
    return tuple((name, one.key) for name, one in zip(table.row_dimensions, chain, strict=False))


def _gathers(row: Row) -> bool:
    return bool(row.members) or row.key.startswith((REST, GROUP))
