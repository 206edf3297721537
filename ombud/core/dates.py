"""Dates as they are printed: ``12. november 2024`` in Danish, ``12 November 2024`` in English."""

from datetime import date

DANISH_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def is_danish(language: str) -> bool:
    """Whether a language code such as "da" or "da-DK" asks for Danish; everything else is printed in English."""
    return language.lower().split("-")[0].split("_")[0] == "da"


def month_name(month: int, language: str) -> str:
    """The name of month 1 to 12."""
    return (DANISH_MONTHS if is_danish(language) else ENGLISH_MONTHS)[month - 1]


def date_text(day: date, language: str) -> str:
    """A date with the month in words."""
    dot = "." if is_danish(language) else ""
    return f"{day.day}{dot} {month_name(day.month, language)} {day.year}"


def month_text(key: str, language: str) -> str:
    """A month key such as "2024-04" as "april 2024". ``ValueError`` when it is not a month."""
    year, _, month = key.partition("-")
    first = date(int(year), int(month), 1)
    return f"{month_name(first.month, language)} {first.year}"
