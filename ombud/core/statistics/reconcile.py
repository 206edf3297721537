"""Do the numbers agree? Parts with their total in one table, and one total in all tables of a set (R90, R278, R283)."""

from collections.abc import Iterable, Sequence

from ombud.core.statistics.filters import MAIN, ROLE
from ombud.core.statistics.table import CellValue, Difference, Hidden, Table
from ombud.core.words import Words


def parts_and_total(table: Table, words: Words) -> tuple[Difference, ...]:
    """The columns and rows of a table whose parts do not make their total. Per cents are not looked at, nor a column
    with a cell that is not known or hidden.
    """
    found = []
    outer = [row for row in table.rows if row.level == 0]
    if table.rows_add_up:
        for at, column in enumerate(table.columns):
            if column.unit == "count":
                found.append(_difference(column.label, [row.cells[at] for row in outer], table.total[at]))
    totals = [at for at, column in enumerate(table.columns) if column.is_total]
    if table.columns_add_up and table.column_dimension and totals:
        lines = [(row.label, row.cells) for row in table.rows]
        for label, cells in [*lines, (table.total_label, table.total)]:
            parts = [cell for at, cell in enumerate(cells) if at not in totals]
            found.append(_difference(label, parts, cells[totals[0]]))
    found.extend(_levels(table))
    return tuple(one for one in found if one is not None)


def reconcile(tables: Iterable[Table], words: Words) -> tuple[Difference, ...]:
    """What does not agree across the tables of a set: differences inside each, tables that count the same with
    another total, and main with follow-on matters against all matters. A table that only says why it has no numbers
    is not compared.
    """
    tables = [table for table in tables if table.rows or table.basis.base]
    found = [
        Difference(f"{table.caption}: {one.where}", one.parts, one.total)
        for table in tables
        for one in table.differences
    ]
    first: dict[object, Table] = {}
    for table in tables:
        same = first.setdefault(_what_is_counted(table), table)
        number, other = table.basis.base_count, same.basis.base_count
        if number != other and not isinstance(number, Hidden) and not isinstance(other, Hidden):
            where = words.gettext("%(first)s against %(second)s") % {"first": same.caption, "second": table.caption}
            found.append(Difference(where, number, other))
    found.extend(_roles(tables, words))
    found.extend(_margins(tables, words))
    return tuple(found)


def _what_is_counted(table: Table) -> object:
    where = tuple(sorted((name, tuple(sorted(keys))) for name, keys in table.where.items()))
    left_out = tuple(tuple(sorted((name, tuple(sorted(keys))) for name, keys in one.items())) for one in table.left_out)
    return table.kind, where, left_out, table.basis.period


def _roles(tables: Sequence[Table], words: Words) -> list[Difference]:
    """The main matters of a table by role are the enquiries of the other tables (R90)."""
    enquiries = [table for table in tables if dict(table.where) == {ROLE: (MAIN,)} and not table.left_out]
    by_role = [table for table in tables if table.column_dimension == ROLE and not table.where and not table.left_out]
    found = []
    for roles in by_role:
        mains = [cell for column, cell in zip(roles.columns, roles.total, strict=True) if column.key == MAIN]
        for other in (table for table in enquiries if table.basis.period == roles.basis.period and mains):
            main, number = mains[0], other.basis.base_count
            if main != number and not isinstance(main, Hidden) and not isinstance(number, Hidden):
                names = {"first": roles.caption, "second": other.caption}
                where = words.gettext("%(first)s against %(second)s") % names
                found.append(Difference(where, int(main or 0), number))
    return found


def _margins(tables: Sequence[Table], words: Words) -> list[Difference]:
    """The columns of a crossed table against the rows of the table of that dimension alone (G10)."""
    found = []
    for crossed in (table for table in tables if table.column_dimension):
        for flat in (table for table in tables if table.row_dimensions == (crossed.column_dimension,)):
            if _what_is_counted(crossed) != _what_is_counted(flat) or crossed.basis.unit != flat.basis.unit:
                continue
            counts = _counts_by_key(flat)
            for column, cell in zip(crossed.columns, crossed.total, strict=True):
                if column.unit == "count" and isinstance(cell, int) and counts.get(column.key, cell) != cell:
                    places = {"first": crossed.caption, "second": flat.caption}
                    where = words.gettext("%(first)s against %(second)s") % places
                    found.append(Difference(f"{where}, {column.label}", cell, counts[column.key]))
    return found


def _counts_by_key(table: Table) -> dict[str, int]:
    """The number of each row that stands for one member, where the table counts in one column."""
    places = [at for at, column in enumerate(table.columns) if column.unit == "count" and not column.is_total]
    if len(places) != 1 or table.column_dimension:
        return {}
    found = {row.key: row.cells[places[0]] for row in table.rows if row.key and not row.members}
    return {key: cell for key, cell in found.items() if isinstance(cell, int)}


def _levels(table: Table) -> list[Difference | None]:
    """A row against the rows below it, in every column of numbers."""
    found: list[Difference | None] = []
    at = 0
    while at < len(table.rows):
        below = at + 1
        while below < len(table.rows) and table.rows[below].level > table.rows[at].level:
            below += 1
        for place, column in enumerate(table.columns):
            parts = [row.cells[place] for row in table.rows[at + 1 : below]]
            if parts and column.unit == "count":
                where = f"{table.rows[at].label}, {column.label}"
                found.append(_difference(where, parts, table.rows[at].cells[place]))
        at = below
    return found


def _difference(where: str, parts: Sequence[CellValue], total: CellValue) -> Difference | None:
    numbers = [part for part in parts if isinstance(part, int)]
    if len(numbers) < len(parts) or not isinstance(total, int) or sum(numbers) == total:
        return None
    return Difference(where, sum(numbers), total)
