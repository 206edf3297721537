"""Telephone and CPR numbers in any grouping, and the office's own numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ombud.core import cpr

_CHAIN = re.compile(r"\d+(?:[ \u00a0.\-–/()]{1,3}\d+)*")
_DIGITS = re.compile(r"\d+")
_COUNTRY = re.compile(r"(?:\+|00)\s?45[ \u00a0.\-]*$")
PHONE, CPR = 8, 10
CPR_GROUPS = ((6, 4), (10,), (2, 2, 2, 4), (6, 2, 2))
PHONE_GROUPS = ((2, 2, 2, 2), (4, 4), (8,), (2, 3, 3), (3, 2, 3), (3, 3, 2))
_MASKED = re.compile(r"(?<!\d)\d{6}\s?[-–]\s?[xX*•]{4}")
_MONEY_BEFORE = re.compile(r"(?:kr\.?|DKK|mio\.?|nr\.?|§)\s*$", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s*(?:,\d|kr\b|kroner|DKK|pct|%)", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d\D*(?:19|20)\d\d")
OWN = re.compile(r"(?<![\d/])(\d{1,5})\s?/\s?((?:19|20)\d{2})(?![\d/])")
_CITED = re.compile(
    r"(?:sag|sagen|sager|sagerne|henvendelse\w*|case|cases|enquir\w+|nr|numre|no|\w+sag(?:en|er|erne)?)\.?"
    r"(?:[\s\d,;:./&#()–-]|\b(?:og|and|samt|til|nr|no)\b)*$",
    re.IGNORECASE,
)
LOOK_BACK = 200


@dataclass(frozen=True, slots=True)
class Digits:
    """Groups of digits that stand together: the digits, their place, and how they are grouped."""

    digits: str
    start: int
    end: int
    groups: tuple[int, ...]


def windows(text: str, length: int) -> Iterator[Digits]:
    """Every run of whole groups with so many digits together."""
    for chain in _CHAIN.finditer(text):
        groups = list(_DIGITS.finditer(text, chain.start(), chain.end()))
        for first in range(len(groups)):
            digits, sizes = "", []
            for group in groups[first:]:
                digits += group[0]
                sizes.append(len(group[0]))
                if len(digits) >= length:
                    if len(digits) == length:
                        yield Digits(digits, groups[first].start(), group.end(), tuple(sizes))
                    break


def digits_of(said: str) -> str:
    """The digits alone."""
    return "".join(sign for sign in said if sign in "0123456789")


def phone_of(said: str) -> str:
    """A telephone number's digits, a Danish one's without the country; "" for what is none."""
    digits = digits_of(said)
    if digits.startswith("0045"):
        digits = digits[4:]
    elif len(digits) == PHONE + 2 and digits.startswith("45"):
        digits = digits[2:]
    return digits if len(digits) >= 6 else ""


def cpr_of(said: str) -> str:
    """A CPR number's ten digits; "" for what is none."""
    return digits_of(cpr.normal(said))


def has_form_of_cpr(found: Digits) -> bool:
    """Grouped like one, and beginning with a day that exists."""
    if found.groups == (2, 2, 2, 4) and found.digits[6:8] in ("19", "20"):
        return False  # three numbers of a table and a year
    return found.groups in CPR_GROUPS and cpr.birth_date(f"{found.digits[:6]}-{found.digits[6:]}") is not None


def masked_cprs(text: str) -> Iterator[tuple[int, int]]:
    """A day of birth with the last four digits crossed out: the day alone points at few."""
    return ((found.start(), found.end()) for found in _MASKED.finditer(text))


def has_form_of_phone(text: str, found: Digits) -> bool:
    """Grouped like a Danish one, and neither two years, nor money, nor a part of something longer."""
    if found.groups not in PHONE_GROUPS or found.digits[0] in "01" or len(set(found.digits)) == 1:
        return False
    shown = text[found.start : found.end]
    before, after = text[max(0, found.start - 8) : found.start], text[found.end : found.end + 8]
    if "/" in shown or _YEARS.fullmatch(shown) or (found.groups[0] == 2 and "-" in shown):
        return False
    if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after):
        return False
    beside = bool(re.search(r"\d[.,\-–/ ]?$", before)) and not _COUNTRY.search(text[: found.start])
    if found.groups in ((2, 3, 3), (3, 3, 2), (3, 2, 3)) and "." in shown:
        return False
    return not beside and not re.match(r"[.,\-–/ ]?\d", after)


def uncited(text: str, own_numbers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The office's own numbers that stand without the word case, enquiry or no. before them (R37, R193)."""
    for found in OWN.finditer(text):
        if f"{int(found[1])}/{found[2]}" in own_numbers:
            before = text[max(0, found.start() - LOOK_BACK) : found.start()]
            if not _CITED.search(before):
                yield found.start(), found.end()
