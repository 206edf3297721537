"""What no single field shows: names used twice, keys that lead nowhere, dates that overlap, circles."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from ombud.core.profile.fields import as_day
from ombud.core.profile.problem import Problem
from ombud.core.words import Words

Entries = list[dict[str, Any]]


def repeated(entries: Entries, place: str, field: str, words: Words) -> Iterator[Problem]:
    """The same ``field`` in two entries of a list, small and capital letters alike."""
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        value = str(entry.get(field, "")).casefold()
        if field in entry and value in seen:
            message = words.gettext("“%(value)s” is used twice.") % {"value": entry[field]}
            yield Problem(f"{place}[{index}].{field}", message)
        seen.add(value)


def ambiguous_names(entries: Entries, place: str, words: Words) -> Iterator[Problem]:
    """A name or an alias that stands for two entries of a list."""
    owner: dict[str, int] = {}
    for index, entry in enumerate(entries):
        for name in (entry["name"], *entry.get("aliases", [])):
            if owner.setdefault(name.casefold(), index) != index:
                message = words.gettext("“%(value)s” already stands for another entry.") % {"value": name}
                yield Problem(f"{place}[{index}]", message)


def backwards(entries: Entries, place: str, words: Words) -> Iterator[Problem]:
    """A last day before its first day."""
    for index, entry in enumerate(entries):
        first, last = as_day(entry.get("starts_on")), as_day(entry.get("ends_on"))
        if first and last and last < first:
            yield Problem(f"{place}[{index}].ends_on", words.gettext("The last day is before the first day."))


def overlapping(entries: Entries, place: str, words: Words) -> Iterator[Problem]:
    """Two entries in force on one day, where only one may be."""
    spans = [
        (as_day(e.get("starts_on")) or date.min, as_day(e.get("ends_on")) or date.max, index)
        for index, e in enumerate(entries)
    ]
    spans.sort()
    for (_, last, _), (first, _, index) in pairwise(spans):
        if first <= last:
            message = words.gettext("This is in force on the same days as another.")
            yield Problem(f"{place}[{index}].starts_on", message)


def unknown(wanted: Iterable[tuple[str, Any]], known: set[str], words: Words) -> Iterator[Problem]:
    """References, given as (place, value), to what is not there."""
    for place, value in wanted:
        if value is not None and value not in known:
            yield Problem(place, words.gettext("“%(value)s” is not in the file.") % {"value": value})


def circles(
    entries: Entries, place: str, field: str, targets: Callable[[dict[str, Any]], Iterable[str]], words: Words
) -> Iterator[Problem]:
    """Entries that lead back to themselves."""
    by_key = {entry["key"]: entry for entry in entries}
    for index, entry in enumerate(entries):
        seen: set[str] = set()
        ahead = list(targets(entry))
        while ahead:
            key = ahead.pop()
            if key == entry["key"]:
                yield Problem(f"{place}[{index}].{field}", words.gettext("This leads back to itself."))
                break
            if key in by_key and key not in seen:
                seen.add(key)
                ahead.extend(targets(by_key[key]))
