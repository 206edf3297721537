"""A cell as text, and the refusals every conversion shares."""

import math
from datetime import date, datetime
from decimal import Decimal

from ombud.core.words import Words
from ombud.readers.cell_value import CellValue, ErrorValue, MissingFormulaValue
from ombud.readers.error import ReadError
from ombud.readers.place import Place


def to_text(value: CellValue, *, words: Words, place: Place | None = None) -> str | None:
    """The cell's text, trimmed and with single spaces; ``None`` when blank.

    41.0 is ``41``, a date is ``2024-04-03``, and true is ``TRUE``. Raises ReadError for a formula without a stored
    value and for a cell that shows an error.
    """
    if isinstance(value, str):
        return " ".join(value.split()) or None
    refuse_marks(value, words=words, place=place)
    if value is None:
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | Decimal):
        return number_as_text(float(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def number_as_text(number: float) -> str:
    """A number as a spreadsheet shows it: whole when it is whole, at most fifteen digits."""
    if math.isfinite(number) and number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"


def refuse_marks(value: CellValue, *, words: Words, place: Place | None) -> None:
    """Raise ReadError when the cell holds a formula that was never calculated, or shows an error."""
    if isinstance(value, MissingFormulaValue):
        message = words.gettext(
            "The cell holds a formula whose result is not stored in the file. "
            "Open the file in a spreadsheet program and save it again."
        )
        raise ReadError(message, place)
    if isinstance(value, ErrorValue):
        raise ReadError(words.gettext("The cell shows the error %(text)s.") % {"text": value.text}, place)
