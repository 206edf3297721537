"""A case number as registers write it: 41/2024, 2024-41, or 41 with the year beside it."""

import re
from datetime import date

from django.utils.translation import gettext as _

from ombud.casework.importing.cells import text
from ombud.casework.importing.names import Unknown
from ombud.readers import CellValue

NUMBER_FIRST = re.compile(r"(\d{1,6}) ?[/-] ?(\d{4}|\d{2})", re.ASCII)
YEAR_FIRST = re.compile(r"((?:19|20)\d{2}) ?[-/.] ?(\d{1,6})", re.ASCII)
USUAL = re.compile(r"(\d{1,5})/(\d{4})", re.ASCII)
"""By far the most common, and too short for a CPR number."""
ALONE = re.compile(r"\d{1,7}", re.ASCII)
YEARS = range(1990, 2200)
Number = tuple[int, int | None]
"""A number and its year; without a year the day it was received tells it."""


def read_number(value: CellValue) -> Number | None:
    """The number in a cell, None when blank. Raises Unknown for anything else."""
    if isinstance(value, str) and (usual := USUAL.fullmatch(value)):
        return _checked(int(usual[1]), int(usual[2]), value)
    if isinstance(value, date):
        message = _(
            "The spreadsheet has made a date of the number. Format the column as text and write the number again."
        )
        raise Unknown(message)
    found = text(value)
    if not found:
        return None
    match = YEAR_FIRST.fullmatch(found)
    if match and ("/" not in found or not NUMBER_FIRST.fullmatch(found) or int(match[2]) not in YEARS):
        return _checked(int(match[2]), int(match[1]), found)
    if match := NUMBER_FIRST.fullmatch(found):
        year = int(match[2]) + (2000 if len(match[2]) == 2 else 0)
        return _checked(int(match[1]), year, found)
    if ALONE.fullmatch(found):
        return _checked(int(found), None, found)
    raise Unknown(_("“%(text)s” is not a number such as 41/2024.") % {"text": found}, found)


def read_year(value: CellValue) -> int | None:
    """The year in a cell, None when blank."""
    found = text(value)
    if not found:
        return None
    if not ALONE.fullmatch(found) or int(found) not in YEARS:
        raise Unknown(_("“%(text)s” is not a year.") % {"text": found}, found)
    return int(found)


def _checked(number: int, year: int | None, found: str) -> Number:
    if number == 0 or (year is not None and year not in YEARS):
        raise Unknown(_("“%(text)s” is not a number such as 41/2024.") % {"text": found}, found)
    return number, year
