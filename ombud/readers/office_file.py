"""xlsx, ods and xls to a workbook: looked through first, then read by calamine."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ombud.core.words import Words
from ombud.readers.archive import Archive, damaged, protected
from ombud.readers.cell_value import CellValue
from ombud.readers.compound_file import CompoundFile
from ombud.readers.csv_file import PROGRESS_EVERY, Tell
from ombud.readers.limits import Limits
from ombud.readers.ods_scan import scan_ods
from ombud.readers.sheet_scan import SheetScan
from ombud.readers.workbook import Kind, Row, Sheet, Workbook
from ombud.readers.xls_scan import scan_xls
from ombud.readers.xlsx_scan import scan_xlsx

XLS_STREAMS = ("Workbook", "WORKBOOK", "Book", "BOOK")


@dataclass(frozen=True)
class Looked:
    """What the look through the file gave: scans by sheet name or, for xls, in order."""

    kind: Kind
    scans: dict[str, SheetScan] | list[SheetScan]
    date1904: bool = False

    def of(self, index: int, name: str) -> SheetScan:
        """The scan of a sheet; an empty one for a sheet that has none."""
        if isinstance(self.scans, dict):
            return self.scans.get(name, SheetScan())
        return self.scans[index] if index < len(self.scans) else SheetScan()


def look_through_archive(archive: Archive, kind: Kind, *, words: Words, limits: Limits) -> Looked:
    """Scan an xlsx or ods file. Raises ReadError for whatever should not be opened."""
    if kind is Kind.ODS:
        return Looked(kind, scan_ods(archive, words=words, limits=limits))
    scan = scan_xlsx(archive, words=words, limits=limits)
    return Looked(kind, scan.sheets, scan.date1904)


def look_through_compound(file: CompoundFile, *, words: Words, limits: Limits) -> Looked:
    """Scan an xls file. Raises ReadError for whatever should not be opened."""
    name = next(name for name in XLS_STREAMS if name in file.entries)
    scan = scan_xls(file.stream(name), words=words, limits=limits)
    return Looked(Kind.XLS, scan.sheets, scan.date1904)


def read_office_file(data: bytes, looked: Looked, *, words: Words, tell: Tell) -> Workbook:
    """Every sheet with something in it. Raises ReadError for what calamine finds damaged or protected."""
    try:
        sheets = tuple(_sheets(data, looked, tell))
    except PasswordError:
        raise protected(words) from None
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:
        # A panic in Rust reaches Python as a BaseException that no module exports.
        if type(error).__module__ not in ("python_calamine", "python_calamine._python_calamine", "pyo3_runtime"):
            raise
        raise damaged(words) from None
    return Workbook(looked.kind, sheets, looked.date1904)


def _sheets(data: bytes, looked: Looked, tell: Tell) -> Iterator[Sheet]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    described: Sequence[SheetMetadata] = workbook.sheets_metadata
    total = sum(looked.of(index, each.name).rows for index, each in enumerate(described))
    done = 0
    for index, each in enumerate(described):
        if each.typ is not SheetTypeEnum.WorkSheet:
            continue
        opened = workbook.get_sheet_by_index(index)
        scan = looked.of(index, each.name)
        rows = tuple(_rows(opened, scan, done, total, tell))
        done += scan.rows
        if rows:
            hidden = each.visible is not SheetVisibleEnum.Visible
            yield Sheet(each.name, rows, hidden=hidden, date1904=looked.date1904)
    tell(done, done)


def _rows(sheet: CalamineSheet, scan: SheetScan, done: int, total: int, tell: Tell) -> Iterator[Row]:
    marked: dict[int, dict[int, CellValue]] = {}
    for (row, column), mark in scan.marks.items():
        marked.setdefault(row, {})[column] = mark
    # The iterator fills up the rows above the first value, but not the columns before it.
    before: list[CellValue] = [None] * (sheet.start[1] if sheet.start else 0)
    number = 0
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells: list[CellValue] = [*values]
        if "" in cells:
            cells = [None if value == "" else value for value in values]
        if before:
            cells = before + cells
        for column, mark in marked.pop(number - 1, {}).items():
            cells += [None] * (column + 1 - len(cells))
            cells[column] = mark
        if cells.count(None) < len(cells):
            yield Row(number, tuple(cells))
        if not number % PROGRESS_EVERY:
            tell(done + number, max(total, done + number))
    # Marked rows below the last value: calamine takes the sheet to end before them.
    for row in sorted(marked):
        last = max(marked[row])
        yield Row(row + 1, tuple(marked[row].get(column) for column in range(last + 1)))
