"""A cell as a date."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from ombud.core.words import Words
from ombud.readers.cell_value import CellValue
from ombud.readers.error import ReadError
from ombud.readers.month_names import MONTHS
from ombud.readers.place import Place
from ombud.readers.texts import to_text

TIME = r"(?:[T ,]+(?:kl\.? ?)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:Z| ?[+-]\d{2}:?\d{2})?)?"
WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn|mon|tues|wednes|thurs|fri|satur|sun)da[gy],? ?)?(?:(?:den|d\.) ?)?"
DAY_FIRST = re.compile(
    rf"{WEEKDAY}(\d{{1,2}})(?:[-/. ]|\. )(\d{{1,2}})(?:[-/. ]|\. )(\d{{4}}|\d{{2}}){TIME}", re.ASCII | re.I
)
YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}", re.ASCII | re.I)
NAMED_MONTH = re.compile(rf"{WEEKDAY}(\d{{1,2}})[. -]{{1,2}}([^\W\d]+)[. -]{{1,2}}(\d{{4}}|\d{{2}}){TIME}", re.I)
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
COMPACT = re.compile(r"(?:19|20|21)\d{6}", re.ASCII)

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
SMALLEST_SERIAL, LARGEST_SERIAL = 10_000, 110_000
"""18 May 1927 and 29 February 2201: a smaller number is far likelier a year or a count put in the wrong column."""


def to_date(value: CellValue, *, words: Words, place: Place | None = None, date1904: bool = False) -> date | None:
    """The date in a cell, ``None`` when blank; a time of day is left out.

    Reads 3-4-2024, 03.04.2024, 03/04/2024 (always the day first), 2024-04-03, 20240403, ``3. april 2024``, dates and
    serial numbers of days (``date1904`` as the workbook says). Raises ReadError for a day that does not exist, a year
    of two digits, and anything else.
    """
    if isinstance(value, datetime):
        return _plausible(value.date(), words, place)
    if isinstance(value, date):
        return _plausible(value, words, place)
    text = to_text(value, words=words, place=place)
    if text is None:
        return None
    if isinstance(value, bool):
        raise _not_a_date(text, words, place)
    if COMPACT.fullmatch(text):
        return _exact(text, int(text[:4]), int(text[4:6]), int(text[6:]), words, place)
    if not isinstance(value, str) or SERIAL.fullmatch(text):
        return _from_serial(text, date1904, words, place)
    return _from_text(text, words, place)


def _from_text(text: str, words: Words, place: Place | None) -> date:
    readings: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, int, str]]], ...] = (
        (DAY_FIRST, lambda found: (found[3], int(found[2]), found[1])),
        (YEAR_FIRST, lambda found: (found[1], int(found[3]), found[4])),
        (NAMED_MONTH, lambda found: (found[3], MONTHS.get(found[2].casefold(), 0), found[1])),
    )
    for pattern, parts in readings:
        if found := pattern.fullmatch(text):
            year, month, day = parts(found)
            if pattern is NAMED_MONTH and not month:
                break
            if len(year) == 2:
                message = words.gettext("The year in “%(text)s” has only two digits. Write it with four.")
                raise ReadError(message % {"text": text}, place)
            return _exact(text, int(year), month, int(day), words, place)
    raise _not_a_date(text, words, place)


def _exact(text: str, year: int, month: int, day: int, words: Words, place: Place | None) -> date:
    if not 1 <= month <= 12:
        message = words.gettext(
            "The date “%(text)s” does not exist: there is no month %(month)d. The day is read first."
        )
        raise ReadError(message % {"text": text, "month": month}, place)
    try:
        return _plausible(date(year, month, day), words, place)
    except ValueError:
        pass
    if (month, day) == (2, 29):
        message = words.gettext("The date “%(text)s” does not exist: %(year)d is not a leap year.")
        raise ReadError(message % {"text": text, "year": year}, place)
    raise ReadError(words.gettext("The date “%(text)s” does not exist.") % {"text": text}, place)


def _from_serial(text: str, date1904: bool, words: Words, place: Place | None) -> date:
    try:
        serial = int(float(text.replace(",", ".")))
    except (ValueError, OverflowError):
        raise _not_a_date(text, words, place) from None
    if not SMALLEST_SERIAL <= serial <= LARGEST_SERIAL:
        raise _not_a_date(text, words, place)
    start = date(1904, 1, 1) if date1904 else date(1899, 12, 30)
    return start + timedelta(days=serial)


def _plausible(day: date, words: Words, place: Place | None) -> date:
    if EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        return day
    raise ReadError(words.gettext("The year %(year)d cannot be right.") % {"year": day.year}, place)


def _not_a_date(text: str, words: Words, place: Place | None) -> ReadError:
    message = words.gettext("“%(text)s” is not a date. Write it as 3-4-2024 or 2024-04-03.")
    return ReadError(message % {"text": text}, place)
