"""Files for the readers' tests, ordinary and odd, put together in memory."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import xlwt

from ombud.core.words import PLAIN
from ombud.readers import Limits, Sheet, Workbook, read
from ombud.readers.workbook import Row

Rows = Sequence[Sequence[Any]]


def read_bytes(data: bytes, name: str, limits: Limits | None = None) -> Workbook:
    return read(io.BytesIO(data), file_name=name, words=PLAIN, limits=limits)


def sheet_of(*rows: Sequence[Any], name: str = "Ark1", **options: Any) -> Sheet:
    """A sheet as a reader would give it; blank rows keep their number and are left out."""
    kept = [
        Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1) if any(c is not None for c in cells)
    ]
    return Sheet(name, tuple(kept), **options)


def xlsx(sheets: Mapping[str, Rows], change: Callable[[Any], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(sheets: Mapping[str, Rows], change: Callable[[Any], None] | None = None) -> bytes:
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str) and cell.startswith("="):
                    cell = xlwt.Formula(cell[1:])
                if cell is not None:
                    sheet.write(row, column, cell)
    if change:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods_cell(value: Any) -> Any:
    """A cell; a dict gives its attributes as they are."""
    if isinstance(value, dict):
        return odf.table.TableCell(**value)
    if value is None:
        return odf.table.TableCell()
    if isinstance(value, float | int):
        return odf.table.TableCell(valuetype="float", value=value)
    cell = odf.table.TableCell(valuetype="string")
    cell.addElement(odf.text.P(text=str(value)))
    return cell


def ods(sheets: Mapping[str, Rows]) -> bytes:
    document = odf.opendocument.OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = odf.table.Table(name=name)
        for cells in rows:
            row = odf.table.TableRow()
            for cell in cells:
                row.addElement(ods_cell(cell))
            table.addElement(row)
        document.spreadsheet.addElement(table)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_parts(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same archive with some parts put in place of, or beside, the old ones."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, **changed})


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


SHEET = "xl/worksheets/sheet1.xml"


def xlsx_with_cells(cells: str) -> bytes:
    """A workbook whose one sheet holds this text between ``<sheetData>`` tags."""
    xml = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    return with_parts(xlsx({"Ark1": [["x"]]}), {SHEET: xml.encode()})
