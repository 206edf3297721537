"""A look through an xlsx file before it is opened."""

import re
from dataclasses import dataclass, field
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ombud.core.words import Words
from ombud.readers.archive import Archive, damaged
from ombud.readers.cell_value import ErrorValue, MissingFormulaValue
from ombud.readers.limits import Limits
from ombud.readers.place import column_index
from ombud.readers.sheet_scan import SheetScan, refuse_too_many_cells
from ombud.readers.xml_part import refuse_definitions, sound_pieces, walk

CELL_COLUMN = re.compile(rb' r="([A-Z]+)')
ROW_NUMBER = re.compile(rb' r="[A-Z]*(\d+)')
NEEDS_A_CLOSE_LOOK = (
    b"<f>",
    b"<f ",
    b"<f/",
    b' t="e"',
    b"<c>",
    b"<c\t",
    b"<c\n",
    b"<c\r",
    b":c ",
    b":c>",
    b":f>",
    b":f ",
)
CELL_REFERENCE = re.compile(r"([A-Za-z]{1,4})(\d{1,8})")


@dataclass(frozen=True)
class XlsxScan:
    """What a look through the parts gave: each sheet's scan by name, and whether days count from 1904."""

    sheets: dict[str, SheetScan]
    date1904: bool


def scan_xlsx(archive: Archive, *, words: Words, limits: Limits) -> XlsxScan:
    """Unpack every part once, so that sizes and checksums are true, and scan the sheets.

    Raises ReadError for damage, XML definitions and sheets beyond the limits.
    """
    book = _tree(archive, "xl/workbook.xml", words)
    parts_by_sheet = _parts_by_sheet(archive, book, words)
    sheet_parts = set(parts_by_sheet.values())
    scans: dict[str, SheetScan] = {}
    for part in archive.parts:
        if part in sheet_parts or _unpack(archive, part, words):
            scans[part] = _scan_sheet(archive, part, words, limits)
            name = next((name for name, its_part in parts_by_sheet.items() if its_part == part), "")
            scans[part].refuse_too_large(name, words=words, limits=limits)
    sheets = {name: scans[part] for name, part in parts_by_sheet.items() if part in scans}
    refuse_too_many_cells(sheets.values(), words=words, limits=limits)
    properties = [element for element in book if _local(element.tag) == "workbookPr"]
    date1904 = any(element.get("date1904") in ("1", "true") for element in properties)
    return XlsxScan(sheets, date1904)


def _unpack(archive: Archive, part: str, words: Words) -> bool:
    """Unpack a part that is no sheet of the workbook, and say whether it holds the cells of one all the same."""
    pieces = archive.chunks(part)
    if part.endswith((".xml", ".rels", ".vml")):
        pieces = sound_pieces(pieces, words)
    return sum(b"sheetData" in piece for piece in pieces) > 0


def _parts_by_sheet(archive: Archive, book: Element, words: Words) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's name."""
    targets: dict[str, str] = {}
    for relation in _tree(archive, "xl/_rels/workbook.xml.rels", words):
        target = relation.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
        targets[relation.get("Id", "")] = full.lower()
    parts: dict[str, str] = {}
    for sheets in book:
        for sheet in sheets if _local(sheets.tag) == "sheets" else ():
            relation_id = next((value for key, value in sheet.items() if _local(key) == "id"), "")
            parts[sheet.get("name", "")] = targets.get(relation_id, "")
    return parts


def _tree(archive: Archive, part: str, words: Words) -> Element:
    if part not in archive.parts:
        raise damaged(words)
    try:
        tree: Element = fromstring(archive.part(part), forbid_dtd=True)
    except DefusedXmlException:
        raise refuse_definitions(words) from None
    except (ParseError, ValueError, LookupError):
        raise damaged(words) from None
    return tree


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _scan_sheet(archive: Archive, part: str, words: Words, limits: Limits) -> SheetScan:
    """The quick look over the bytes; a close one where there are formulas, errors, an unusual hand or far cells.

    Cells that are only formatted may stand anywhere and take no room; the quick look cannot tell them.
    """
    scan = SheetScan()
    columns: set[bytes] = set()
    for piece in sound_pieces(archive.chunks(part), words):
        found = CELL_COLUMN.findall(piece)
        if len(found) != piece.count(b"<c ") or any(mark in piece for mark in NEEDS_A_CLOSE_LOOK):
            return _CloseLook().scan(archive, part, words)
        columns.update(found)
        numbers = ROW_NUMBER.findall(piece)
        scan.rows = max(scan.rows, max(map(int, set(numbers)), default=0))
    scan.columns = max((column_index(letters.decode()) + 1 for letters in columns), default=0)
    return scan if scan.is_within(limits) else _CloseLook().scan(archive, part, words)


@dataclass
class _CloseLook:
    """Element by element: where each cell really stands, and whether it holds a value."""

    result: SheetScan = field(default_factory=SheetScan)
    row: int = -1
    column: int = -1
    kind: str = ""
    formula: bool = False
    stored: bool = False
    inside_value: bool = False
    content: str = ""

    def scan(self, archive: Archive, part: str, words: Words) -> SheetScan:
        walk(archive.chunks(part), start=self._start, end=self._end, text=self._text, words=words)
        return self.result

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            number = attributes.get("r", "")
            self.row = int(number) - 1 if number.isdecimal() and len(number) < 9 else self.row + 1
            self.column = -1
        elif name == "f":
            self.formula = True
        elif name in ("v", "t"):
            self.inside_value = True
            self.stored = self.stored or name == "v"

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        if found := CELL_REFERENCE.fullmatch(attributes.get("r", "")):
            self.row, self.column = int(found[2]) - 1, column_index(found[1])
        self.kind = attributes.get("t", "")
        self.formula = self.stored = False
        self.content = ""

    def _text(self, text: str) -> None:
        if self.inside_value:
            self.content += text

    def _end(self, name: str) -> None:
        if name in ("v", "t"):
            self.inside_value = False
        if name != "c":
            return
        # Excel stores a formula that gives an empty text as t="str" with an empty value: that is a result.
        empty_text = self.kind == "str" and self.stored
        if self.kind == "e" and self.content:
            self._mark(ErrorValue(self.content))
        elif self.formula and not self.content and not empty_text:
            self._mark(MissingFormulaValue())
        elif self.content:
            self.result.reach(self.row, self.column)

    def _mark(self, mark: ErrorValue | MissingFormulaValue) -> None:
        self.result.reach(self.row, self.column)
        self.result.marks[self.row, self.column] = mark
