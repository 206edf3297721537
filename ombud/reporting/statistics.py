"""All tables and figures of a period: one set of cubes, so that no two of them can disagree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ombud.core.release.treatment import PLAIN, Treatment
from ombud.core.statistics.definitions import DefinitionError, Definitions, text_in
from ombud.core.statistics.figures import make_figure
from ombud.core.statistics.periods import Period
from ombud.core.statistics.reconcile import reconcile
from ombud.core.statistics.table import Basis, Column, Difference, Figure, Table
from ombud.core.statistics.tables import make_table
from ombud.core.words import Words
from ombud.reporting.counting.gather import gather
from ombud.reporting.counting.gathered import Gathered, Prepared
from ombud.reporting.counting.live_numbers import Count


@dataclass(frozen=True)
class Statistics:
    """``municipality`` is the official code. ``enquiries`` and ``matters`` are None where published figures do not tell
    them. ``hidden`` are the names of figures that are computed and yet left out of the report by choice (R242).
    ``faults`` are definitions that could not be made, one sentence each. ``told`` has the counts behind each of the
    ``numbers``; ``prepared`` and ``definitions`` are what the tables and figures were made of.
    """

    municipality: str
    name: str
    period: Period
    enquiries: int | None
    matters: int | None
    tables: Mapping[str, Table]
    figures: Mapping[str, Figure]
    numbers: Mapping[str, str]
    caveats: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    hidden: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()
    told: Mapping[str, tuple[Count, ...]] = field(default_factory=dict, repr=False)
    prepared: tuple[Prepared, ...] = field(default=(), repr=False, compare=False)
    definitions: Definitions = field(default=Definitions((), ()), repr=False, compare=False)


def statistics_for(first: date, last: date, words: Words, treatment: Treatment = PLAIN) -> Statistics:
    """The tables and figures of the municipality in scope, counted now from ``first`` to ``last``, both included."""
    return count_up(gather(first, last, words, treatment), words)


def count_up(found: Gathered, words: Words) -> Statistics:
    """The tables and figures of what was gathered."""
    return assemble(
        found.prepared(),
        found.definitions,
        words,
        municipality=found.code,
        name=found.municipality,
        period=found.period,
        enquiries=found.enquiries,
        matters=found.matters,
        numbers={name: one.text for name, one in found.numbers.items()},
        told={name: one.told for name, one in found.numbers.items()},
        caveats=found.caveats,
    )


def assemble(prepared: Iterable[Prepared], definitions: Definitions, words: Words, **known: Any) -> Statistics:
    """Make every table and figure, and compare the tables with one another."""
    prepared = tuple(prepared)
    tables, faults = make_tables(prepared, words)
    untold = {one.definition.name: one.missing for one in prepared if one.missing}
    figures, more_faults = make_figures(definitions, tables, words, untold)
    return Statistics(
        tables=tables,
        figures=figures,
        differences=reconcile(tables.values(), words),
        hidden=frozenset(one.name for one in definitions.figures if one.hidden),
        faults=(*faults, *more_faults),
        prepared=prepared,
        definitions=definitions,
        **known,
    )


def make_tables(prepared: Iterable[Prepared], words: Words) -> tuple[dict[str, Table], tuple[str, ...]]:
    """The tables by name, and what could not be made."""
    tables, faults = {}, []
    for one in prepared:
        if one.missing:
            tables[one.definition.name] = _empty(one, words)
            continue
        try:
            table = make_table(one.definition, one.inputs, words)
        except DefinitionError as problem:
            faults.append(str(problem))
            continue
        tables[table.name] = replace(table, notes=(*table.notes, *one.notes))
    return tables, tuple(faults)


def make_figures(
    definitions: Definitions,
    tables: Mapping[str, Table],
    words: Words,
    untold: Mapping[str, str],
    thresholds: Mapping[str, int] | None = None,
) -> tuple[dict[str, Figure], tuple[str, ...]]:
    """The figures by name, and what could not be made. ``untold`` says by table why there are no numbers for it: that
    nothing was published is not the same as that nothing happened. ``thresholds`` by kind of facts: fewer are told in a
    sentence instead (R139).
    """
    least = thresholds or {}
    figures, faults = {}, []
    for one in definitions.figures:
        if one.table not in tables:
            continue
        table = tables[one.table]
        if one.table in untold:
            caption = text_in(one.caption, words.get_language())
            figures[one.name] = Figure(one.name, caption, one.chart, table, sentence=untold[one.table])
            continue
        try:
            figures[one.name] = make_figure(one, table, words, threshold=least.get(table.kind, 0))
        except DefinitionError as problem:
            faults.append(str(problem))
    return figures, tuple(faults)


def _empty(one: Prepared, words: Words) -> Table:
    """A table that references may point to, without numbers and with the reason."""
    definition, now = one.definition, one.inputs.now
    unit = one.inputs.unit_name(definition.unit, 2, words)
    heading = unit[:1].upper() + unit[1:]
    share = words.gettext("Share")
    measures = definition.measures or ("count",)
    columns = tuple(Column(key, share if key == "share" else heading) for key in measures)
    basis = Basis(unit, "", 0, now.period.label(words), now.principle, now.origin, now.source)
    return Table(
        name=definition.name,
        caption=text_in(definition.caption, words.get_language()),
        row_heading=text_in(definition.row_heading, words.get_language()),
        columns=columns,
        rows=(),
        total=(None,) * len(columns),
        total_label="",
        basis=basis,
        notes=(one.missing, *one.notes),
        kind=definition.kind,
    )
