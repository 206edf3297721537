"""A quick look at a sheet of an xlsx file, over its bytes, before it is opened."""

import re

from ombud.core.words import Words
from ombud.readers.archive import Archive
from ombud.readers.limits import Limits
from ombud.readers.place import column_index
from ombud.readers.sheet_scan import SheetScan
from ombud.readers.xlsx_close_look import CloseLook, mark_of
from ombud.readers.xml_part import sound_pieces, whole_cells

CELL_COLUMN = re.compile(rb' r="([A-Z]+)')
ROW_NUMBER = re.compile(rb' r="[A-Z]*(\d+)')
ODD_CELL = re.compile(rb"<c[\t\r\n>/]")
PREFIXED = re.compile(rb":[cf][\s>/]")
NOTABLE = re.compile(rb"<f[ >/]")
ERROR_KIND = re.compile(rb' t="e"')
REFERENCE = re.compile(rb' r="([A-Z]+)(\d+)"')
KIND = re.compile(rb' t="(\w+)"')
VALUE = re.compile(rb"<v(?: [^>]*)?>([^<]*)</v>")


def scan_sheet(archive: Archive, part: str, *, words: Words, limits: Limits) -> SheetScan:
    """How far the sheet reaches, formatted cells counted too, and its formulas without value and its errors.

    Where the bytes are not written as spreadsheet programs write them, or reach beyond the limits, the close look
    decides: five times slower, but it follows the XML itself.
    """
    scan = SheetScan()
    columns: set[bytes] = set()
    for piece in whole_cells(sound_pieces(archive.chunks(part), words)):
        found = CELL_COLUMN.findall(piece)
        if _is_unusual(piece, len(found)):
            return CloseLook().scan(archive, part, words)
        columns.update(found)
        scan.rows = max(scan.rows, max(map(int, set(ROW_NUMBER.findall(piece))), default=0))
        for pattern in (NOTABLE, ERROR_KIND):
            for hit in pattern.finditer(piece):
                _note(piece, hit.start(), scan)
    scan.columns = max((column_index(letters.decode()) + 1 for letters in columns), default=0)
    return scan if scan.is_within(limits) else CloseLook().scan(archive, part, words)


def _is_unusual(piece: bytes, references: int) -> bool:
    """Whether cells may stand here that the patterns do not see: prefixes, other quotes or spaces, comments."""
    cells = piece.count(b"<c ")
    if cells != references or b"<!" in piece or PREFIXED.search(piece):
        return True
    return piece.count(b"<c") != cells and ODD_CELL.search(piece) is not None


def _note(piece: bytes, at: int, scan: SheetScan) -> None:
    """Mark the cell around this position if its value alone does not explain it."""
    start = piece.rfind(b"<c ", 0, at + 1)
    end = piece.find(b"</c>", at)
    if start < 0 or end < 0 or piece.find(b"</c>", start, at) >= 0:
        return
    cell = piece[start:end]
    tag, _, inside = cell.partition(b">")
    reference = REFERENCE.search(tag)
    if tag.endswith(b"/") or reference is None:
        return
    kind, value = KIND.search(tag), VALUE.search(inside)
    mark = mark_of(
        kind[1].decode() if kind else "",
        value[1].decode(errors="replace") if value else "",
        is_formula=NOTABLE.search(inside) is not None,
        is_stored=b"<v" in inside,
    )
    if mark:
        scan.marks[int(reference[2]) - 1, column_index(reference[1].decode())] = mark
