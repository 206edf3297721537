"""Reporting periods as free pairs of dates (R13-R17), and when two of them may be compared (R234, R285)."""

import itertools
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from ombud.core.dates import date_text
from ombud.core.numbers import number_text
from ombud.core.words import Words

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """From ``first`` to ``last``, both included. ``months_closed`` is how long the function was vacant, ill or shut
    in it. ``ValueError`` when it ends before it starts or was closed longer than it lasted.
    """

    name: str
    first: date
    last: date
    months_closed: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f'The period "{self.name}" ends before it starts')
        object.__setattr__(self, "months_closed", Fraction(self.months_closed))
        if not 0 <= self.months_closed <= self.length:
            raise ValueError(f'The period "{self.name}" was closed longer than it lasted')

    @property
    def length(self) -> Fraction:
        """Months in the period; part of a month is its days over the days of that month."""
        whole = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        before = Fraction(self.first.day - 1, _days_in_month(self.first))
        after = Fraction(_days_in_month(self.last) - self.last.day, _days_in_month(self.last))
        return whole - before - after

    @property
    def is_whole_months(self) -> bool:
        """Whether it starts on a first and ends on the last day of a month."""
        return self.first.day == 1 and self.last.day == _days_in_month(self.last)

    @property
    def open_months(self) -> Fraction:
        return self.length - self.months_closed

    @property
    def open_days(self) -> Fraction:
        """Its days, less those in proportion to the months closed."""
        days = (self.last - self.first).days + 1
        return days * self.open_months / self.length

    def label(self, words: Words) -> str:
        """Such as "1. april 2024 – 31. marts 2025"."""
        language = words.get_language()
        return f"{date_text(self.first, language)} – {date_text(self.last, language)}"

    def months(self) -> tuple[str, ...]:
        """The keys of all months that have a day in the period: "2024-04", "2024-05", ..."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        numbers = (self.first.year * 12 + self.first.month - 1 + step for step in range(count))
        return tuple(f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers)

    def overlaps(self, other: "Period") -> bool:
        return self.first <= other.last and other.first <= self.last

    def gap_to(self, later: "Period") -> tuple[date, date] | None:
        """The first and last day between the two that neither has; None when there is no such day."""
        if later.first <= self.last + ONE_DAY:
            return None
        return self.last + ONE_DAY, later.first - ONE_DAY


def rate(count: int, period: Period) -> Fraction | None:
    """How many a month while the function was open; None when it was never open."""
    return Fraction(count) / period.open_months if period.open_months else None


def why_not_compare(now: Period, before: Period, words: Words) -> str:
    """Why the numbers of two periods must not be set side by side as they are; "" when they may (R234)."""
    if now.open_months == before.open_months:
        return ""
    language = words.get_language()
    return words.gettext(
        "The periods are not equally long: %(now)s open months now and %(before)s before. "
        "Compare per month, not by number."
    ) % {"now": months_text(now.open_months, language), "before": months_text(before.open_months, language)}


def rates_text(count: int, now: Period, count_before: int, before: Period, words: Words) -> str:
    """The two numbers per open month, as "2,3 a month now, 4,2 before" (27 in 12 against 21 in 5)."""
    language = words.get_language()
    rates = rate(count, now), rate(count_before, before)
    shown = [words.gettext("none") if one is None else number_text(one, language, 1) for one in rates]
    return words.gettext("%(now)s a month now, %(before)s before") % {"now": shown[0], "before": shown[1]}


def why_not_series(periods: Sequence[Period], words: Words) -> tuple[str, ...]:
    """Overlaps and days missing between periods that follow each other, one sentence each (R285)."""
    language = words.get_language()
    ordered = sorted(periods, key=lambda one: (one.first, one.last))
    reasons = []
    for earlier, later in itertools.pairwise(ordered):
        names = {"earlier": earlier.name, "later": later.name}
        if earlier.overlaps(later):
            reasons.append(words.gettext("%(earlier)s and %(later)s overlap.") % names)
        gap = earlier.gap_to(later)
        if gap is not None:
            days = {"first": date_text(gap[0], language), "last": date_text(gap[1], language)}
            text = words.gettext("Between %(earlier)s and %(later)s there are no figures for %(first)s – %(last)s.")
            reasons.append(text % (names | days))
    return tuple(reasons)


def months_text(months: Fraction, language: str) -> str:
    """A number of months, with one decimal where it is not whole."""
    return number_text(months, language, 0 if months.denominator == 1 else 1)


def _days_in_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]
