"""A look through an ods file before it is opened."""

from dataclasses import dataclass, field

from ombud.core.words import Words
from ombud.readers.archive import Archive, damaged, protected
from ombud.readers.cell_value import MissingFormulaValue
from ombud.readers.limits import Limits
from ombud.readers.sheet_scan import SheetScan, refuse_too_many_cells
from ombud.readers.xml_part import sound_pieces, walk

MANIFEST = "meta-inf/manifest.xml"
STORED_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")
MOST_MARKS = 100_000


def scan_ods(archive: Archive, *, words: Words, limits: Limits) -> dict[str, SheetScan]:
    """Each sheet's scan by name. Raises ReadError for damage, a password, XML definitions, and sheets too large."""
    if MANIFEST in archive.parts and b"encryption-data" in archive.part(MANIFEST):
        raise protected(words)
    if "content.xml" not in archive.parts:
        raise damaged(words)
    for part in archive.parts:
        pieces = archive.chunks(part)
        for _ in sound_pieces(pieces, words) if part.endswith((".xml", ".rdf")) else pieces:
            pass
    look = _Look()
    walk(archive.chunks("content.xml"), start=look.start, end=look.end, text=look.text, words=words)
    for name, scan in look.sheets.items():
        scan.refuse_too_large(name, words=words, limits=limits)
    refuse_too_many_cells(look.sheets.values(), words=words, limits=limits)
    return look.sheets


@dataclass
class _Look:
    """Rows and cells may be repeated by a number, so a few bytes can stand for millions of cells."""

    sheets: dict[str, SheetScan] = field(default_factory=dict)
    sheet: SheetScan = field(default_factory=SheetScan)
    row: int = 0
    row_repeats: int = 1
    column: int = 0
    cell_repeats: int = 1
    formula: bool = False
    filled: bool = False
    typed: bool = False
    in_cell: bool = False
    depth: int = 0
    attributes: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self.sheet = self.sheets[attributes.get("table:name", "")] = SheetScan()
                self.row = 0
        elif self.depth != 1:
            return
        elif name == "table-row":
            self.row_repeats = _repeats(attributes, "table:number-rows-repeated")
            self.column = 0
        elif name in ("table-cell", "covered-table-cell"):
            self.in_cell = True
            self.cell_repeats = _repeats(attributes, "table:number-columns-repeated")
            self.formula = "table:formula" in attributes
            self.typed = any(f"office:{value}" in attributes for value in STORED_VALUES)
            self.filled = "office:value-type" in attributes or "calcext:value-type" in attributes
            self.attributes = attributes

    def text(self, text: str) -> None:
        if self.in_cell and text.strip():
            self.filled = self.typed = True

    def end(self, name: str) -> None:
        if name == "table":
            self.depth -= 1
        elif self.depth != 1:
            return
        elif name == "table-row":
            self.row += self.row_repeats
        elif name in ("table-cell", "covered-table-cell"):
            self._end_cell()
            self.column += self.cell_repeats
            self.in_cell = False

    def _end_cell(self) -> None:
        if self.filled or self.formula:
            self.sheet.reach(self.row + self.row_repeats - 1, self.column + self.cell_repeats - 1)
        # A formula that gives an empty text is stored as a string without text: that is a result.
        is_text = self.attributes.get("office:value-type") == "string"
        if self.formula and not self.typed and not is_text:
            self._mark()

    def _mark(self) -> None:
        for row in range(self.row, self.row + min(self.row_repeats, MOST_MARKS)):
            for column in range(self.column, self.column + min(self.cell_repeats, MOST_MARKS)):
                if len(self.sheet.marks) < MOST_MARKS:
                    self.sheet.marks[row, column] = MissingFormulaValue()


def _repeats(attributes: dict[str, str], name: str) -> int:
    number = attributes.get(name, "1")
    return max(int(number), 1) if number.isdecimal() and len(number) < 10 else 1
