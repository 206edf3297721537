"""What each cell of a table tells: the facts behind it, their number, and the sums that bind the cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ombud.core.release.selection import Catalogue, Selection, Where
from ombud.core.statistics.cube import leave_out, select, total
from ombud.core.statistics.definitions import PERIOD, TableDefinition
from ombud.core.statistics.filters import MAIN, ROLE
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.periods import Period
from ombud.core.statistics.table import TOTAL_ROW, Column, Origin, Row, Table
from ombud.core.statistics.tables import make_table, period_before
from ombud.core.words import Words

Place = tuple[int, int]
"""Row and column of a table. TOTAL_ROW is the total, BASE the base, FIRST_NOTE less n the n-th counted note."""
BASE: Place = (-2, 0)
FIRST_NOTE = -3


@dataclass(frozen=True)
class TableTelling:
    """``cells``: for each place the selections it tells (a change tells two). ``counts``: how many facts each selection
    has. ``sums``: a selection and those that make it up. ``known``: told already by somebody else.
    """

    cells: Mapping[Place, tuple[Selection, ...]]
    counts: Mapping[Selection, int]
    sums: tuple[tuple[Selection, tuple[Selection, ...]], ...]
    labels: Mapping[Selection, str]
    known: frozenset[Selection]


def telling(
    table: Table, definition: TableDefinition, inputs: Inputs, catalogue: Catalogue, words: Words
) -> TableTelling:
    """What the table tells. Shares and rates tell the counts they are made of, so they are looked at as counts."""
    return _Telling(table, definition, inputs, catalogue, words).told()


class _Telling:
    def __init__(
        self, table: Table, definition: TableDefinition, inputs: Inputs, catalogue: Catalogue, words: Words
    ) -> None:
        self.table, self.definition, self.inputs, self.catalogue = table, definition, inputs, catalogue
        self.counted = make_table(_counted(definition), inputs, words)
        before = period_before(definition, inputs, words)
        self.before = before.period if before else None
        self.counts: dict[Selection, int] = {}
        self.labels: dict[Selection, str] = {}
        self.known: set[Selection] = set()
        self._found: dict[Place, Selection | None] = {}
        self.imported = {
            (one.period.first, one.period.last) for one in inputs.earlier if one.origin is not Origin.COUNTED
        }
        self.here = {(one.period.first, one.period.last) for one in (*inputs.earlier, inputs.now)}

    def told(self) -> TableTelling:
        for at, row in enumerate([*self.counted.rows, None]):
            for place, column in enumerate(self.counted.columns):
                self._learn(row, at, column, self._value(row, place))
        places = {}
        for at, row in enumerate([*self.table.rows, None]):
            for place, column in enumerate(self.table.columns):
                told = tuple(one for one in self._selections(row, at, column) if one in self.counts)
                if told:
                    places[TOTAL_ROW if row is None else at, place] = told
        places |= self._beside()
        return TableTelling(places, self.counts, tuple(self._sums()), self.labels, frozenset(self.known))

    def _beside(self) -> dict[Place, tuple[Selection, ...]]:
        """The base and the notes with a count of their own: told below the table."""
        table, period = self.table, self.inputs.now.period
        cube = select(self.inputs.now.cubes[table.kind], table.where)
        for where in table.left_out:
            cube = leave_out(cube, where)
        base = self.catalogue.select(table.kind, period, table.where, left_out=table.left_out)
        self._beside_one(base, total(cube))
        places: dict[Place, tuple[Selection, ...]] = {BASE: (base,)}
        for at, note in enumerate(table.counted_notes):
            if note.count is not None:
                one = self.catalogue.select(table.kind, period, table.where, note.where, left_out=note.left_out)
                self._beside_one(one, note.count)
                places[FIRST_NOTE - at, 0] = (one,)
        return places

    def _beside_one(self, one: Selection, number: int) -> None:
        self.counts.setdefault(one, number)
        self.labels.setdefault(one, self.table.caption)

    def _value(self, row: Row | None, place: int) -> int | None:
        cells = self.counted.total if row is None else row.cells
        value = cells[place] if place < len(cells) else None
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def _learn(self, row: Row | None, at: int, column: Column, value: int | None) -> None:
        if value is None or (row is None and not self.counted.total_label):
            return
        for one in self._selections(row, at, column, self.counted):
            self.counts.setdefault(one, value)
            self.labels.setdefault(one, f"{row.label if row else self.table.total_label} · {column.label}")
            if self._is_published(column, row):
                self.known.add(one)

    def _is_published(self, column: Column, row: Row | None) -> bool:
        """Whether the number is an imported one: it was published before."""
        period = self._period_of(column, row)
        if period is None:
            return False
        span = (period.first, period.last)
        return span in self.imported or span not in self.here

    def _selections(self, row: Row | None, at: int, column: Column, table: Table | None = None) -> list[Selection]:
        table = table or self.table
        periods = [self._period_of(column, row)]
        if column.key == "change" and not table.column_dimension:
            periods = [self.inputs.now.period, self.before]
        wheres = [self.table.where, *self._row_wheres(table, row, at), *self._column_wheres(table, column)]
        return [
            self.catalogue.select(table.kind, period, *wheres, left_out=self.table.left_out)
            for period in periods
            if period is not None
        ]

    def _period_of(self, column: Column, row: Row | None) -> Period | None:
        if self.definition.rows == (PERIOD,):
            return _period_of_key(row.key) if row else None
        if self.table.over_periods:
            return _period_of_key(column.key)
        if "previous" in (column.key, column.of) and not self.table.column_dimension:
            return self.before
        return self.inputs.now.period

    def _row_wheres(self, table: Table, row: Row | None, at: int) -> Iterator[Where]:
        if row is None or self.definition.rows == (PERIOD,):
            return
        keys = row.members or (row.key,)
        dimensions = table.row_dimensions
        yield {dimensions[min(row.level, len(dimensions) - 1)]: keys}
        above = _above(table, at)
        if row.level and above is not None:
            outer = table.rows[above]
            yield {dimensions[0]: outer.members or (outer.key,)}

    def _column_wheres(self, table: Table, column: Column) -> Iterator[Where]:
        if table.column_dimension and not column.is_total:
            yield {table.column_dimension: (column.key,)}
        if self.definition.rows == (PERIOD,) and "enquiries" in (column.key, column.of):
            yield {ROLE: (MAIN,)}

    def _sums(self) -> Iterator[tuple[Selection, tuple[Selection, ...]]]:
        """Rows below a row, outer rows below the total, columns beside their total: where the numbers do add up."""
        table = self.counted
        for place, column in enumerate(table.columns):
            if column.unit != "count":
                continue
            for whole, parts in _families(table):
                yield from self._sum((whole, place), [(part, place) for part in parts])
        totals = [place for place, column in enumerate(table.columns) if column.is_total]
        if table.column_dimension and table.columns_add_up and totals:
            others = [place for place, column in enumerate(table.columns) if not column.is_total]
            for at in [*range(len(table.rows)), TOTAL_ROW]:
                yield from self._sum((at, totals[0]), [(at, place) for place in others])

    def _sum(self, total: Place, parts: Sequence[Place]) -> Iterator[tuple[Selection, tuple[Selection, ...]]]:
        whole, below = self._at(total), [self._at(part) for part in parts]
        stated = [one for one in below if one is not None]
        if whole is None or len(stated) < len(below) or not stated:
            return
        if self.counts[whole] == sum(self.counts[one] for one in stated):
            yield whole, tuple(stated)

    def _at(self, place: Place) -> Selection | None:
        if place not in self._found:
            at, column = place
            row = None if at == TOTAL_ROW else self.counted.rows[at]
            found = self._selections(
                row, at if row else len(self.counted.rows), self.counted.columns[column], self.counted
            )
            self._found[place] = found[0] if found and found[0] in self.counts else None
        return self._found[place]


def _counted(definition: TableDefinition) -> TableDefinition:
    """The same table with counts where it has shares."""
    if definition.rows == (PERIOD,):
        return definition
    return replace(definition, cells="count", measures=("count", "previous") if definition.looks_back else ("count",))


def _above(table: Table, at: int) -> int | None:
    """The place of the outer row that a row stands below."""
    if at >= len(table.rows) or not table.rows[at].level:
        return None
    return next(place for place in range(at - 1, -1, -1) if table.rows[place].level == 0)


def _families(table: Table) -> Iterator[tuple[int, list[int]]]:
    outer = [at for at, row in enumerate(table.rows) if row.level == 0]
    if table.rows_add_up and table.total_label:
        yield TOTAL_ROW, outer
    for at in outer:
        below = [one for one in range(at + 1, len(table.rows)) if table.rows[one].level and _above(table, one) == at]
        if below:
            yield at, below


def _period_of_key(key: str) -> Period | None:
    first, _, last = key.partition("_")
    try:
        return Period(key, date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return None
