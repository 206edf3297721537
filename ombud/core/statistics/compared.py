"""What a table sets side by side. It is kept with the table, so that what can be concluded is worked out from the
numbers that are printed and from no other.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from ombud.core.comparison.verdicts import OpenTime
from ombud.core.statistics.breaks import Break, why_cut
from ombud.core.statistics.periods import Period
from ombud.core.words import Words


class Layout(StrEnum):
    """What is compared: periods in the columns, periods in the rows, months or quarters in the rows, the rows with one
    another, or places with their sizes in the rows.
    """

    COLUMNS = "columns"
    ROWS = "rows"
    COURSE = "course"
    SEASON = "season"
    DISTRIBUTION = "distribution"
    PLACES = "places"


@dataclass(frozen=True)
class Span:
    """A period: the ``key`` of the column or row with its numbers, how long the function was open in it, and why no
    development may be read to it from the span before ("" where it may).
    """

    key: str
    name: str
    time: OpenTime
    cut: str = ""


@dataclass(frozen=True)
class Compared:
    """``spans`` in order of time. ``counted`` are the counts behind shares, a tuple a row, a number a span; they are
    compared only where no share is hidden. ``sizes`` by key of row,
    ``many`` what rates by size are given per. ``why_not``: nothing is concluded, for this reason.
    """

    layout: Layout
    unit: str
    spans: tuple[Span, ...] = ()
    counted: tuple[tuple[int | None, ...], ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)
    why_not: str = ""
    many: int = 1_000

    @property
    def cut_rows(self) -> frozenset[str]:
        """The keys of rows that a line drawn through the rows must not reach from the row before."""
        return frozenset(one.key for one in self.spans if one.cut) if self.layout is Layout.ROWS else frozenset()

    @property
    def are_equally_long(self) -> bool:
        """Whether the function was open as many months in every period."""
        return len({one.time.months for one in self.spans}) <= 1


def open_time(period: Period) -> OpenTime:
    """The days and months that the function was open."""
    return OpenTime(period.open_days, period.open_months)


def spans_of(
    periods: Sequence[Period],
    keys: Iterable[str],
    breaks: Iterable[Break],
    dimensions: Collection[str],
    words: Words,
) -> tuple[Span, ...]:
    """The spans of periods in order of time, cut where a break lies between two of them."""
    breaks = tuple(breaks)
    cuts = ["", *(why_cut(before, after, breaks, dimensions, words) for before, after in pairwise(periods))]
    return tuple(Span(key, one.name, open_time(one), cut) for key, one, cut in zip(keys, periods, cuts, strict=True))
