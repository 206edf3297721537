"""A look through the records of an xls file before it is opened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import error as StructError
from struct import unpack_from

from ombud.core.words import Words
from ombud.readers.archive import damaged, protected
from ombud.readers.cell_value import ErrorValue, MissingFormulaValue
from ombud.readers.limits import Limits
from ombud.readers.sheet_scan import SheetScan, refuse_too_many_cells

BOF, EOF, FILEPASS, DATEMODE, BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0022, 0x0085
SHARED_STRINGS, DIMENSIONS, RECALCID = 0x00FC, 0x0200, 0x01C1
FORMULA, BOOLERR, MULRK = 0x0006, 0x0205, 0x00BD
ONE_CELL = {0x0203, 0x0204, 0x0205, 0x00FD, 0x00D6, 0x027E, FORMULA}
"""NUMBER, LABEL, BOOLERR, LABELSST, RSTRING, RK, FORMULA: each starts with its row and column."""

CALCULATE_ON_LOAD = 0x2
ERROR_RESULT, EMPTY_RESULT = 2, 3
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


@dataclass
class XlsScan:
    """Sheet scans in the order of the workbook, and whether days count from 1904."""

    sheets: list[SheetScan] = field(default_factory=list)
    date1904: bool = False
    calculated: bool = False
    """Whether the file names the version of the calculator that last went through it."""


def scan_xls(stream: bytes, *, words: Words, limits: Limits) -> XlsScan:
    """Walk the records once. Raises ReadError for damage, a password and sheets beyond the limits.

    A formula counts as never calculated when its result is zero and to be calculated on opening, or when its result is
    an empty text and the file does not name the calculator that gave it: programs that do not calculate write so.
    """
    result = XlsScan()
    try:
        for start in _sheet_starts(stream, result, words):
            if stream[start : start + 2] != BOF.to_bytes(2, "little"):
                raise damaged(words)
            result.sheets.append(_scan_sheet(stream, start, result.calculated))
    except StructError:
        raise damaged(words) from None
    for sheet in result.sheets:
        sheet.refuse_too_large("", words=words, limits=limits)
    refuse_too_many_cells(result.sheets, words=words, limits=limits)
    return result


def _sheet_starts(stream: bytes, result: XlsScan, words: Words) -> list[int]:
    """Where each sheet's records begin; notes on the way how days are counted."""
    starts: list[int] = []
    for record, at, _ in _records(stream, 0):
        if record == FILEPASS:
            raise protected(words)
        if record == DATEMODE:
            result.date1904 = unpack_from("<H", stream, at)[0] == 1
        elif record == RECALCID:
            result.calculated = True
        elif record == BOUNDSHEET:
            starts.append(unpack_from("<I", stream, at)[0])
        elif record == SHARED_STRINGS and unpack_from("<I", stream, at + 4)[0] > len(stream):
            # The reader makes room for as many strings as are announced, and takes the process down if it cannot.
            raise damaged(words)
    return starts


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of each record of one substream, up to its end."""
    depth = 0
    while at + 4 <= len(stream):
        record, length = unpack_from("<HH", stream, at)
        yield record, at + 4, length
        depth += (record == BOF) - (record == EOF)
        if depth == 0:
            return
        at += 4 + length


def _scan_sheet(stream: bytes, start: int, calculated: bool) -> SheetScan:
    scan = SheetScan()
    for record, at, length in _records(stream, start):
        if record == DIMENSIONS:
            # What is announced counts as much as what is there: the reader makes room for it.
            first_row, end_row, first, end = unpack_from("<IIHH" if length >= 14 else "<HHHH", stream, at)
            if end_row < first_row or end < first:
                raise StructError
            scan.reach(end_row - first_row - 1, end - first - 1)
        elif record in ONE_CELL:
            row, column = unpack_from("<HH", stream, at)
            scan.reach(row, column)
            if record in (FORMULA, BOOLERR) and (mark := _mark(stream, record, at, calculated)):
                scan.marks[row, column] = mark
        elif record == MULRK:
            row, first = unpack_from("<HH", stream, at)
            scan.reach(row, first + (length - 6) // 6 - 1)
    return scan


def _mark(stream: bytes, record: int, at: int, calculated: bool) -> ErrorValue | MissingFormulaValue | None:
    """What is wrong with a formula without a result, or with a cell that shows an error."""
    if record == BOOLERR:
        code, is_error = unpack_from("<BB", stream, at + 6)
        return ErrorValue(ERRORS.get(code, "#?")) if is_error else None
    kind, _, code, _, special, options = unpack_from("<BBB3sHH", stream, at + 6)
    if special != 0xFFFF:
        is_zero = stream[at + 6 : at + 14] == bytes(8)
        return MissingFormulaValue() if is_zero and options & CALCULATE_ON_LOAD else None
    if kind == ERROR_RESULT:
        return ErrorValue(ERRORS.get(code, "#?"))
    return MissingFormulaValue() if kind == EMPTY_RESULT and not calculated else None
