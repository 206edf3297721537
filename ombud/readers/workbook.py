"""A file that has been read: sheets of rows of plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ombud.readers.cell_value import CellValue


class Kind(StrEnum):
    """The file formats that can be read."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"


class Row(NamedTuple):
    """One row; ``number`` counts from 1 as the spreadsheet shows it. An empty cell is ``None``."""

    number: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet with something in it. Blank rows are left out; the numbers of the others stay."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    delimited: bool = False
    """Whether the cells were cut out of a text at delimiters, so that a cell too many means a wrong cut."""
    date1904: bool = False
    """Whether serial numbers of days count from 1904 rather than 1900."""


@dataclass(frozen=True)
class Workbook:
    """All sheets of a file that hold anything, in the file's order, hidden ones too."""

    kind: Kind
    sheets: tuple[Sheet, ...]
    date1904: bool = False
