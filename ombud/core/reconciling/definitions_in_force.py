"""What a word meant through a period: two definitions in force are two ways of counting (R49, R50, I17)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ombud.core.dates import date_text
from ombud.core.reconciling.flag import Flag, FlagKind
from ombud.core.reconciling.quantity import Place, PlaceKind
from ombud.core.statistics.periods import Period
from ombud.core.words import Words


@dataclass(frozen=True)
class Meaning:
    """What ``name`` means from a day until the next meaning begins; None: from the beginning."""

    name: str
    text: str
    starts_on: date | None = None
    source: str = ""


def changed_meanings(meanings: Iterable[Meaning], period: Period, words: Words) -> tuple[Flag, ...]:
    """The names that meant more than one thing in the period, whether one followed the other or both held at once."""
    by_name: dict[str, list[Meaning]] = {}
    for one in meanings:
        by_name.setdefault(one.name.casefold(), []).append(one)
    found = []
    for own in by_name.values():
        held = _in_force(own, period)
        texts = dict.fromkeys(" ".join(one.text.split()) for one in held)
        if len(texts) > 1:
            place = Place(PlaceKind.TEXT, held[0].name, held[0].name)
            found.append(Flag(FlagKind.TWO_DEFINITIONS, place, _said(held, words)))
    return tuple(found)


def _in_force(own: list[Meaning], period: Period) -> list[Meaning]:
    """The last that began before the period, or several of that day, and those that began inside it."""
    ordered = sorted(own, key=lambda one: one.starts_on or date.min)
    before = [one for one in ordered if (one.starts_on or date.min) <= period.first]
    latest = before[-1].starts_on if before else None
    inside = [one for one in ordered if period.first < (one.starts_on or date.min) <= period.last]
    return [one for one in before if one.starts_on == latest] + inside


def _said(held: list[Meaning], words: Words) -> str:
    text = words.gettext(
        "“%(name)s” has %(number)s definitions in the period (%(which)s). Say which one each number follows."
    )
    which = "; ".join(_which(one, words) for one in held)
    return text % {"name": held[0].name, "number": len(held), "which": which}


def _which(one: Meaning, words: Words) -> str:
    if one.source:
        return one.source
    if one.starts_on is None:
        return words.gettext("from the beginning")
    return words.gettext("from %(day)s") % {"day": date_text(one.starts_on, words.get_language())}
