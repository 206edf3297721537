"""The counts that stand in a set of tables, as knowledge to check texts against."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Name, Place, Quantity, Span, Unit
from ombud.core.statistics.table import HIDDEN, Column, Row, Table

_PREVIOUS = "previous"
_COUNT = "count"


def knowledge_of(
    tables: Iterable[Table],
    *,
    units: Sequence[Unit],
    unit_keys: Mapping[str, str],
    names: Sequence[Name] = (),
    residuals: frozenset[str] = frozenset(),
    spans: Sequence[Span] = (Span(NOW), Span(BEFORE)),
    municipality: str = "",
    partners: Sequence[str] = (),
    threshold: int = 0,
    numbered: Mapping[str, frozenset[str]] | None = None,
    hidden_values: Mapping[str, int] | None = None,
) -> Knowledge:
    """Everything the tables count. ``unit_keys`` gives the unit's key by the word that tables call it (their basis);
    ``names`` are more names for members, laid over those of the tables; ``residuals`` labels of what fits nowhere else.

    The key of a quantity is "table/row/column", with "total" for a total. A hidden cell is known only where
    ``hidden_values`` has it by that key; elsewhere it is left out, so that a number about it is asked about.
    """
    tables = tuple(tables)
    quantities: dict[tuple[str, frozenset[Place], str], Quantity] = {}
    for table in tables:
        unit = unit_keys.get(table.basis.unit, table.basis.unit)
        for one in _Reader(table, unit, hidden_values or {}).quantities():
            known = quantities.setdefault((one.unit, one.members, one.period), one)
            if one.hidden and not known.hidden:
                quantities[one.unit, one.members, one.period] = one
    return Knowledge(
        quantities=tuple(quantities.values()),
        names=_names(tables, names, residuals),
        units=tuple(units),
        spans=tuple(spans),
        municipality=municipality,
        partners=tuple(partners),
        threshold=threshold,
        numbered=numbered,
    )


class _Reader:
    """The counts of one table. Rows that gather members, shares and per cents are not counts of their own."""

    def __init__(self, table: Table, unit: str, hidden_values: Mapping[str, int]) -> None:
        self.table, self.unit, self.hidden_values = table, unit, hidden_values

    def quantities(self) -> Iterator[Quantity]:
        table = self.table
        if table.left_out or table.row_dimensions == ("period",):
            return
        for row, places in _rows_with_places(table):
            for column, cell in zip(table.columns, row.cells, strict=True):
                yield from self._cell(f"{table.name}/{row.key}", places, column, cell)
        if table.total:
            for column, cell in zip(table.columns, table.total, strict=True):
                yield from self._cell(f"{table.name}/total", (), column, cell)

    def _cell(self, row: str, places: Sequence[Place], column: Column, cell: object) -> Iterator[Quantity]:
        of_column = self._of_column(column)
        if of_column is None or column.unit != "count":
            return
        period, across = of_column
        key = f"{row}/{column.key}"
        value = self.hidden_values.get(key) if cell is HIDDEN else cell
        if isinstance(value, int):
            members = frozenset((*self._where(), *places, *across))
            yield Quantity(key, value, self.unit, members, period, cell is HIDDEN)

    def _of_column(self, column: Column) -> tuple[str, tuple[Place, ...]] | None:
        """The period and the member that a column stands for; None where its cells are no counts."""
        table = self.table
        if column.is_total:
            return NOW, ()
        if table.column_dimension:
            return NOW, ((table.column_dimension, column.key),)
        if table.over_periods:
            return None
        if column.key == _PREVIOUS:
            return BEFORE, ()
        return (NOW, ()) if column.key == _COUNT else None

    def _where(self) -> tuple[Place, ...]:
        """The one member that the table is narrowed to, by dimension; main matters are the enquiries themselves."""
        single = ((name, keys) for name, keys in self.table.where.items() if name != "role")
        return tuple((name, key) for name, keys in single for key in keys[:1])


def _rows_with_places(table: Table) -> Iterator[tuple[Row, tuple[Place, ...]]]:
    """Each row that stands for one member, with the members above it."""
    if not table.row_dimensions:
        return
    above: list[Place] = []
    for row in table.rows:
        dimension = table.row_dimensions[min(row.level, len(table.row_dimensions) - 1)]
        above = above[: row.level]
        place = (dimension, row.key)
        if not row.members:
            yield row, (*above, place)
        above.append(place)


def _names(tables: Sequence[Table], given: Sequence[Name], residuals: frozenset[str]) -> tuple[Name, ...]:
    found = {name.place: name for name in given}
    for table in tables:
        for row, places in _rows_with_places(table):
            if row.key:
                parent = places[-2] if len(places) > 1 else None
                _add(found, Name(*places[-1], row.label, parent=parent, is_residual=row.label in residuals))
        for column in table.columns:
            if table.column_dimension and not column.is_total and column.key:
                _add(
                    found, Name(table.column_dimension, column.key, column.label, is_residual=column.label in residuals)
                )
    return tuple(found.values())


def _add(found: dict[Place, Name], name: Name) -> None:
    """Another label for a member known already is one more name for it."""
    known = found.get(name.place)
    if known is None:
        found[name.place] = name
        return
    aliases = known.aliases if name.label in (known.label, *known.aliases) else (*known.aliases, name.label)
    found[name.place] = Name(
        known.dimension,
        known.key,
        known.label,
        aliases,
        known.parent or name.parent,
        known.is_residual or name.is_residual,
    )
