"""A table ready for the page: every number as text, with the address of what is behind it."""

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


def show(table: Table, *, code: str, first: date, last: date) -> ShownTable:
    """The table in the reader's language."""
    language, table = translation.get_language() or "da", in_fair_order(table)
    decimals = column_decimals(table)

    def cells(row: Row | None, values: tuple[Cell, ...]) -> tuple[ShownCell, ...]:
        return tuple(
            ShownCell(
                cell_text(value, column.unit, language, places),
                address(code, table, row, column, first, last) if isinstance(value, int) and value else "",
                column.is_total,
                value is HIDDEN,
            )
            for value, column, places in zip(values, table.columns, decimals, strict=True)
        )

    return ShownTable(
        table,
        print_table(table, language, translation),
        tuple(ShownRow(row.label, row.level, cells(row, row.cells)) for row in table.rows),
        ShownRow(table.total_label, 0, cells(None, table.total)) if table.total_label else None,
    )
