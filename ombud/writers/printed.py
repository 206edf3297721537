"""A table with every cell already text: what HTML, PDF and Word set alike."""

from dataclasses import dataclass

from ombud.core.numbers import hidden_text
from ombud.core.statistics.concluded import concluded
from ombud.core.statistics.table import Figure, Table
from ombud.core.words import Words
from ombud.writers.basis import lines_below
from ombud.writers.cells import Cell, cell_text, decimals_of
from ombud.writers.charts.points import as_table


@dataclass(frozen=True)
class PrintedRow:
    label: str
    level: int
    cells: tuple[str, ...]
    is_total: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """``total_columns`` says which columns are totals; ``is_grouped`` that rows stand below one another.
    ``hidden`` is the word that stands where a number is hidden. ``concluded`` are those of the lines ``below`` that say
    what the numbers can carry.
    """

    row_heading: str
    headings: tuple[str, ...]
    total_columns: tuple[bool, ...]
    rows: tuple[PrintedRow, ...]
    below: tuple[str, ...]
    hidden: str = ""
    concluded: tuple[str, ...] = ()

    @property
    def is_grouped(self) -> bool:
        return any(row.level for row in self.rows)


def print_table(table: Table, language: str, words: Words, *, has_caveats: bool = False) -> PrintedTable:
    """The table as it is read, with its total row last (where it has one) and the lines below it."""
    decimals = column_decimals(table)

    def texts(cells: tuple[Cell, ...]) -> tuple[str, ...]:
        pairs = zip(cells, table.columns, decimals, strict=True)
        return tuple(cell_text(cell, column.unit, language, places) for cell, column, places in pairs)

    rows = [PrintedRow(row.label, row.level, texts(row.cells)) for row in table.rows]
    if table.has_total:
        rows.append(PrintedRow(table.total_label, 0, texts(table.total), is_total=True))
    return PrintedTable(
        table.row_heading,
        tuple(column.label for column in table.columns),
        tuple(column.is_total for column in table.columns),
        tuple(rows),
        lines_below(table, language, words, has_caveats=has_caveats),
        hidden_text(language),
        concluded(table, words),
    )


def print_figure(figure: Figure, language: str, words: Words, *, has_caveats: bool = False) -> PrintedTable:
    """The numbers a figure draws, as a table."""
    return print_table(as_table(figure), language, words, has_caveats=has_caveats)


def figure_in_words(figure: Figure, numbers: PrintedTable) -> str:
    """The text alternative where no table of the numbers stands beside the drawing (PDF, Word)."""
    rows = (f"{row.label}: {', '.join(row.cells)}" for row in numbers.rows if not row.is_total)
    heading = f"{numbers.row_heading}: {', '.join(numbers.headings)}."
    return f"{figure.alternative or figure.caption} {heading} {'; '.join(rows)}."


def column_decimals(table: Table) -> tuple[int, ...]:
    """Decimals of each column: all its shares have the same number of them."""
    cells = [[row.cells[place] for row in table.rows] for place in range(len(table.columns))]
    totals = table.total or (None,) * len(table.columns)
    return tuple(decimals_of([*column, total]) for column, total in zip(cells, totals, strict=True))
