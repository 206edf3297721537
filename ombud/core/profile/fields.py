"""Kinds of value in a profile. Each says what is wrong with a value read from JSON, and names the place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from ombud.core.profile.problem import Problem
from ombud.core.words import Words


class Kind(Protocol):
    """``check`` yields every problem of one value; nothing when it is right."""

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]: ...


@dataclass(frozen=True)
class Text:
    """Text of at most ``most`` characters; ``empty`` tells whether "" will do; ``pattern`` must match all of it."""

    most: int = 120
    empty: bool = True
    pattern: str = ""

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(place, words.gettext("This must be text."))
        elif not value.strip() and not self.empty:
            yield Problem(place, words.gettext("This must not be empty."))
        elif len(value) > self.most:
            yield Problem(place, words.gettext("This is longer than %(most)d characters.") % {"most": self.most})
        elif self.pattern and not re.fullmatch(self.pattern, value):
            yield Problem(place, words.gettext("“%(value)s” is not written as it should be.") % {"value": value})


@dataclass(frozen=True)
class Day:
    """A date such as "2024-04-01"; null is an open end where ``open`` allows it."""

    open: bool = True

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if value is None and self.open:
            return
        if as_day(value) is None:
            yield Problem(place, words.gettext("This must be a date such as 2024-04-01."))


@dataclass(frozen=True)
class Reference:
    """The key or name of another entry, or null for none; whether it exists is checked later."""

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if value is not None and (not isinstance(value, str) or not value.strip()):
            yield Problem(place, words.gettext("This must be the key or name of another entry, or null."))


@dataclass(frozen=True)
class Flag:
    """true or false."""

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if not isinstance(value, bool):
            yield Problem(place, words.gettext("This must be true or false."))


@dataclass(frozen=True)
class Whole:
    """A whole number between two limits; ``empty`` allows null."""

    least: int = 0
    most: int = 32767
    empty: bool = False

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if value is None and self.empty:
            return
        if isinstance(value, bool) or not isinstance(value, int) or not self.least <= value <= self.most:
            message = words.gettext("This must be a whole number from %(least)d to %(most)d.")
            yield Problem(place, message % {"least": self.least, "most": self.most})


@dataclass(frozen=True)
class Number:
    """A number from 0 below ``below``, as text or number, with at most ``places`` decimals."""

    below: int = 100
    places: int = 2

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        number = as_number(value)
        if number is None or not 0 <= number < self.below or number != round(number, self.places):
            message = words.gettext("This must be a number from 0 to below %(below)d with a full stop before decimals.")
            yield Problem(place, message % {"below": self.below})


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    among: tuple[str, ...]

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if value not in self.among:
            among = ", ".join(f"“{word}”" for word in self.among)
            yield Problem(place, words.gettext("This must be one of %(among)s.") % {"among": among})


@dataclass(frozen=True)
class Many:
    """A list of one kind; ``exactly`` is its length where that is fixed."""

    of: Kind
    exactly: int | None = None

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(place, words.gettext("This must be a list."))
            return
        if self.exactly is not None and len(value) != self.exactly:
            yield Problem(place, words.gettext("This list must have %(count)d entries.") % {"count": self.exactly})
        for index, entry in enumerate(value):
            yield from self.of.check(entry, f"{place}[{index}]", words)


@dataclass(frozen=True)
class Record:
    """An object with known fields. An unknown field is a problem: most often it is misspelt."""

    fields: Mapping[str, Kind]
    required: frozenset[str] = field(default_factory=frozenset)

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(place, words.gettext("This must be an object in braces."))
            return
        for name in sorted(self.required - value.keys()):
            yield Problem(below(place, name), words.gettext("This is missing."))
        for name, entry in value.items():
            kind = self.fields.get(name)
            if kind is None:
                yield Problem(below(place, name), words.gettext("No field has this name."))
            else:
                yield from kind.check(entry, below(place, name), words)


@dataclass(frozen=True)
class Definition:
    """A table or a figure by name; what stands in it is checked by the room that makes tables."""

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if not isinstance(value, dict) or not isinstance(value.get("name"), str) or not value["name"]:
            yield Problem(place, words.gettext("This must be an object in braces with a name."))


@dataclass(frozen=True)
class Absent:
    """null, or what the kind allows."""

    or_else: Kind

    def check(self, value: Any, place: str, words: Words) -> Iterator[Problem]:
        if value is not None:
            yield from self.or_else.check(value, place, words)


def below(place: str, name: str) -> str:
    """The path of a field inside a place."""
    return f"{place}.{name}" if place else name


def as_day(value: Any) -> date | None:
    """The date that JSON text such as "2024-04-01" stands for; None for anything else."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def as_number(value: Any) -> Decimal | None:
    """The number that JSON text or a JSON number stands for; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
