"""The rows of data under a table's headings."""

from collections.abc import Iterator
from typing import NamedTuple

from ombud.core.words import Words
from ombud.readers.cell_value import CellValue
from ombud.readers.error import ReadError
from ombud.readers.header import Header, is_blank
from ombud.readers.place import Place, column_letter
from ombud.readers.workbook import Row, Sheet


class DataRow(NamedTuple):
    """A row's values by heading. Places are made when asked for, since most rows have nothing wrong with them."""

    number: int
    values: dict[str, CellValue]
    header: Header

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return Place(self.header.sheet, self.number)

    def at(self, heading: str) -> Place:
        """Where the cell under this heading stands; the row alone for a heading that is not there."""
        for column in self.header.columns:
            if column.heading == heading:
                return Place(self.header.sheet, self.number, column.letter)
        return self.place

    def cell(self, heading: str) -> tuple[CellValue, Place]:
        """The value under the heading and its place; the value is ``None`` for a heading that is not there."""
        return self.values.get(heading), self.at(heading)


def data_rows(sheet: Sheet, header: Header, *, words: Words) -> Iterator[DataRow]:
    """The rows under the headings in the sheet's order, without blank rows and total rows.

    Raises ReadError at a csv row with more cells than there are columns, unless the extra ones are blank: a delimiter
    inside an unquoted text has pushed the values into the wrong columns.
    """
    names = header.headings
    indexes = [column.index for column in header.columns]
    width = indexes[-1] + 1
    in_order = indexes == list(range(width))
    totals = frozenset(header.totals)
    first_row = header.rows[-1]
    for row in sheet.rows:
        if row.number <= first_row or row.number in totals or is_blank(row):
            continue
        cells = row.cells
        if len(cells) < width:
            cells += (None,) * (width - len(cells))
        elif len(cells) > width and sheet.delimited:
            _refuse_more_cells(row, width, sheet, words)
        picked = cells if in_order else [cells[index] for index in indexes]
        yield DataRow(row.number, dict(zip(names, picked, strict=False)), header)


def _refuse_more_cells(row: Row, width: int, sheet: Sheet, words: Words) -> None:
    for index, cell in enumerate(row.cells[width:], start=width):
        if isinstance(cell, str) and cell.strip():
            message = words.gettext(
                "The row has more cells than there are headings. "
                "Put a text with the delimiter in it between quotation marks."
            )
            raise ReadError(message, Place(sheet.name, row.number, column_letter(index)))
