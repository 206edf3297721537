"""Danish CPR numbers: checked by date and format only, and masked wherever they are not asked for.

The check digit is not asked: since 2007 numbers are given out that do not fulfil modulus 11. A replacement number
(erstatnings-CPR) has 60 added to its day. Nothing here keeps, prints or repeats a number.
"""

import re
from datetime import date

from ombud.core.words import Words

_FORM = re.compile(r"(\d{2})(\d{2})(\d{2})[-–\u00a0 ]?(\d)(\d{3})", re.ASCII)
REPLACEMENT = 60
HIDDEN = "••••"


def normal(text: str) -> str:
    """The number as it is stored, ``010190-1234``; "" when the text has not the form of one."""
    found = _FORM.fullmatch(text.strip())
    return "{}{}{}-{}{}".format(*found.groups()) if found else ""


def why_not_cpr(text: str, *, today: date, words: Words) -> str:
    """Reason when the text is no CPR number: its form, a day that does not exist, or a birth in the future."""
    if not normal(text):
        return words.gettext("A CPR number has ten digits, such as 010190-1234.")
    born = birth_date(text)
    if born is None:
        return words.gettext("The first six digits of the CPR number are no date.")
    if born > today:
        return words.gettext("By its seventh digit the CPR number belongs to somebody not yet born.")
    return ""


def birth_date(text: str) -> date | None:
    """The day of birth by the first six digits and the century digit; None when there is no such day."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year, digit = (int(part) for part in found.groups()[:4])
    try:
        return date(_century(digit, year) + year, month, day - REPLACEMENT if day > REPLACEMENT else day)
    except ValueError:
        return None


def is_replacement(text: str) -> bool:
    """Whether it is a replacement number for somebody without a CPR number."""
    return bool(normal(text)) and int(text.strip()[:2]) > REPLACEMENT


def masked(text: str) -> str:
    """The number with its last four digits hidden, ``010190-••••``; "" when it is none."""
    whole = normal(text)
    return f"{whole[:6]}-{HIDDEN}" if whole else ""


def _century(digit: int, year: int) -> int:
    """1800, 1900 or 2000, by the seventh digit and the year within the century."""
    if digit <= 3:
        return 1900
    if digit in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
