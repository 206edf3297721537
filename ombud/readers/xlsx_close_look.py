"""A look at a sheet of an xlsx file element by element: slow, and sure of what an unusual hand has written."""

import re
from dataclasses import dataclass, field

from ombud.core.words import Words
from ombud.readers.archive import Archive
from ombud.readers.cell_value import ErrorValue, MissingFormulaValue
from ombud.readers.place import column_index
from ombud.readers.sheet_scan import SheetScan
from ombud.readers.xml_part import walk

CELL_REFERENCE = re.compile(r"([A-Za-z]{1,4})(\d{1,8})")


def mark_of(kind: str, content: str, *, is_formula: bool, is_stored: bool) -> ErrorValue | MissingFormulaValue | None:
    """What a cell's value alone does not tell: ``kind`` is its ``t``, ``content`` the text of its value.

    Excel stores a formula that gives an empty text as ``t="str"`` with an empty value: that is a result.
    """
    if kind == "e" and content:
        return ErrorValue(content)
    if is_formula and not content and not (kind == "str" and is_stored):
        return MissingFormulaValue()
    return None


@dataclass
class CloseLook:
    """Where each cell really stands, and whether it holds a value."""

    result: SheetScan = field(default_factory=SheetScan)
    row: int = -1
    column: int = -1
    kind: str = ""
    formula: bool = False
    stored: bool = False
    inside_value: bool = False
    content: str = ""

    def scan(self, archive: Archive, part: str, words: Words) -> SheetScan:
        """Walk through the part. Raises ReadError for unsound XML."""
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
        mark = mark_of(self.kind, self.content, is_formula=self.formula, is_stored=self.stored)
        if mark:
            self.result.marks[self.row, self.column] = mark
        if mark or self.content:
            self.result.reach(self.row, self.column)
