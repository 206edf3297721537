"""What must be known of a sheet before it is opened: its extent, and the cells a value alone does not explain."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ombud.core.numbers import number_text
from ombud.core.words import Words
from ombud.readers.cell_value import CellValue
from ombud.readers.error import ReadError
from ombud.readers.limits import Limits
from ombud.readers.place import Place


@dataclass
class SheetScan:
    """Rows and columns are counts from the first; ``marks`` are by row and column from 0."""

    rows: int = 0
    columns: int = 0
    marks: dict[tuple[int, int], CellValue] = field(default_factory=dict)

    def reach(self, row: int, column: int) -> None:
        """Something stands in this cell, both counted from 0."""
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)

    def is_within(self, limits: Limits) -> bool:
        """Whether the sheet passes no limit."""
        fits = self.rows <= limits.rows and self.columns <= limits.columns
        return fits and self.rows * self.columns <= limits.cells

    def refuse_too_large(self, name: str, *, words: Words, limits: Limits) -> None:
        """Raise ReadError when the sheet passes a limit: a reader would make room for every cell in between."""
        place = Place(sheet=name)
        if self.rows > limits.rows:
            raise ReadError(
                words.gettext("There are more than %(limit)s rows.")
                % {"limit": number_text(limits.rows, words.get_language())},
                place,
            )
        if self.columns > limits.columns:
            raise ReadError(
                words.gettext("There are more than %(limit)s columns.")
                % {"limit": number_text(limits.columns, words.get_language())},
                place,
            )
        refuse_too_many_cells([self], place=place, words=words, limits=limits)


def refuse_too_many_cells(
    scans: Iterable[SheetScan], *, place: Place | None = None, words: Words, limits: Limits
) -> None:
    """Raise ReadError when the sheets together span too many cells, blank ones between others counted too."""
    if sum(scan.rows * scan.columns for scan in scans) > limits.cells:
        message = words.gettext("The sheet spans more than %(limit)s cells. Delete what stands far from the table.")
        raise ReadError(message % {"limit": number_text(limits.cells, words.get_language())}, place)
