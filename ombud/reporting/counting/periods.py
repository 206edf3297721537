"""Reporting periods of the municipality as the core knows periods."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import period_name
from ombud.offices.models import ReportingPeriod
from ombud.offices.queries.periods import previous_of

MOST_EARLIER = 4


@dataclass(frozen=True)
class Timeline:
    """The period reported, those before it with the latest first, and the one chosen to compare with. ``named`` are
    all periods that have been set up.
    """

    now: Period
    caveat: str
    earlier: tuple[tuple[Period, str], ...]
    compared_with: Period | None
    named: tuple[Period, ...] = ()


def timeline(first: date, last: date) -> Timeline:
    """The periods of a report on ``first`` to ``last``, which need not be a period that has been set up."""
    rows = list(ReportingPeriod.objects.order_by("-ends_on", "-starts_on"))
    own = next((row for row in rows if (row.starts_on, row.ends_on) == (first, last)), None)
    if own is None:
        now, caveat, before = Period(period_name(Period("", first, last)), first, last), "", None
    else:
        now, caveat, before = as_period(own), own.caveat, own.compared_with and previous_of(own)
    earlier = [(as_period(row), row.caveat) for row in rows if row.ends_on < first][:MOST_EARLIER]
    if before is not None and as_period(before) not in [one for one, _ in earlier]:
        earlier.append((as_period(before), before.caveat))
    return Timeline(now, caveat, tuple(earlier), as_period(before) if before else None, tuple(map(as_period, rows)))


def as_period(row: ReportingPeriod) -> Period:
    """The period; months closed beyond its length count as its whole length."""
    length = Period(row.name, row.starts_on, row.ends_on).length
    return Period(row.name, row.starts_on, row.ends_on, min(Fraction(row.months_closed), length))
