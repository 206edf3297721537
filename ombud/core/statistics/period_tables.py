"""Tables over several periods: periods across the columns, or one period a row (R216-R218, R224)."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ombud.core.comparison.verdicts import FEWEST_UNMARKED
from ombud.core.statistics.body import Body, Cells, flat, rows_of
from ombud.core.statistics.compared import Layout
from ombud.core.statistics.comparing import over_periods
from ombud.core.statistics.cube import Cube
from ombud.core.statistics.definitions import STATED, TableDefinition, text_in
from ombud.core.statistics.facts import Dimension
from ombud.core.statistics.filters import Filtered, apply_filters
from ombud.core.statistics.inputs import Inputs, PeriodData
from ombud.core.statistics.lines import Line
from ombud.core.statistics.periods import Period, months_text, why_not_series
from ombud.core.statistics.rates import rate_column, rates_of
from ombud.core.statistics.series import CubeOf, PeriodCounts, differences, origin_notes, origin_of, series, span_of
from ombud.core.statistics.shares import per_cents
from ombud.core.statistics.table import Column, Row
from ombud.core.words import Words


def cube_of(definition: TableDefinition, inputs: Inputs, words: Words) -> CubeOf:
    """How to get, for any period, the facts that the table counts."""

    def find(data: PeriodData) -> Cube | None:
        if definition.kind not in data.cubes:
            return None
        return apply_filters(data.cubes[definition.kind], definition, inputs, words).cube

    return find


def comparable(definition: TableDefinition, inputs: Inputs) -> Inputs:
    """Without imported aggregates where the table is filtered: they were published for everything."""
    return replace(inputs, aggregates=()) if definition.where or definition.exclude else inputs


def periods_across(
    definition: TableDefinition, inputs: Inputs, filtered: Filtered, lines: Sequence[Line], words: Words
) -> Body:
    """Members down, periods across. Members that only earlier periods have come last, before *not stated*."""
    dimension = filtered.cube.dimension(definition.rows[0])
    find = cube_of(definition, inputs, words)
    over = series(comparable(definition, inputs), definition.unit, dimension, find, definition.periods)
    lines = with_earlier(lines, over, dimension)
    is_share = definition.cells == "share"
    small = [is_share and _base(lines, one, definition) < FEWEST_UNMARKED for one in over]
    shown = [is_share and not few for few in small]
    down = [
        _shares(lines, one, definition) if share else _numbers(lines, one)
        for one, share in zip(over, shown, strict=True)
    ]
    whole: Cells = tuple(
        (Fraction(1) if one.counts else None) if share else one.total for one, share in zip(over, shown, strict=True)
    )
    columns = tuple(
        _period_column(one, definition, share=share, few=few, words=words)
        for one, share, few in zip(over, shown, small, strict=True)
    )
    cells = list(zip(*down, strict=True)) if down else [()] * len(flat(lines))
    counted = tuple(zip(*(_numbers(lines, one) for one in over), strict=True)) if is_share else ()
    return Body(
        columns,
        rows_of(lines, cells),
        whole,
        notes_on(over, words),
        differences(over),
        origin_of(over) if over else None,
        columns_add_up=False,
        compared=over_periods(Layout.COLUMNS, definition, [one.period for one in over], inputs, words, counted),
    )


def periods_down(definition: TableDefinition, inputs: Inputs, words: Words) -> Body:
    """One period a row, one unit a column; None where a period does not tell the unit."""
    by_unit: dict[str, dict[str, PeriodCounts]] = {}
    everything: dict[str, PeriodCounts] = {}
    for unit in definition.measures:
        of_unit = replace(definition, unit=unit)
        over = series(comparable(of_unit, inputs), unit, None, cube_of(of_unit, inputs, words), 1000)
        by_unit[unit] = {span_of(one.period): one for one in over}
        everything = by_unit[unit] | everything
    keys = sorted(everything, key=lambda key: key.split("_")[::-1])[-definition.periods :]
    shown = [everything[key] for key in keys]
    rows = tuple(
        Row(key, one.period.name, 0, tuple(_total(by_unit[unit].get(key)) for unit in definition.measures), one.caveat)
        for key, one in zip(keys, shown, strict=True)
    )
    columns = tuple(_unit_column(unit, definition, inputs, words) for unit in definition.measures)
    periods = [one.period for one in shown]
    if len({one.open_months for one in periods}) > 1:
        columns, rows = with_rates(columns, rows, periods, words)
    return Body(
        columns,
        rows,
        (None,) * len(columns),
        notes_on(shown, words),
        origin=origin_of(shown) if shown else None,
        columns_add_up=False,
        has_total=False,
        compared=over_periods(Layout.ROWS, definition, periods, inputs, words),
    )


def with_rates(
    columns: Sequence[Column], rows: Sequence[Row], periods: Sequence[Period], words: Words
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """A column of rates after every column of numbers, each row by the length of its own period (R234)."""
    month = words.gettext("%(what)s a month")
    wider: list[Column] = []
    for column in columns:
        wider += [column, rate_column(f"{column.key}_rate", month % {"what": column.label}, column.key)]
    found = []
    for row, period in zip(rows, periods, strict=True):
        cells = zip(row.cells, rates_of(row.cells, period), strict=True)
        found.append(replace(row, cells=tuple(cell for pair in cells for cell in pair)))
    return tuple(wider), tuple(found)


def notes_on(over: Sequence[PeriodCounts], words: Words) -> tuple[str, ...]:
    """Origin, caveats, gaps and overlaps, unlike lengths."""
    periods = [one.period for one in over]
    notes = [*origin_notes(over, words), *why_not_series(periods, words)]
    if len({one.open_months for one in periods}) > 1:
        lengths = (f"{one.name}: {months_text(one.open_months, words.get_language())}" for one in periods)
        text = words.gettext("The periods are not equally long (open months: %(lengths)s). Compare per month.")
        notes.append(text % {"lengths": "; ".join(lengths)})
    return tuple(dict.fromkeys(notes))


def with_earlier(lines: Sequence[Line], over: Sequence[PeriodCounts], dimension: Dimension) -> list[Line]:
    """The lines with those that only another period has; 0 now where the member exists, unknown where it does not."""
    shown = {key for _, line in flat(lines) for key in (line.members or (line.key,))}
    found = dict.fromkeys(key for one in over for key, number in one.counts.items() if number and key not in shown)
    labels = {member.key: member.label for member in dimension.members}
    earlier = [Line(key, labels.get(key, key), 0 if key in labels else None) for key in found]
    everything = [*lines, *earlier]
    return sorted(everything, key=lambda line: not line.is_stated)


def _numbers(lines: Sequence[Line], one: PeriodCounts) -> list[int | None]:
    numbers: list[int | None] = []
    for _, line in flat(lines):
        known = [one.counts[key] for key in (line.members or (line.key,)) if key in one.counts]
        numbers.append(sum(known) if known else None)
    return numbers


def _in_base(lines: Sequence[Line], one: PeriodCounts, definition: TableDefinition) -> tuple[list[bool], list[int]]:
    """Which lines are in the base of the shares, and the numbers of those."""
    in_base = [line.is_stated or definition.share_base != STATED for _, line in flat(lines)]
    numbers = _numbers(lines, one)
    return in_base, [int(number or 0) if inside else 0 for number, inside in zip(numbers, in_base, strict=True)]


def _base(lines: Sequence[Line], one: PeriodCounts, definition: TableDefinition) -> int:
    return sum(_in_base(lines, one, definition)[1])


def _period_column(one: PeriodCounts, definition: TableDefinition, *, share: bool, few: bool, words: Words) -> Column:
    """Shares of a base under twenty are not printed: the numbers stand instead."""
    label = words.gettext("%(period)s, number") % {"period": one.period.name} if few else one.period.name
    decimals = definition.share_decimals if share else 0
    return Column(span_of(one.period), label, "percent" if share else "count", decimals=decimals)


def _shares(lines: Sequence[Line], one: PeriodCounts, definition: TableDefinition) -> list[int | Fraction | None]:
    numbers = _numbers(lines, one)
    in_base, known = _in_base(lines, one, definition)
    shares = per_cents(known, decimals=definition.share_decimals)
    return [
        share if inside and number is not None else None
        for number, share, inside in zip(numbers, shares, in_base, strict=True)
    ]


def _total(one: PeriodCounts | None) -> int | None:
    return one.total if one else None


def _unit_column(unit: str, definition: TableDefinition, inputs: Inputs, words: Words) -> Column:
    label = text_in(definition.column_labels.get(unit, {}), words.get_language())
    name = inputs.unit_name(unit, 2, words)
    return Column(unit, label or name[:1].upper() + name[1:])
