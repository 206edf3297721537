"""The columns of a table that has no dimension across: count, share, before, change, rates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ombud.core.comparison.verdicts import FEWEST_FOR_A_RATE, FEWEST_UNMARKED
from ombud.core.numbers import number_text
from ombud.core.statistics.definitions import STATED, TableDefinition, text_in
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.lines import Line
from ombud.core.statistics.periods import Period, why_not_compare
from ombud.core.statistics.rates import rate_column, rates_of
from ombud.core.statistics.series import PeriodCounts, span_of
from ombud.core.statistics.shares import per_cents
from ombud.core.statistics.table import CellValue, Column, CountedNote
from ombud.core.words import Words

Note = str | CountedNote
SOURCES = {"rate": "count", "previous_rate": "previous", "per_size": "count"}


@dataclass(frozen=True)
class Measured:
    """The cells of every line by place in the order of printing, of the total, and what must be said about them."""

    columns: tuple[Column, ...]
    cells: tuple[tuple[CellValue, ...], ...]
    total: tuple[CellValue, ...]
    notes: tuple[str, ...]
    counted_notes: tuple[CountedNote, ...] = ()


def measure(
    lines: Sequence[Line],
    whole: Line,
    definition: TableDefinition,
    before: PeriodCounts | None,
    inputs: Inputs,
    words: Words,
    cut: str = "",
) -> Measured:
    """The measures of the definition for ``lines`` (both levels flat, in order); level 0 lines carry children. Between
    periods of unequal length or across a ``cut`` there are rates in the place of a change (R234).
    """
    columns, by_measure, totals = [], [], []
    notes: list[Note] = []
    makers: Mapping[str, Callable[[], tuple[list[CellValue], CellValue, Sequence[Note]]]] = {
        "count": lambda: ([line.total for line in lines], whole.total, []),
        "share": lambda: _shares(lines, whole, definition, inputs, words),
        "previous": lambda: _previous(lines, before, words),
        "change": lambda: _changes(lines, whole, before),
        "rate": lambda: _rates([line.total for line in lines], whole.total, inputs.now.period),
        "previous_rate": lambda: _rates_before(lines, before),
        "size": lambda: _sizes(lines, definition, inputs),
        "per_size": lambda: _per_size(lines, definition, inputs),
    }
    why_not = why_not_compare(inputs.now.period, before.period, words) if before else ""
    notes.extend([why_not] if why_not and "change" in definition.measures else [])
    for name in _names(definition, lines, is_comparable=not (why_not or cut)):
        cells, total, said = makers[name]()
        columns.append(_column(name, definition, before, inputs, words))
        by_measure.append(cells)
        totals.append(total)
        notes.extend(said)
    rows = tuple(zip(*by_measure, strict=True)) if lines else ()
    texts = (note.text if isinstance(note, CountedNote) else note for note in notes)
    counted = tuple(note for note in notes if isinstance(note, CountedNote))
    return Measured(tuple(columns), rows, tuple(totals), tuple(dict.fromkeys(texts)), counted)


def _column(
    name: str, definition: TableDefinition, before: PeriodCounts | None, inputs: Inputs, words: Words
) -> Column:
    unit = inputs.unit_name(definition.unit, 2, words)
    labels = {
        "count": unit[:1].upper() + unit[1:],
        "share": words.gettext("Share"),
        "previous": before.period.name if before else words.gettext("Previous period"),
        "change": words.gettext("Change"),
    }
    now = inputs.now.period.name
    if "previous" in definition.measures:
        labels["count"] = now or labels["count"]
    month = words.gettext("%(what)s a month")
    labels |= {"rate": month % {"what": labels["count"]}, "previous_rate": month % {"what": labels["previous"]}}
    size = inputs.unit_name(definition.per, 2, words)
    per = words.gettext("Per %(number)s %(unit)s")
    number = number_text(thousands(definition.per), words.get_language())
    labels |= {"size": size[:1].upper() + size[1:], "per_size": per % {"number": number, "unit": size}}
    label = text_in(definition.column_labels.get(name, {}), words.get_language()) or labels[name]
    if name == "share":
        return Column(name, label, "percent", decimals=definition.share_decimals)
    span = span_of(before.period) if before and name in ("previous", "previous_rate") else ""
    if name in SOURCES:
        return rate_column(name, label, SOURCES[name], span)
    return Column(name, label, span=span)


def _names(definition: TableDefinition, lines: Sequence[Line], *, is_comparable: bool) -> tuple[str, ...]:
    """The measures to show: rates for a change that cannot be, counts beside shares of a small base (R241)."""
    wanted = list(definition.measures)
    if "change" in wanted and not is_comparable:
        at = wanted.index("change")
        wanted[at : at + 1] = [name for name in ("rate", "previous_rate") if name not in wanted]
    if "share" in wanted and "count" not in wanted and sum(line.total or 0 for line in lines) < FEWEST_UNMARKED:
        wanted.insert(wanted.index("share"), "count")
    return tuple(wanted)


def _shares(
    lines: Sequence[Line], whole: Line, definition: TableDefinition, inputs: Inputs, words: Words
) -> tuple[list[CellValue], CellValue, list[CountedNote]]:
    inner = {id(child) for line in lines for child in line.children}
    outer = [line for line in lines if id(line) not in inner]
    outer = [line for line in outer if line.is_stated or definition.share_base != STATED]
    base = sum(line.total or 0 for line in outer)
    shares: dict[int, Fraction | None] = {}
    for level in (outer, *(line.children for line in outer)):
        rounded = per_cents([line.total or 0 for line in level], base, definition.share_decimals)
        shares |= {id(line): share for line, share in zip(level, rounded, strict=True)}
    cells: list[CellValue] = [shares.get(id(line)) for line in lines]
    notes = []
    if base != whole.total:
        text = words.gettext("Shares are of the %(number)s %(unit)s where it is stated.")
        number = number_text(base, words.get_language())
        text %= {"number": number, "unit": inputs.unit_name(definition.unit, base, words)}
        without = words.gettext("Shares are of those where it is stated.")
        keys = tuple(key for line in outer for key in line.members or (line.key,))
        notes.append(CountedNote(text, without, base, {definition.rows[0]: keys}))
    return cells, Fraction(1) if base else None, notes


def _previous(
    lines: Sequence[Line], before: PeriodCounts | None, words: Words
) -> tuple[list[CellValue], CellValue, Sequence[Note]]:
    if before is None:
        return [None] * len(lines), None, [words.gettext("There are no figures for an earlier period.")]
    return [number_before(line, before) for line in lines], before.total, []


def number_before(line: Line, before: PeriodCounts) -> int | None:
    """The number of a line in another period; None where that period does not have the member."""
    keys = line.members or (line.key,)
    known = [before.counts[key] for key in keys if key in before.counts]
    return sum(known) if known else None


def _changes(
    lines: Sequence[Line], whole: Line, before: PeriodCounts | None
) -> tuple[list[CellValue], CellValue, Sequence[Note]]:
    if before is None:
        return [None] * len(lines), None, []
    cells: list[CellValue] = [_difference(line.total, number_before(line, before)) for line in lines]
    return cells, _difference(whole.total, before.total), []


def _difference(now: int | None, before: int | None) -> int | None:
    return None if now is None or before is None else now - before


def _rates_before(
    lines: Sequence[Line], before: PeriodCounts | None
) -> tuple[list[CellValue], CellValue, Sequence[Note]]:
    if before is None:
        return [None] * len(lines), None, []
    return _rates([number_before(line, before) for line in lines], before.total, before.period)


def _rates(
    numbers: Sequence[CellValue], whole: CellValue, period: Period
) -> tuple[list[CellValue], CellValue, Sequence[Note]]:
    *cells, total = rates_of([*numbers, whole], period)
    return cells, total, []


def _sizes(
    lines: Sequence[Line], definition: TableDefinition, inputs: Inputs
) -> tuple[list[CellValue], CellValue, Sequence[Note]]:
    """What each line is set against; a total only where every line has one."""
    known = inputs.sizes(definition.per, definition.rows[0])
    cells: list[CellValue] = [_size(line, known) for line in lines]
    numbers = [one for one in cells if isinstance(one, int)]
    return cells, sum(numbers) if len(numbers) == len(cells) else None, []


def _size(line: Line, known: Mapping[str, int]) -> int | None:
    keys = line.members or (line.key,)
    found = [known[key] for key in keys if known.get(key)]
    return sum(found) if found and len(found) == len(keys) else None


def _per_size(
    lines: Sequence[Line], definition: TableDefinition, inputs: Inputs
) -> tuple[list[CellValue], CellValue, Sequence[Note]]:
    known = inputs.sizes(definition.per, definition.rows[0])
    many = thousands(definition.per)
    cells: list[CellValue] = [
        Fraction(line.total * many, size)
        if (size := _size(line, known)) and line.total is not None and line.total >= FEWEST_FOR_A_RATE
        else None
        for line in lines
    ]
    return cells, None, []


def thousands(unit: str) -> int:
    """What rates are given per: ten thousand inhabitants, a thousand of anything else."""
    return 10_000 if unit == "inhabitants" else 1_000
