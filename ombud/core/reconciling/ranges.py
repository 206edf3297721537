"""A span of numbers said of several years ("between 58 and 91 a year") against the numbers told of them (I9, R281)."""

from collections.abc import Iterable
from dataclasses import dataclass

from ombud.core.reconciling.cause import Cause, CauseKind
from ombud.core.reconciling.discrepancy import Discrepancy, Kind
from ombud.core.reconciling.quantity import Place, Told, period_of, quantity

MONTHS_IN_YEAR = 12


@dataclass(frozen=True)
class Range:
    """``low`` to ``high`` of ``unit`` in each of the ``years``."""

    unit: str
    low: int
    high: int
    years: tuple[int, ...]
    place: Place


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
