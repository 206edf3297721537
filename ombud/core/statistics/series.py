"""The same number over several periods, counted here or imported, each marked with its origin (R216-R218, R224)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ombud.core.statistics.cube import Cube
from ombud.core.statistics.facts import Dimension
from ombud.core.statistics.inputs import Aggregate, Inputs, PeriodData
from ombud.core.statistics.lines import lines_of, total_line
from ombud.core.statistics.periods import Period
from ombud.core.statistics.table import Difference, Origin
from ombud.core.words import Words

NOT_STATED = ""


@dataclass(frozen=True)
class PeriodCounts:
    """One period of a series. ``counts`` is by member key (an imported value without a member keeps its own name),
    ``total`` None where it is not known.
    """

    period: Period
    total: int | None
    counts: Mapping[str, int] = field(default_factory=dict)
    origin: Origin = Origin.COUNTED
    source: str = ""
    caveat: str = ""


CubeOf = Callable[[PeriodData], Cube | None]


def series(
    inputs: Inputs, unit: str, dimension: Dimension | None, cube_of: CubeOf, most: int = 5
) -> tuple[PeriodCounts, ...]:
    """Up to ``most`` periods in order of time, the reported one last. ``cube_of`` gives the facts of a period that
    count; where a period was counted here its aggregates are not used.
    """
    periods = [
        _counted(data, dimension, cube) for data in (*inputs.earlier, inputs.now) if (cube := cube_of(data)) is not None
    ]
    have = {_span(one) for one in periods}
    named = {(one.first, one.last): one for one in inputs.periods}
    for one in imported(inputs.aggregates, unit, dimension):
        if _span(one) not in have:
            periods.append(replace(one, period=named.get((one.period.first, one.period.last), one.period)))
    last = inputs.now.period.last
    in_time = sorted((one for one in periods if one.period.last <= last), key=_span)
    return tuple(in_time[-most:])


def previous(inputs: Inputs, unit: str, dimension: Dimension | None, cube_of: CubeOf) -> PeriodCounts | None:
    """The last period that ended before the reported one began."""
    all_of_them = series(inputs, unit, dimension, cube_of, most=1000)
    before = [one for one in all_of_them if one.period.last < inputs.now.period.first]
    if dimension is not None:
        before = [one for one in before if one.counts or one.origin is Origin.COUNTED]
    return before[-1] if before else None


def imported(aggregates: Iterable[Aggregate], unit: str, dimension: Dimension | None) -> tuple[PeriodCounts, ...]:
    """The imported periods that have the unit, by the dimension where it was published. What the published parts
    lack to the published total is *not stated*.
    """
    spans: dict[tuple[object, object], list[Aggregate]] = {}
    for one in aggregates:
        if one.unit == unit and one.dimension in ("", dimension.name if dimension else ""):
            spans.setdefault((one.first, one.last), []).append(one)
    return tuple(_imported(rows, dimension) for rows in spans.values())


def differences(periods: Iterable[PeriodCounts]) -> tuple[Difference, ...]:
    """The periods where the published parts do not make the published total (R278, R282)."""
    found = []
    for one in periods:
        stated = sum(number for key, number in one.counts.items() if key != NOT_STATED)
        is_known = one.origin is not Origin.COUNTED and one.counts and one.total is not None
        if is_known and one.total is not None and stated != one.total:
            found.append(Difference(one.period.name, stated, one.total))
    return tuple(found)


def origin_of(periods: Sequence[PeriodCounts]) -> Origin:
    """One origin for all periods, or mixed."""
    origins = {one.origin for one in periods}
    return origins.pop() if len(origins) == 1 else Origin.MIXED


def origin_notes(periods: Iterable[PeriodCounts], words: Words) -> tuple[str, ...]:
    """A note for each imported period and each caveat (R235, R281)."""
    notes = []
    for one in periods:
        if one.origin is Origin.IMPORTED:
            text = words.gettext("%(period)s: imported, not counted here. Source: %(source)s.")
            notes.append(text % {"period": one.period.name, "source": one.source or words.gettext("not stated")})
        if one.caveat:
            notes.append(f"{one.period.name}: {one.caveat}")
    return tuple(notes)


def _counted(data: PeriodData, dimension: Dimension | None, cube: Cube) -> PeriodCounts:
    counts = {}
    if dimension is not None and cube.knows(dimension.name):
        # A member that an imported period does not tell of is unknown there, not nought.
        is_counted = data.origin is Origin.COUNTED
        lines = lines_of(cube, [dimension.name])
        counts = {line.key: line.total or 0 for line in lines if line.total or is_counted}
    return PeriodCounts(data.period, total_line(cube).total, counts, data.origin, data.source, data.caveat)


def _imported(rows: Sequence[Aggregate], dimension: Dimension | None) -> PeriodCounts:
    counts: dict[str, int] = {}
    total: int | None = None
    for row in rows:
        if row.dimension == "":
            total = row.count
        elif dimension is not None:
            key = dimension.find(row.value)
            key = row.value if key is None else key
            counts[key] = counts.get(key, 0) + row.count
    if counts and total is not None and total > sum(counts.values()):
        counts[NOT_STATED] = counts.get(NOT_STATED, 0) + total - sum(counts.values())
    if total is None and counts:
        total = sum(counts.values())
    first, last = rows[0].first, rows[0].last
    period = Period(period_name(Period("", first, last)), first, last)
    return PeriodCounts(
        period,
        total,
        counts,
        Origin.IMPORTED,
        "; ".join(dict.fromkeys(row.source for row in rows if row.source)),
        each_sentence_once(row.caveat for row in rows),
    )


def each_sentence_once(texts: Iterable[str]) -> str:
    """The texts one after another, a sentence that comes again left out."""
    sentences = (sentence for text in texts for sentence in re.split(r"(?<=[.!?]) +", text.strip()))
    return " ".join(dict.fromkeys(sentence for sentence in sentences if sentence))


def period_name(period: Period) -> str:
    """A short name for a period that has none: "2023", "2024/25", "2022-08 – 2022-12"."""
    months = period.months()
    if period.is_whole_months and period.length == Fraction(12):
        first, last = period.first.year, period.last.year
        return str(first) if first == last else f"{first}/{last % 100:02d}"
    return f"{months[0]} – {months[-1]}" if len(months) > 1 else months[0]


def span_of(period: Period) -> str:
    """First and last day as a key, so that the period can be found again."""
    return f"{period.first.isoformat()}_{period.last.isoformat()}"


def _span(one: PeriodCounts) -> tuple[int, int]:
    return one.period.last.toordinal(), one.period.first.toordinal()
