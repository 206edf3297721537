"""What rows read as plain dictionaries are called, and whether they are in force in a period."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ombud.core.dates import is_danish
from ombud.core.words import Words


def local(row: Mapping[str, Any], language: str, field: str = "name") -> str:
    """The text in the language; the Danish one where no English is given."""
    text: str = row[field] if is_danish(language) else row[f"{field}_en"] or row[field]
    return text


def overlaps(row: Mapping[str, Any], first: date, last: date) -> bool:
    """Whether the row is in force on some day of the period."""
    starts, ends = row["starts_on"], row["ends_on"]
    return (starts is None or starts <= last) and (ends is None or ends >= first)


def in_language(thing: Any, field: str, words: Words) -> str:
    """A text of a model that has it in Danish and, in ``field_en``, perhaps in English."""
    danish: str = getattr(thing, field)
    return danish if is_danish(words.get_language()) else getattr(thing, f"{field}_en") or danish
