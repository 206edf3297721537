"""What a cell can hold."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class MissingFormulaValue:
    """A formula without a stored value: no spreadsheet program has calculated it. To be refused, not guessed."""


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell that shows an error such as ``#N/A``. To be refused, not taken for a blank."""

    text: str


CellValue = (
    str | int | float | Decimal | bool | date | datetime | time | timedelta | MissingFormulaValue | ErrorValue | None
)
