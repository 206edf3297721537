"""Months and quarters as dimensions of the cube (R236)."""

from calendar import monthrange
from datetime import date

from ombud.core.dates import month_text
from ombud.core.statistics.facts import Dimension, Member, dimension
from ombud.core.statistics.periods import Period
from ombud.core.words import Words

MONTH = "month"
QUARTER = "quarter"


def month_dimension(period: Period, words: Words) -> Dimension:
    """The dimension "month": every month of the period in order, counted or not. Its parent is "quarter"."""
    not_stated = words.gettext("Not stated")
    keys = period.months()
    quarters = [Member(key, _quarter_text(key, words)) for key in dict.fromkeys(map(quarter_of, keys))]
    parent = dimension(QUARTER, words.gettext("Quarter"), quarters, not_stated=not_stated)
    members = [Member(key, month_text(key, words.get_language()), quarter_of(key)) for key in keys]
    return dimension(MONTH, words.gettext("Month"), members, not_stated=not_stated, parent=parent)


def quarter_of(month: str) -> str:
    """The key of the quarter that a month such as "2024-04" lies in: "2024-Q2"."""
    year, _, number = month.partition("-")
    return f"{year}-Q{(int(number) + 2) // 3}"


def whole_months(period: Period) -> tuple[tuple[str, Period], ...]:
    """The months that lie wholly in the period, with their keys."""
    found = []
    for key in period.months():
        year, number = (int(part) for part in key.split("-"))
        first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
        if period.first <= first and last <= period.last:
            found.append((key, Period(key, first, last)))
    return tuple(found)


def _quarter_text(key: str, words: Words) -> str:
    year, _, number = key.partition("-Q")
    return words.gettext("%(number)s. quarter of %(year)s") % {"number": number, "year": year}
