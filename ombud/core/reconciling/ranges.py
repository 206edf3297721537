"""A span of numbers said of several years ("between 58 and 91 a year") against the numbers told of them (I9, R281)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ombud.core.reconciling.cause import Cause, CauseKind
from ombud.core.reconciling.discrepancy import Discrepancy, Kind
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, period_of, quantity

MONTHS_IN_YEAR = 12
_RANGE = re.compile(
    r"\b(?:mellem|between)\s+(?P<low>\d{1,4})\s*(?:-|–|og|and)\s*(?P<high>\d{1,4})\s+(?:\w+\s+)?"
    r"(?:\w*henvendelser|enquiries)\b[^.]*?\b(?:år|årligt|year|annually)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Range:
    """``low`` to ``high`` of ``unit`` in each of the ``years``."""

    unit: str
    low: int
    high: int
    years: tuple[int, ...]
    place: Place


def ranges_in(texts: Mapping[str, str], years: Iterable[int]) -> tuple[Range, ...]:
    """The spans of enquiries a year that texts, by the key of their section, say of the ``years`` before."""
    own = tuple(years)
    return tuple(
        Range("enquiries", int(found["low"]), int(found["high"]), own, Place(PlaceKind.TEXT, key, found[0], line))
        for key, text in texts.items()
        for line, shown in enumerate(text.splitlines(), 1)
        for found in _RANGE.finditer(shown)
    )


def check_range(stated: Range, told: Iterable[Told]) -> tuple[Discrepancy, ...]:
    """Totals told of a year, or of a part of it, that lie outside what is said of every year. That a part of a year has
    fewer is no wonder, and is said: the number of the whole year then stands nowhere.
    """
    found = []
    for one in told:
        period = period_of(one.quantity.span)
        is_total = one.quantity.unit == stated.unit and not one.quantity.members and not one.quantity.left_out
        within = period.first.year == period.last.year and period.first.year in stated.years
        if not (is_total and within) or stated.low <= one.value <= stated.high:
            continue
        year = f"{period.first.year}-01-01_{period.first.year}-12-31"
        is_part = period.length < MONTHS_IN_YEAR
        if is_part and one.value > stated.high:
            continue
        causes = (Cause(CauseKind.MONTHS, one.value, "", one.quantity.span, year),) if is_part else ()
        limit = stated.low if one.value < stated.low else stated.high
        whole = quantity(stated.unit, year)
        found.append(Discrepancy(Kind.RANGE, whole, one.value, one.place, limit, stated.place, causes=causes))
    return tuple(found)
