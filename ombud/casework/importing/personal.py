"""What looks like a person: columns that are never read and values that are never shown again (R38)."""

import re

from ombud.readers import fold_name
from ombud.readers.month_names import MONTHS

WORDS = frozenset(
    (
        "navn", "fornavn", "efternavn", "fuldenavn", "borgernavn", "borger", "borgeren", "borgersnavn",
        "klager", "klagersnavn", "henvender", "navnpåborger", "navnpåhenvender", "partsnavn", "parten",
        "part", "name", "fullname", "firstname", "lastname", "surname", "citizen", "citizenname",
        "complainant", "initialer", "adresse", "vej", "vejnavn", "bopæl", "gade", "gadenavn", "husnummer",
        "postnr", "postnummer", "by", "address", "street", "postcode", "city", "mail", "e-mail", "email",
        "fødselsdag", "fødselsdato", "født", "birthday", "dateofbirth", "birthdate", "cpr", "personnummer",
        "personnr", "socialsecuritynumber",
    )
)  # fmt: skip
PARTS = ("cpr", "personnummer", "telefon", "tlf", "mobilnummer", "mobilnr", "phone", "mailadr", "fornavn", "efternavn")
NAMED_THINGS = ("afdeling", "center", "forvaltning", "enhed", "område", "tema", "emne", "kanal", "type", "nævn")
"""Whose names are no names of persons."""
_WORD = re.compile(r"[^\W\d_]{2,}")
CPR = re.compile(r"(?<!\d)(\d{2})(\d{2})\d{2}[-\u2010-\u2015/. ]?\d{4}(?!\d)")


def is_personal(heading: str) -> bool:
    """Whether a column of this name is likely to hold names, numbers or addresses of persons."""
    folded = fold_name(heading)
    if "navn" in folded and not any(noun in folded for noun in NAMED_THINGS):
        return True
    return folded in WORDS or any(part in folded for part in PARTS)


def has_cpr_number(text: str) -> bool:
    """Whether the text has something that could be a CPR number: six digits that begin as a day, then four.

    A replacement number has 60 added to its day. A number that lost its first zero in a spreadsheet counts as well.
    """
    if len(text) < 9:
        return False
    padded = f"0{text}" if len(text) == 9 and text.isdigit() else text
    return any(_is_day(int(day), int(month)) for day, month in CPR.findall(padded))


def may_name_somebody(text: str) -> bool:
    """Whether a cell that should hold a day, a number or a yes holds words that could be about a person: several words,
    or one with a capital letter. Names of months are none.
    """
    words = [word for word in _WORD.findall(text) if word.lower() not in MONTHS]
    return len(words) > 1 or any(word[0].isupper() for word in words)


def _is_day(day: int, month: int) -> bool:
    return 1 <= (day - 60 if day > 60 else day) <= 31 and 1 <= month <= 12
