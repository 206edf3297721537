"""Spreadsheet files as plain rows that know their place: csv, xlsx, ods and xls. No Django.

``read`` turns a file into a ``Workbook``, ``choose_sheet`` and ``find_header`` find the table in it, ``data_rows``
gives its rows, and the ``to_…`` functions turn one cell into a date, a whole number, yes or no, or a text. Whatever
cannot be read is refused with a ``ReadError`` that names the place.
"""

from ombud.readers.cell_value import CellValue, ErrorValue, MissingFormulaValue
from ombud.readers.dates import to_date
from ombud.readers.error import ReadError
from ombud.readers.header import Column, Header, find_header
from ombud.readers.limits import Limits
from ombud.readers.names import fold_name
from ombud.readers.numbers import to_whole_number
from ombud.readers.place import Place, column_letter
from ombud.readers.read import Progress, read
from ombud.readers.rows import DataRow, data_rows
from ombud.readers.sheet_choice import choose_sheet
from ombud.readers.texts import to_text
from ombud.readers.workbook import Kind, Row, Sheet, Workbook
from ombud.readers.yes_no import to_yes_no

__all__ = [
    "CellValue",
    "Column",
    "DataRow",
    "ErrorValue",
    "Header",
    "Kind",
    "Limits",
    "MissingFormulaValue",
    "Place",
    "Progress",
    "ReadError",
    "Row",
    "Sheet",
    "Workbook",
    "choose_sheet",
    "column_letter",
    "data_rows",
    "find_header",
    "fold_name",
    "read",
    "to_date",
    "to_text",
    "to_whole_number",
    "to_yes_no",
]
