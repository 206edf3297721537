"""A table ready for the page: every number as text, with the address of what is behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import translation

from ombud.core.statistics.hiding import in_fair_order
from ombud.core.statistics.table import HIDDEN, Row, Table
from ombud.desk.statistics.drilling import address
from ombud.writers.cells import Cell, cell_text
from ombud.writers.printed import PrintedTable, column_decimals, print_table


@dataclass(frozen=True)
class ShownCell:
    text: str
    address: str
    is_total: bool
    is_hidden: bool = False


@dataclass(frozen=True)
class ShownRow:
    label: str
    level: int
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True)
class ShownTable:
    """``printed`` carries headings and the lines below; ``rows`` and ``total`` the linked cells."""

    table: Table
    printed: PrintedTable
    rows: tuple[ShownRow, ...]
    total: ShownRow | None

    @property
    def notes(self) -> tuple[str, ...]:
        """The lines below, without what can be concluded, which has a place of its own."""
        return tuple(line for line in self.printed.below if line not in self.printed.concluded)


Why = Callable[[Row | None, int], str]
"""Where the page is that says why a number is hidden, from its row (None: the total) and column."""


def show(table: Table, *, code: str, first: date, last: date, why: Why | None = None) -> ShownTable:
    """The table in the reader's language; hidden numbers lead to ``why``."""
    language, table = translation.get_language() or "da", in_fair_order(table)
    decimals = column_decimals(table)

    def behind(row: Row | None, value: Cell, at: int) -> str:
        if value is HIDDEN:
            return why(row, at) if why is not None else ""
        is_counted = isinstance(value, int) and value
        return address(code, table, row, table.columns[at], first, last) if is_counted else ""

    def cells(row: Row | None, values: tuple[Cell, ...]) -> tuple[ShownCell, ...]:
        return tuple(
            ShownCell(
                cell_text(value, column.unit, language, places),
                behind(row, value, at),
                column.is_total,
                value is HIDDEN,
            )
            for at, (value, column, places) in enumerate(zip(values, table.columns, decimals, strict=True))
        )

    return ShownTable(
        table,
        print_table(table, language, translation),
        tuple(ShownRow(row.label, row.level, cells(row, row.cells)) for row in table.rows),
        ShownRow(table.total_label, 0, cells(None, table.total)) if table.total_label else None,
    )
