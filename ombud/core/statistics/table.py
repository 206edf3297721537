"""A table as it is shown: labels, integers and what they count. Writers and pages read nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Origin(StrEnum):
    """Where the numbers of a table come from (R281)."""

    COUNTED = "counted"
    IMPORTED = "imported"
    MIXED = "mixed"


@dataclass(frozen=True)
class Column:
    """One column: ``key`` identifies it in the cube, ``unit`` says what a cell is: "count" or "percent". Per cents are
    already rounded to ``decimals`` decimals, so that they add up (G17). ``span`` is the days "first_last" that it is
    about, where they are not the table's own.
    """

    key: str
    label: str
    unit: str = "count"
    is_total: bool = False
    decimals: int = 0


@dataclass(frozen=True)
class Row:
    """One row. ``level`` 0 is the outer grouping, 1 what stands below it. A cell is a count, an exact share
    between 0 and 1, or None where nothing can be said (never 0 for unknown). ``members`` are the
    keys that a group gathers.
    """

    key: str
    label: str
    level: int
    cells: tuple[int | Fraction | None, ...]
    span: str = ""
    note: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """Parts that do not add up to their total: shown, never hidden (R278)."""

    where: str
    parts: int
    total: int

    @property
    def missing(self) -> int:
        return self.total - self.parts


@dataclass(frozen=True)
class Basis:
    """What every table and figure states (R85, R190, R241): unit, base, period, registration principle, origin."""

    unit: str
    base: str
    base_count: int
    period: str
    principle: str
    origin: Origin = Origin.COUNTED
    source: str = ""


@dataclass(frozen=True)
class Table:
    """A margin of one cube with its basis.

    ``columns`` has one entry per cell of a row; ``total`` has as many cells again and is counted on its own, not
    summed. ``row_dimensions`` (one per level) and ``column_dimension`` say what the keys of rows and columns belong to;
    with ``where`` and ``left_out`` they narrow the register to the facts behind a number. ``notes`` are printed under
    the table, ``differences`` too. An empty ``total_label`` means that there is no total to print (rows that are
    periods).
    """

    name: str
    caption: str
    row_heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: tuple[int | Fraction | None, ...]
    total_label: str
    basis: Basis
    rows_add_up: bool = True
    columns_add_up: bool = True
    notes: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    row_dimensions: tuple[str, ...] = ()
    column_dimension: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    kind: str = "matters"
    over_periods: bool = False

    @property
    def has_total(self) -> bool:
        """Whether there is a total row to print."""
        return bool(self.total and self.total_label)


@dataclass(frozen=True)
class Figure:
    """A chart of one table: the numbers are the table's, so a legend cannot be swapped (R280).

    ``chart`` is "bar" (one column), "grouped" (several columns side by side), "stacked", "line" or "pie".
    ``columns`` picks columns of the table by key (empty: all but totals). ``sentence`` replaces the drawing where
    there is one category only (R215) or none. ``alternative`` tells the figure in words.
    """

    name: str
    caption: str
    chart: str
    table: Table
    columns: tuple[str, ...] = ()
    level: int = 0
    as_percent: bool = False
    sentence: str = ""
    alternative: str = ""
