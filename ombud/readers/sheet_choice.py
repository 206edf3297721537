"""Which sheet of a workbook holds the table that is wanted."""

from collections.abc import Collection

from ombud.readers.header import best_score
from ombud.readers.workbook import Sheet, Workbook


def choose_sheet(workbook: Workbook, known_names: Collection[str]) -> Sheet:
    """The sheet whose headings hold most of the known names; the visible before the hidden, then the first."""
    return max(workbook.sheets, key=lambda sheet: (best_score(sheet, known_names), not sheet.hidden))
