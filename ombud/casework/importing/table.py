"""The table in an uploaded file, its columns told apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from ombud.casework.importing.columns import Columns, match_columns
from ombud.casework.importing.fields import Field, known_headings
from ombud.casework.importing.progress import Report
from ombud.casework.words import WORDS
from ombud.readers import CellValue, Place, choose_sheet, data_rows, find_header, read

Cells = dict[str, CellValue]


@dataclass(frozen=True)
class Table:
    """``places`` maps a field to the heading of its column. ``rows`` are row numbers with cells by heading."""

    sheet: str
    is_hidden: bool
    date1904: bool
    places: dict[str, str]
    rows: list[tuple[int, Cells]]
    skipped: dict[str, int]
    columns: Columns
    fields: Sequence[Field] = field(repr=False)

    def place(self, row: int, name: str) -> Place:
        """Where a row's field stands; the row alone when the field has no column."""
        heading = self.places.get(name)
        letter = next((one["letter"] for one in self.columns.shown if one["heading"] == heading), None)
        return Place(self.sheet, row, letter)

    def label(self, name: str) -> str:
        """The heading of the field's column, as the file has it."""
        return self.places[name]

    def field_has_names(self, name: str) -> bool:
        """Whether values of the field can be mapped by hand."""
        return any(one.name == name and one.has_names for one in self.fields)


def read_table(
    content: BinaryIO, file_name: str, fields: Sequence[Field], chosen: dict[str, str], progress: Report
) -> Table:
    """Read the file and find its table. Raises ReadError with the place for whatever stands in the way."""
    headings = known_headings(fields)
    workbook = read(content, file_name=file_name, words=WORDS, progress=progress)
    sheet = choose_sheet(workbook, headings)
    header = find_header(sheet, headings, words=WORDS)
    found = [(column.heading, column.letter) for column in header.columns]
    columns = match_columns(found, fields, chosen)
    rows = [(row.number, row.values) for row in data_rows(sheet, header, words=WORDS)]
    between = sheet.rows[-1].number - header.rows[-1]
    skipped = {"total": len(header.totals), "blank": max(0, between - len(rows) - len(header.totals))}
    return Table(sheet.name, sheet.hidden, sheet.date1904, columns.places, rows, skipped, columns, fields)


def as_preview(table: Table) -> dict[str, Any]:
    """What the preview says of the table itself."""
    return {
        "sheet": table.sheet,
        "sheet_hidden": table.is_hidden,
        "rows": len(table.rows),
        "skipped": table.skipped,
        "columns": table.columns.shown,
    }
