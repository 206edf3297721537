"""The columns of a table that has no dimension across: count, share, before, change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ombud.core.numbers import number_text
from ombud.core.statistics.definitions import STATED, TableDefinition, text_in
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.lines import Line
from ombud.core.statistics.periods import rate, rates_text, why_not_compare
from ombud.core.statistics.series import PeriodCounts, span_of
from ombud.core.statistics.shares import per_cents
from ombud.core.statistics.table import CellValue, Column, CountedNote
from ombud.core.words import Words

Note = str | CountedNote


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
) -> Measured:
    """The measures of the definition for ``lines`` (both levels flat, in order); level 0 lines carry children."""
    columns, by_measure, totals = [], [], []
    notes: list[Note] = []
    makers: Mapping[str, Callable[[], tuple[list[CellValue], CellValue, Sequence[Note]]]] = {
        "count": lambda: ([line.total for line in lines], whole.total, []),
        "share": lambda: _shares(lines, whole, definition, inputs, words),
        "previous": lambda: _previous(lines, before, words),
        "change": lambda: _changes(lines, whole, before, inputs, words),
    }
    for name in definition.measures:
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
    if "previous" in definition.measures:
        labels["count"] = inputs.now.period.name or labels["count"]
    label = text_in(definition.column_labels.get(name, {}), words.get_language()) or labels[name]
    if name == "share":
        return Column(name, label, "percent", decimals=definition.share_decimals)
    span = span_of(before.period) if before and name == "previous" else ""
    return Column(name, label, span=span)


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
    lines: Sequence[Line], whole: Line, before: PeriodCounts | None, inputs: Inputs, words: Words
) -> tuple[list[CellValue], CellValue, Sequence[Note]]:
    """Differences, but only between periods that may be compared; otherwise a warning with both rates (R234)."""
    if before is None:
        return [None] * len(lines), None, []
    now = inputs.now.period
    warning = why_not_compare(now, before.period, words)
    if warning:
        return [None] * len(lines), None, [warning, *_rates(lines, whole, before, inputs, words)]
    cells: list[CellValue] = [_difference(line.total, number_before(line, before)) for line in lines]
    return cells, _difference(whole.total, before.total), []


def _difference(now: int | None, before: int | None) -> int | None:
    return None if now is None or before is None else now - before


def _rates(lines: Sequence[Line], whole: Line, before: PeriodCounts, inputs: Inputs, words: Words) -> list[CountedNote]:
    """One note a line, so that a hidden number takes no other rate with it."""
    now = inputs.now.period
    if rate(1, now) is None or rate(1, before.period) is None:
        return []
    found = []
    for line, label, earlier in (
        (whole, words.gettext("Total"), before.total),
        *((line, line.label, number_before(line, before)) for line in lines),
    ):
        if line.total is not None and earlier is not None:
            text = f"{label}: {rates_text(line.total, now, earlier, before.period, words)}."
            is_total = line is whole
            found.append(CountedNote(text, rows=() if is_total else (line.key,), of_total=is_total))
    return found
