"""A table as it is shown: labels, integers and what they count. Writers and pages read nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from fractions import Fraction

from ombud.core.statistics.compared import Compared


class Hidden(Enum):
    """A count or share that is known and not printed, since a small number can point to a citizen (R138). Printed as
    the same word whether it is small itself or hides another that is; never as 0, and never left empty.
    """

    HIDDEN = "hidden"


HIDDEN = Hidden.HIDDEN
CellValue = int | Fraction | Hidden | None
TOTAL_ROW = -1


class Origin(StrEnum):
    """Where the numbers of a table come from (R281)."""

    COUNTED = "counted"
    IMPORTED = "imported"
    MIXED = "mixed"


@dataclass(frozen=True)
class Column:
    """One column: ``key`` identifies it in the cube, ``unit`` says what a cell is: "count", "percent" or "rate". Per
    cents are already rounded to ``decimals`` decimals, so that they add up (G17). ``span`` is the days "first_last" it
    is about, where they are not the table's own. ``of`` is the key of the column that a rate is worked out from.
    """

    key: str
    label: str
    unit: str = "count"
    is_total: bool = False
    decimals: int = 0
    span: str = ""
    of: str = ""


@dataclass(frozen=True)
class Row:
    """One row. ``level`` 0 is the outer grouping, 1 what stands below it. A cell is a count, an exact share
    between 0 and 1, None where nothing can be said (never 0 for unknown), or HIDDEN. ``members`` are the
    keys that a group gathers.
    """

    key: str
    label: str
    level: int
    cells: tuple[CellValue, ...]
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
class CountedNote:
    """A note that tells a number. Where that number is hidden ``without`` is printed in its place, or nothing where it
    is "". ``count`` facts are told: those of the table's kind and period with ``where`` less ``left_out``; None where
    only numbers of the table are told, those of ``rows`` (keys) or ``of_total`` the total.
    """

    text: str
    without: str = ""
    count: int | None = None
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    rows: tuple[str, ...] = ()
    of_total: bool = False


@dataclass(frozen=True)
class Basis:
    """What every table and figure states (R85, R190, R241): unit, base, period, registration principle, origin."""

    unit: str
    base: str
    base_count: int | Hidden
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
    periods). ``counted_notes`` are those of the notes that tell numbers. ``by_count``: the rows stand by falling count.
    ``zeros_shown``: a hidden count is never 0 (otherwise it may be). ``compared`` is what it sets side by side.
    """

    name: str
    caption: str
    row_heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: tuple[CellValue, ...]
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
    counted_notes: tuple[CountedNote, ...] = ()
    by_count: bool = False
    zeros_shown: bool = True
    compared: Compared | None = None

    @property
    def has_total(self) -> bool:
        """Whether there is a total row to print."""
        return bool(self.total and self.total_label)

    @property
    def has_hidden(self) -> bool:
        """Whether a number of it is not printed."""
        cells = (*self.total, *(cell for row in self.rows for cell in row.cells))
        return self.basis.base_count is HIDDEN or HIDDEN in cells


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
