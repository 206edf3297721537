"""One table a sheet: caption, cells as numbers, what the numbers rest on, and its chart."""

import math
from dataclasses import replace
from fractions import Fraction
from typing import Any

from ombud.core.numbers import hidden_text
from ombud.core.report.tree import Document, FigureBlock, TableBlock
from ombud.core.statistics.table import HIDDEN, Figure, Hidden, Row, Table
from ombud.core.words import Words
from ombud.writers.basis import lines_below
from ombud.writers.cells import Cell, cell_text
from ombud.writers.charts.points import with_gaps
from ombud.writers.printed import column_decimals
from ombud.writers.wording import caption, draft_mark
from ombud.writers.xlsx.charts import add_chart, add_picture
from ombud.writers.xlsx.formats import COUNT, RATE, SHARE, SHARE_ONE_DECIMAL, Formats

FIRST_ROW = 4
_HEADER_ROW = 3
_NUMBER_WIDTH = 14
_NOTE_COLUMNS = 5
_MOST_ROWS_A_PAGE = 70


class Sheets:
    """Writes the sheets of one workbook. Text goes through ``write_string`` only, so none becomes a formula."""

    def __init__(self, workbook: Any, document: Document, words: Words, formats: Formats, contents: str) -> None:
        self._workbook = workbook
        self._document = document
        self._words = words
        self._formats = formats
        self._contents = contents
        self._is_drawn = False

    def write(self, block: TableBlock | FigureBlock, table: Table, name: str, figure: Figure | None = None) -> None:
        """A table, and below it the chart of ``figure`` where there is one."""
        sheet = self._workbook.add_worksheet(name)
        title = caption(block, self._words)
        self._top(sheet, title)
        self._is_drawn = figure is not None
        self._cells(sheet, table)
        row = FIRST_ROW + len(table.rows) + table.has_total + 1
        for line in self._lines(table):
            self._note(sheet, row, line, table)
            row += 1
        if figure is not None and table.rows:
            row = self._chart(sheet, row, figure, table, name, title)
        self._set_up(sheet, table, row)

    def _chart(self, sheet: Any, row: int, figure: Figure, table: Table, name: str, title: str) -> int:
        """Draw below the notes and return the row after. Excel has no funnel plot: it gets the picture."""
        if figure.chart == "funnel":
            return add_picture(sheet, figure, self._document.language, title, row + 1)
        drawn = with_gaps(table) if figure.chart == "line" else table
        first, row = self._drawn(sheet, row, drawn, is_apart=len(drawn.rows) > len(table.rows))
        return add_chart(self._workbook, sheet, figure, drawn, name, first, title, row + 1)

    def _note(self, sheet: Any, row: int, line: str, table: Table) -> None:
        """Over all columns, as high as its text needs: Excel does not fit merged cells by itself."""
        last = max(len(table.columns), _NOTE_COLUMNS)
        letters = _label_width(table) + last * _NUMBER_WIDTH
        sheet.merge_range(row, 0, row, last, "", self._formats.note)
        sheet.write_string(row, 0, line, self._formats.note)
        sheet.set_row(row, 14 * math.ceil(len(line) / letters))

    def _top(self, sheet: Any, title: str) -> None:
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, title, self._formats.title)
        link = f"internal:'{self._contents}'!A1"
        sheet.write_url(1, 0, link, self._formats.link, self._words.gettext("Back to the contents"))
        mark = draft_mark(self._document, self._words)
        if mark:
            sheet.write_string(2, 0, mark, self._formats.warning)

    def _lines(self, table: Table) -> tuple[str, ...]:
        return (*lines_below(table, self._document.language, self._words), *self._document.caveats)

    def _cells(self, sheet: Any, table: Table) -> None:
        lines = max((_lines_of(column.label) for column in table.columns), default=1)
        sheet.set_row(_HEADER_ROW, 6 + 15 * lines)
        sheet.write_string(_HEADER_ROW, 0, table.row_heading, self._formats.heading)
        for place, column in enumerate(table.columns, 1):
            sheet.write_string(_HEADER_ROW, place, column.label, self._formats.number_heading)
        is_grouped = any(row.level for row in table.rows)
        for place, row in enumerate(table.rows, FIRST_ROW):
            self._row(sheet, place, row, table, bold=is_grouped and row.level == 0)
        if table.has_total:
            total = Row("", table.total_label, 0, table.total)
            self._row(sheet, FIRST_ROW + len(table.rows), total, table, bold=True, is_total=True)

    def _row(self, sheet: Any, place: int, row: Row, table: Table, *, bold: bool, is_total: bool = False) -> None:
        look: dict[str, Any] = {"bold": True} if bold else {}
        if is_total:
            look["top"] = 1
        sheet.write_string(place, 0, row.label, self._formats.of(**look, indent=row.level))
        decimals = column_decimals(table)
        for number, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            cell_look = {**look, "bold": True} if column.is_total else look
            self._number(sheet, place, number + 1, cell, column.unit, decimals[number], cell_look)

    def _number(
        self, sheet: Any, row: int, column: int, cell: Cell, unit: str, decimals: int, look: dict[str, Any]
    ) -> None:
        """A share is written as per cent of 100: the sign is in the format, and 41,9 can be copied as it reads."""
        if cell is None and self._is_drawn:
            return  # a chart would draw a dash as 0; an empty cell is a gap
        if cell is None or isinstance(cell, Hidden):
            text = cell_text(cell, unit, self._document.language, decimals)
            grey = {"font_color": "#4D4D4D", "bold": False} if cell is HIDDEN else {}
            sheet.write_string(row, column, text, self._formats.of(**{**look, **grey}, align="right"))
            return
        form = COUNT
        value: float = int(cell) if Fraction(cell).denominator == 1 else float(cell)
        if unit == "percent":
            form = SHARE_ONE_DECIMAL if decimals else SHARE
            value = float(Fraction(cell) * 100)
        elif unit == "rate":
            form, value = RATE, float(cell)
        sheet.write_number(row, column, value, self._formats.of(**look, num_format=form, align="right"))

    def _drawn(self, sheet: Any, row: int, table: Table, *, is_apart: bool = False) -> tuple[int, int]:
        """Where the chart's numbers begin, and the row to go on from. Excel draws a word as 0: where one stands for a
        hidden number, the chart reads a block of its own, empty there, and the category says what is hidden.
        ``is_apart``: the table has empty rows that only the chart is to have.
        """
        if not is_apart and not any(HIDDEN in one.cells for one in table.rows):
            return FIRST_ROW, row
        sheet.write_string(row + 1, 0, self._words.gettext("The numbers of the drawing"), self._formats.heading)
        for place, column in enumerate(table.columns, 1):
            sheet.write_string(row + 1, place, column.label, self._formats.number_heading)
        for place, one in enumerate(table.rows, row + 2):
            known = tuple(None if isinstance(cell, Hidden) else cell for cell in one.cells)
            self._row(sheet, place, replace(one, label=self._label(one, table), cells=known), table, bold=False)
        return row + 2, row + 2 + len(table.rows)

    def _label(self, row: Row, table: Table) -> str:
        word = hidden_text(self._document.language)
        hidden = [column.label for column, cell in zip(table.columns, row.cells, strict=True) if cell is HIDDEN]
        if not hidden:
            return row.label
        return f"{row.label} ({word})" if len(table.columns) == 1 else f"{row.label} ({', '.join(hidden)}: {word})"

    def _set_up(self, sheet: Any, table: Table, last_row: int) -> None:
        sheet.freeze_panes(FIRST_ROW, 1)
        sheet.set_column(0, 0, _label_width(table))
        sheet.set_column(1, max(_NOTE_COLUMNS, len(table.columns)), _NUMBER_WIDTH)
        if len(table.columns) > _NOTE_COLUMNS:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 1 if last_row <= _MOST_ROWS_A_PAGE else 0)
        sheet.repeat_rows(_HEADER_ROW)
        sheet.print_area(0, 0, last_row, max(len(table.columns), _NOTE_COLUMNS))
        sheet.set_footer("&L&A&R&P / &N")
        sheet.hide_gridlines(2)


def _label_width(table: Table) -> int:
    longest = max((len(row.label) + 2 * row.level for row in table.rows), default=10)
    return min(60, max(24, longest + 2))


def _lines_of(heading: str) -> int:
    """How many lines the words of a heading take in its column."""
    lines, used = 1, 0
    for word in heading.split():
        if used and used + 1 + len(word) > _NUMBER_WIDTH - 2:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
    return lines
