"""Plain JSON data to definitions of tables and figures, with every fault named."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ombud.core.statistics.definition_fields import Entry
from ombud.core.statistics.definitions import (
    ALL_ROWS,
    ALWAYS,
    AS_LISTED,
    CHARTS,
    COMPARED,
    COUNT_DESCENDING,
    COUNTED_ONLY,
    MEASURES,
    PERIOD,
    STATED,
    UNITS,
    WHEN_NEEDED,
    DefinitionError,
    Definitions,
    Exclusion,
    FigureDefinition,
    Group,
    TableDefinition,
    Texts,
)
from ombud.core.statistics.facts import KINDS
from ombud.core.words import Words


def parse_definitions(data: Mapping[str, Any], words: Words) -> Definitions:
    """The definitions in ``data`` = {"tables": [...], "figures": [...]}. ``DefinitionError`` lists all faults."""
    problems: list[str] = []
    whole = Entry(data, words.gettext("The definitions"), problems, words)
    tables = tuple(_table(_named(entry)) for entry in whole.entries("tables"))
    figures = tuple(_figure(_named(entry)) for entry in whole.entries("figures"))
    whole.refuse_other_fields()
    _refuse_twins(whole, "tables", [one.name for one in tables])
    _refuse_twins(whole, "figures", [one.name for one in figures])
    known = {one.name for one in tables}
    for figure in figures:
        if figure.table and figure.table not in known:
            whole.fault("figures", words.gettext('the table "%(name)s" does not exist.') % {"name": figure.table})
    if problems:
        raise DefinitionError(*problems)
    return Definitions(tables, figures)


def _named(entry: Entry) -> Entry:
    name = entry.data.get("name")
    if isinstance(name, str) and name:
        entry.place = f'{entry.place} "{name}"'
    return entry


def _refuse_twins(whole: Entry, field: str, names: list[str]) -> None:
    for name, times in Counter(names).items():
        if name and times > 1:
            whole.fault(field, whole.words.gettext('the name "%(name)s" is used twice.') % {"name": name})


def _table(entry: Entry) -> TableDefinition:
    rows = entry.names("rows")
    columns, measures = _columns(entry, rows)
    table = TableDefinition(
        name=entry.text("name", required=True),
        caption=entry.texts("caption", required=True),
        kind=entry.choice("kind", "matters", KINDS),
        unit=entry.choice("unit", "matters", UNITS),
        rows=rows,
        columns=columns,
        measures=measures,
        cells=entry.choice("cells", "count", ("count", "share")),
        where=entry.where("where"),
        exclude=tuple(_exclusion(one) for one in entry.entries("exclude")),
        order=_order(entry),
        zero_rows=entry.choice("zero_rows", ALL_ROWS, (ALL_ROWS, COUNTED_ONLY)),
        zero_columns=entry.choice("zero_columns", ALL_ROWS, (ALL_ROWS, COUNTED_ONLY)),
        not_stated=entry.choice("not_stated", WHEN_NEEDED, (WHEN_NEEDED, ALWAYS)),
        top=entry.number("top", 0, 0, 1000),
        groups=tuple(_group(one) for one in entry.entries("groups")),
        share_base=entry.choice("share_base", STATED, (STATED, "all")),
        share_decimals=entry.number("share_decimals", 0, 0, 3),
        periods=entry.number("periods", 5, 1, 20),
        per=entry.text("per"),
        compare=entry.choice("compare", "", COMPARED),
        total_column=entry.flag("total_column", True),
        row_heading=entry.texts("row_heading"),
        total_label=entry.texts("total_label"),
        total_column_label=entry.texts("total_column_label"),
        column_labels=_labels(entry),
        notes=tuple(one.texts("text", required=True) for one in entry.entries("notes")),
    )
    entry.refuse_other_fields()
    _refuse_contradictions(entry, table)
    _refuse_sizes_of_nothing(entry, table)
    return table


def _columns(entry: Entry, rows: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    value = entry.value("columns", ["count"])
    if isinstance(value, str):
        return value, ()
    measures = entry.names("columns", ["count"])
    allowed = UNITS if rows == (PERIOD,) else MEASURES
    for measure in measures:
        if measure not in allowed:
            message = entry.words.gettext('"%(value)s" is not one of %(allowed)s.')
            entry.fault("columns", message % {"value": measure, "allowed": ", ".join(allowed)})
    return "", measures


def _order(entry: Entry) -> str | tuple[str, ...]:
    if isinstance(entry.data.get("order"), str):
        return entry.choice("order", AS_LISTED, (AS_LISTED, COUNT_DESCENDING))
    return entry.names("order") or AS_LISTED


def _exclusion(entry: Entry) -> Exclusion:
    exclusion = Exclusion(entry.where("where"), entry.texts("rule"))
    if not exclusion.where:
        entry.fault("where", entry.words.gettext("must say what is left out."))
    entry.refuse_other_fields()
    return exclusion


def _group(entry: Entry) -> Group:
    group = Group(entry.texts("name", required=True), entry.names("members"))
    if not group.members:
        entry.fault("members", entry.words.gettext("must name at least one member."))
    entry.refuse_other_fields()
    return group


def _labels(entry: Entry) -> dict[str, Texts]:
    value = entry.value("column_labels", {})
    inner = Entry(value, f"{entry.place}, column_labels", entry.problems, entry.words)
    return {key: inner.texts(key, required=True) for key in inner.data}


def _refuse_contradictions(entry: Entry, table: TableDefinition) -> None:
    gettext = entry.words.gettext
    if not 1 <= len(table.rows) <= 2 or (PERIOD in table.rows and len(table.rows) == 2):
        entry.fault("rows", gettext('must be one dimension, two, or "period".'))
    if table.columns and table.columns in table.rows:
        entry.fault("columns", gettext("cannot be the same dimension as the rows."))
    if not table.columns and not table.measures:
        entry.fault("columns", gettext("must name a dimension or at least one measure."))
    if table.rows == (PERIOD,) and table.columns:
        entry.fault("columns", gettext("must be a list of units where the rows are periods."))
    if len(table.rows) == 2 and {"previous", "change", "previous_rate"} & set(table.measures):
        entry.fault("columns", gettext("can show an earlier period for one dimension of rows only."))
    if len(table.rows) == 2 and table.columns == PERIOD:
        entry.fault("columns", gettext("can show an earlier period for one dimension of rows only."))
    if table.groups and len(table.rows) == 2:
        entry.fault("groups", gettext("need a table with one dimension in the rows."))
    if len(grouped := [one for group in table.groups for one in group.members]) != len(set(grouped)):
        entry.fault("groups", gettext("have a member in common."))
    if (table.unit in ("matters", "enquiries")) != (table.kind == "matters"):
        entry.fault("unit", gettext('does not fit the kind "%(kind)s".') % {"kind": table.kind})


def _refuse_sizes_of_nothing(entry: Entry, table: TableDefinition) -> None:
    gettext = entry.words.gettext
    if {"size", "per_size"} & set(table.measures) and not table.per:
        entry.fault("per", gettext("must say what the numbers are set against, such as clients or inhabitants."))
    if table.per and (len(table.rows) != 1 or table.columns):
        entry.fault("per", gettext("needs a table with one dimension in the rows and none in the columns."))


def _figure(entry: Entry) -> FigureDefinition:
    figure = FigureDefinition(
        name=entry.text("name", required=True),
        caption=entry.texts("caption", required=True),
        table=entry.text("table", required=True),
        chart=entry.choice("chart", "bar", CHARTS),
        columns=entry.names("columns"),
        level=entry.number("level", 0, 0, 1),
        as_percent=entry.flag("as_percent"),
        hidden=entry.flag("hidden"),
        many_part_pie=entry.flag("many_part_pie"),
    )
    entry.refuse_other_fields()
    return figure
