"""The counts that stand in a set of tables, as knowledge to check texts against."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Members, Name, Place, Quantity, Span, Unit
from ombud.core.statistics.definitions import PERIOD
from ombud.core.statistics.filters import MAIN, ROLE
from ombud.core.statistics.table import Column, Row, Table

ENQUIRIES, MATTERS = "enquiries", "matters"
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
    periods: Mapping[str, str] | None = None,
    hidden: frozenset[str] = frozenset(),
    municipality: str = "",
    partners: Sequence[str] = (),
    threshold: int = 0,
    numbered: Mapping[str, frozenset[str]] | None = None,
) -> Knowledge:
    """Everything the tables count, as it was before anything was hidden.

    - ``unit_keys``: the unit's key by the word that tables call it (their basis).
    - ``names``: names of members with their aliases, laid over those of the tables; ``residuals``: labels of what fits
      nowhere else.
    - ``periods``: the key of a span by the days "first_last" of a column or row; what is not in it is left out.
    - ``hidden``: the keys of quantities that must not be told. A key is "table/row/column", with "total" for a total;
      what is hidden in one table is hidden in all.
    """
    tables = tuple(tables)
    quantities: dict[tuple[str, Members, str], Quantity] = {}
    for table in tables:
        reader = _Reader(table, unit_keys.get(table.basis.unit, table.basis.unit), periods or {}, hidden)
        for one in reader.quantities():
            place = (one.unit, one.members, one.period)
            if place not in quantities or (one.hidden and not quantities[place].hidden):
                quantities[place] = one
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
    """The counts of one table. Rows that gather members, shares, rates and per cents are not counts of their own."""

    def __init__(self, table: Table, unit: str, periods: Mapping[str, str], hidden: frozenset[str]) -> None:
        self.table, self.unit, self.periods, self.hidden = table, unit, periods, hidden

    def quantities(self) -> Iterator[Quantity]:
        """None of a table that leaves something out, or is narrowed to several members: its totals are no totals."""
        table = self.table
        if table.left_out or any(len(keys) != 1 for keys in table.where.values()):
            return
        if table.row_dimensions == (PERIOD,):
            yield from self._by_period()
            return
        for row, places in _rows_with_places(table):
            yield from self._line(f"{table.name}/{row.key}", row.cells, places)
        if table.total:
            yield from self._line(f"{table.name}/total", table.total, ())

    def _by_period(self) -> Iterator[Quantity]:
        """One period a row, one unit a column."""
        for row in self.table.rows:
            period = self.periods.get(row.key)
            for column, cell in zip(self.table.columns, row.cells, strict=True):
                if period and isinstance(cell, int):
                    key = f"{self.table.name}/{row.key}/{column.key}"
                    yield Quantity(key, cell, column.key, frozenset(), period, key in self.hidden)

    def _line(self, row: str, cells: Sequence[object], places: Sequence[Place]) -> Iterator[Quantity]:
        for column, cell in zip(self.table.columns, cells, strict=True):
            of_column = self._of_column(column)
            if of_column is None or column.unit != "count" or not isinstance(cell, int):
                continue
            period, across = of_column
            key = f"{row}/{column.key}"
            members = frozenset((*self._where(), *places, *across))
            yield from self._counted(Quantity(key, cell, self.unit, members, period, key in self.hidden))

    def _counted(self, one: Quantity) -> Iterator[Quantity]:
        """The count, and the enquiries that it is: every enquiry has one main matter."""
        yield one
        main = frozenset([(ROLE, MAIN)])
        if one.unit == MATTERS and main <= one.members:
            yield Quantity(one.key, one.value, ENQUIRIES, one.members - main, one.period, one.hidden)

    def _of_column(self, column: Column) -> tuple[str, tuple[Place, ...]] | None:
        """The period and the member that a column stands for; None where its cells are no counts of either."""
        table = self.table
        if table.over_periods or column.span:
            period = self.periods.get(column.span or column.key, BEFORE if column.key == _PREVIOUS else "")
            return (period, ()) if period else None
        if column.is_total:
            return NOW, ()
        if table.column_dimension:
            return NOW, ((table.column_dimension, column.key),)
        if column.key == _PREVIOUS:
            return BEFORE, ()
        return (NOW, ()) if column.key == _COUNT else None

    def _where(self) -> tuple[Place, ...]:
        """The member that the table is narrowed to; main matters counted as enquiries are the enquiries themselves."""
        pairs = ((name, key) for name, keys in self.table.where.items() for key in keys)
        return tuple(place for place in pairs if place != (ROLE, MAIN) or self.unit != ENQUIRIES)


def _rows_with_places(table: Table) -> Iterator[tuple[Row, tuple[Place, ...]]]:
    """Each row that stands for one member, with the members above it."""
    if not table.row_dimensions or table.row_dimensions == (PERIOD,):
        return
    above: list[Place] = []
    for row in table.rows:
        place = (table.row_dimensions[min(row.level, len(table.row_dimensions) - 1)], row.key)
        above = above[: row.level]
        if not row.members:
            yield row, (*above, place)
        above.append(place)


def _names(tables: Sequence[Table], given: Sequence[Name], residuals: frozenset[str]) -> tuple[Name, ...]:
    found = {name.place: name for name in given}
    for table in tables:
        for row, places in _rows_with_places(table):
            parent = places[-2] if len(places) > 1 else None
            _add(found, Name(*places[-1], row.label, (), parent, row.label in residuals))
        for column in table.columns:
            if table.column_dimension and not column.is_total:
                _add(found, Name(table.column_dimension, column.key, column.label, (), None, column.label in residuals))
    return tuple(found.values())


def _add(found: dict[Place, Name], name: Name) -> None:
    """Another label for a member known already is one more name for it. *Not stated* fits nowhere by itself."""
    known = found.get(name.place, name)
    labels = [one for one in (*known.aliases, name.label) if one != known.label]
    is_residual = known.is_residual or name.is_residual or not name.key
    found[name.place] = Name(
        known.dimension, known.key, known.label, tuple(dict.fromkeys(labels)), known.parent or name.parent, is_residual
    )
