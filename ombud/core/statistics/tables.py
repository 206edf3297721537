"""Definitions and cubes to tables: there is no other way to make one, so two tables of a report cannot disagree."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from ombud.core.statistics.arrange import arrange, only_possible
from ombud.core.statistics.basis import basis_of, several_values_note
from ombud.core.statistics.body import Body, Cells, flat, rows_of
from ombud.core.statistics.comparing import beside_each_other, compared_rows
from ombud.core.statistics.definitions import (
    ALL_ROWS,
    COUNT_DESCENDING,
    PERIOD,
    DefinitionError,
    TableDefinition,
    text_in,
)
from ombud.core.statistics.facts import Dimension, UnknownDimension
from ombud.core.statistics.filters import Filtered, apply_filters
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.lines import Line, lines_of, total_line
from ombud.core.statistics.measures import measure
from ombud.core.statistics.period_tables import comparable, cube_of, periods_across, periods_down, with_earlier
from ombud.core.statistics.reconcile import parts_and_total
from ombud.core.statistics.series import PeriodCounts, differences, origin_notes, origin_of, previous
from ombud.core.statistics.table import Column, Row, Table
from ombud.core.words import Words

TOTAL = "total"


def make_table(definition: TableDefinition, inputs: Inputs, words: Words) -> Table:
    """The table of a definition. ``DefinitionError`` when there is no cube of its kind or no such dimension."""
    if definition.kind not in inputs.now.cubes:
        raise DefinitionError(
            words.gettext('Table "%(name)s": nothing of the kind "%(kind)s" is registered.')
            % {"name": definition.name, "kind": definition.kind}
        )
    try:
        filtered = apply_filters(inputs.now.cubes[definition.kind], definition, inputs, words)
        return _framed(_body(definition, inputs, filtered, words), definition, inputs, filtered, words)
    except UnknownDimension as missing:
        text = words.gettext('Table "%(name)s": the %(unit)s are not registered by "%(dimension)s".')
        unit = inputs.unit_name(definition.unit, 2, words)
        names = {"name": definition.name, "unit": unit, "dimension": missing.name}
        raise DefinitionError(text % names) from missing


def make_tables(definitions: Iterable[TableDefinition], inputs: Inputs, words: Words) -> tuple[Table, ...]:
    """Every table that ``is_possible``, in order."""
    return tuple(make_table(one, inputs, words) for one in definitions if is_possible(one, inputs))


def is_possible(definition: TableDefinition, inputs: Inputs) -> bool:
    """Whether the facts that the table needs are registered by this municipality at all."""
    cube = inputs.now.cubes.get(definition.kind)
    names = [*definition.rows, definition.columns, *definition.where]
    return cube is not None and all(cube.knows(name) for name in names if name not in ("", PERIOD))


def _body(definition: TableDefinition, inputs: Inputs, filtered: Filtered, words: Words) -> Body:
    if definition.rows == (PERIOD,):
        return periods_down(definition, inputs, words)
    if definition.columns == PERIOD:
        return periods_across(definition, inputs, filtered, shown_lines(definition, filtered, words), words)
    if definition.columns:
        return _crossed(definition, filtered, words)
    return _measured(definition, inputs, filtered, words)


def _framed(body: Body, definition: TableDefinition, inputs: Inputs, filtered: Filtered, words: Words) -> Table:
    language = words.get_language()
    is_across = definition.columns not in ("", PERIOD)
    table = Table(
        name=definition.name,
        caption=text_in(definition.caption, language),
        row_heading=_row_heading(definition, filtered, words),
        columns=body.columns,
        rows=body.rows,
        total=body.total,
        total_label=(text_in(definition.total_label, language) or words.gettext("Total")) if body.has_total else "",
        basis=basis_of(definition, filtered, inputs, words, body.origin or inputs.now.origin),
        rows_add_up=body.has_total,
        columns_add_up=body.columns_add_up,
        notes=_notes(body, definition, filtered, words),
        row_dimensions=definition.rows,
        column_dimension=definition.columns if is_across else "",
        where=filtered.where,
        left_out=filtered.left_out,
        kind=definition.kind,
        over_periods=definition.columns == PERIOD,
        counted_notes=(*filtered.notes, *body.counted_notes),
        by_count=definition.order == COUNT_DESCENDING,
        compared=body.compared or compared_rows(definition, inputs, words) if inputs.concludes else None,
    )
    return replace(table, differences=(*body.differences, *parts_and_total(table, words)))


def _row_heading(definition: TableDefinition, filtered: Filtered, words: Words) -> str:
    heading = text_in(definition.row_heading, words.get_language())
    if heading or definition.rows == (PERIOD,):
        return heading or words.gettext("Period")
    return " / ".join(filtered.cube.dimension(name).label for name in definition.rows)


def _notes(body: Body, definition: TableDefinition, filtered: Filtered, words: Words) -> tuple[str, ...]:
    language = words.get_language()
    members = [f"{row.label}: {row.note}" for row in body.rows if row.note]
    several = several_values_note(definition.kind, words)
    own = [text_in(note, language) for note in definition.notes]
    counted = [note.text for note in filtered.notes]
    notes = [*members, *([several] if several else []), *counted, *body.notes, *own]
    return tuple(dict.fromkeys(notes))


def shown_lines(definition: TableDefinition, filtered: Filtered, words: Words, column: str = "") -> tuple[Line, ...]:
    """The lines of the table in the order of printing."""
    dimensions = [filtered.cube.dimension(name) for name in definition.rows]
    lines = lines_of(filtered.cube, definition.rows, column)
    lines = only_possible(lines, [partial(filtered.allows, one) for one in dimensions])
    return arrange(lines, definition, words)


def _crossed(definition: TableDefinition, filtered: Filtered, words: Words) -> Body:
    across = filtered.cube.dimension(definition.columns)
    lines = shown_lines(definition, filtered, words, definition.columns)
    whole = total_line(filtered.cube, definition.columns)
    columns = _columns(definition, filtered, across, whole, words)
    keys = [column.key for column in columns if not column.is_total]

    def cells(line: Line) -> Cells:
        counts = tuple(line.counts.get(key, 0) for key in keys)
        return (*counts, line.total) if definition.total_column else counts

    rows: tuple[Row, ...] = rows_of(lines, [cells(line) for _, line in flat(lines)])
    return Body(columns, rows, cells(whole), columns_add_up=not several_values_note(definition.kind, words))


def _columns(
    definition: TableDefinition, filtered: Filtered, across: Dimension, whole: Line, words: Words
) -> tuple[Column, ...]:
    language = words.get_language()
    columns: list[Column] = []
    for member in (*across.members[1:], across.members[0]):
        is_counted = whole.counts.get(member.key, 0) > 0
        is_listed = member.key != "" and member.is_current and filtered.allows(across, member.key)
        if is_counted or (is_listed and definition.zero_columns == ALL_ROWS):
            label = text_in(definition.column_labels.get(member.key, {}), language) or member.label
            columns.append(Column(member.key, label))
    if definition.total_column:
        label = text_in(definition.total_column_label, language) or words.gettext("Total")
        columns.append(Column(TOTAL, label, is_total=True))
    return tuple(columns)


def _measured(definition: TableDefinition, inputs: Inputs, filtered: Filtered, words: Words) -> Body:
    lines: Sequence[Line] = shown_lines(definition, filtered, words)
    before = period_before(definition, inputs, words)
    if before is not None:
        lines = with_earlier(lines, [before], filtered.cube.dimension(definition.rows[0]))
    whole = total_line(filtered.cube)
    compared = beside_each_other(definition, before, inputs, words)
    cut = compared.spans[-1].cut if compared else ""
    measured = measure([line for _, line in flat(lines)], whole, definition, before, inputs, words, cut)
    rows = rows_of(lines, measured.cells)
    body = Body(measured.columns, rows, measured.total, measured.notes, counted_notes=measured.counted_notes)
    if before is None:
        return body
    body = replace(body, compared=compared)
    now = PeriodCounts(inputs.now.period, whole.total, {}, inputs.now.origin, inputs.now.source, inputs.now.caveat)
    both: Sequence[PeriodCounts] = (before, now)
    notes = (*body.notes, *origin_notes(both, words))
    return replace(body, notes=notes, differences=differences(both), origin=origin_of(both))


def period_before(definition: TableDefinition, inputs: Inputs, words: Words) -> PeriodCounts | None:
    """The period that the table sets beside the reported one; None where it compares with none, or has no counts."""
    if not definition.looks_back or definition.kind not in inputs.now.cubes:
        return None
    filtered = apply_filters(inputs.now.cubes[definition.kind], definition, inputs, words)
    dimension = filtered.cube.dimension(definition.rows[0])
    find = cube_of(definition, inputs, words)
    return previous(comparable(definition, inputs), definition.unit, dimension, find)
