"""Tables over several periods: periods across the columns, or one period a row (R216-R218, R224)."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ombud.core.statistics.body import Body, Cells, flat, rows_of
from ombud.core.statistics.cube import Cube
from ombud.core.statistics.definitions import STATED, TableDefinition, text_in
from ombud.core.statistics.facts import Dimension
from ombud.core.statistics.filters import Filtered, apply_filters
from ombud.core.statistics.inputs import Inputs, PeriodData
from ombud.core.statistics.lines import Line
from ombud.core.statistics.periods import months_text, why_not_series
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
    down = [_shares(lines, one, definition) if is_share else _numbers(lines, one) for one in over]
    whole: Cells = tuple((Fraction(1) if one.counts else None) if is_share else one.total for one in over)
    unit = "percent" if is_share else "count"
    decimals = definition.share_decimals if is_share else 0
    columns = tuple(Column(span_of(one.period), one.period.name, unit, decimals=decimals) for one in over)
    cells = list(zip(*down, strict=True)) if down else [()] * len(flat(lines))
    return Body(
        columns,
        rows_of(lines, cells),
        whole,
        notes_on(over, words),
        differences(over),
        origin_of(over) if over else None,
        columns_add_up=False,
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
    return Body(
        columns,
        rows,
        (None,) * len(columns),
        notes_on(shown, words),
        origin=origin_of(shown) if shown else None,
        columns_add_up=False,
        has_total=False,
    )


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


def _numbers(lines: Sequence[Line], one: PeriodCounts) -> list[int | Fraction | None]:
    numbers: list[int | Fraction | None] = []
    for _, line in flat(lines):
        known = [one.counts[key] for key in (line.members or (line.key,)) if key in one.counts]
        numbers.append(sum(known) if known else None)
    return numbers


def _shares(lines: Sequence[Line], one: PeriodCounts, definition: TableDefinition) -> list[int | Fraction | None]:
    numbers = _numbers(lines, one)
    in_base = [line.is_stated or definition.share_base != STATED for _, line in flat(lines)]
    known = [int(number or 0) if inside else 0 for number, inside in zip(numbers, in_base, strict=True)]
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
