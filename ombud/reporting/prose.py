"""What the texts of a report claim, held against everything that is counted, and which counts they tell by it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ombud.core.prose.check import check
from ombud.core.prose.from_tables import knowledge_of
from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Name, Span, Unit
from ombud.core.prose.passages import ProseSection
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict
from ombud.core.report.outline import OutlineSection
from ombud.core.statistics.facts import Dimension
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import span_of
from ombud.core.statistics.table import Origin, Table
from ombud.core.statistics.tables import period_before
from ombud.core.words import Words
from ombud.reporting.counting.live_numbers import Count
from ombud.reporting.statistics import Statistics

UNITS = ("enquiries", "matters", "decisions", "remarks", "tags")
WITHIN = {"remarks": "decisions", "tags": "matters", "matters": "enquiries"}
TELLS = (Verdict.TRUE, Verdict.TRUE_WITH, Verdict.SMALL)
"""The verdicts of claims that tell the counts they are about."""


def claims_in(
    sections: Iterable[OutlineSection],
    statistics: Statistics,
    words: Words,
    *,
    threshold: int = 0,
    partners: Sequence[str] = (),
) -> tuple[Statement, ...]:
    """Every claim of the texts with its verdict, as if no count were hidden. ``threshold``: what is told of fewer is
    asked about; ``partners`` are other municipalities that may be named.
    """
    prose = [ProseSection(one.key, one.title, one.text) for one in sections]
    if not statistics.prepared or not any(one.text.strip() for one in prose):
        return ()
    return check(prose, _knowledge(statistics, words, threshold, partners), words)


def counts_told(claims: Iterable[Statement], statistics: Statistics) -> dict[Statement, tuple[Count, ...]]:
    """By claim the counts that it tells a reader: a ranking tells none, a course only where it says by how much."""
    periods = _counted_here(statistics)
    cells = {key: count for table in statistics.tables.values() for key, count in _cells(table, periods)}
    found = {}
    for one in claims:
        if one.tells and (one.verdict in TELLS or one.kind is Kind.DIRECTION):
            found[one] = tuple(cells[key] for key in one.about if key in cells)
    return {one: counts for one, counts in found.items() if counts}


def as_hidden(claim: Statement) -> Statement:
    """A claim that tells a count which must not be told."""
    return claim.but(Verdict.HIDDEN_NUMBER, Reason.HIDDEN)


def _knowledge(statistics: Statistics, words: Words, threshold: int, partners: Sequence[str]) -> Knowledge:
    inputs = statistics.prepared[0].inputs
    units = [_unit(key, inputs, words) for key in UNITS]
    return knowledge_of(
        statistics.tables.values(),
        units=units,
        unit_keys={one.plural: one.key for one in units},
        names=tuple(_names(statistics)),
        spans=tuple(_spans(statistics, words)),
        municipality=statistics.name,
        partners=partners,
        threshold=threshold,
    )


def _unit(key: str, inputs: Inputs, words: Words) -> Unit:
    return Unit(key, inputs.unit_name(key, 1, words), inputs.unit_name(key, 2, words), within=WITHIN.get(key, ""))


def _names(statistics: Statistics) -> Iterator[Name]:
    """Every member by all its names. What a definition leaves out of a ranking by rule, and outside bodies, are those
    that a claim about the most may leave out too.
    """
    left_out = {
        (name, key)
        for one in statistics.prepared
        for exclusion in one.definition.exclude
        for name, keys in exclusion.where.items()
        for key in keys
    }
    seen = set()
    for dimension in _dimensions(statistics):
        for member in dimension.members[1:]:
            place = (dimension.name, member.key)
            if place in seen:
                continue
            seen.add(place)
            called = {(dimension.name, name) for name in (member.key, member.label, *member.aliases)}
            parent = (dimension.parent.name, member.parent) if dimension.parent and member.parent else None
            residual = bool(called & left_out) or bool(member.note)
            yield Name(*place, member.label, member.aliases, parent, residual)


def _dimensions(statistics: Statistics) -> Iterator[Dimension]:
    for one in statistics.prepared:
        for cube in one.inputs.now.cubes.values():
            for dimension in cube.dimensions:
                if dimension.parent is not None:
                    yield dimension.parent
                yield dimension


def _spans(statistics: Statistics, words: Words) -> Iterator[Span]:
    yield _span(NOW, statistics.period)
    for one in statistics.prepared:
        before = None if one.is_faulty or one.missing else period_before(one.definition, one.inputs, words)
        if before is not None:
            yield _span(BEFORE, before.period)
            return


def _span(key: str, period: Period) -> Span:
    years = (period.first.year, period.last.year)
    of_year = (str(years[0]),) if years[0] == years[1] else ()
    return Span(key, tuple(dict.fromkeys(filter(None, (period.name, *of_year)))), period.open_months)


def _counted_here(statistics: Statistics) -> dict[str, Period]:
    """The periods that were counted here, by their days: what was published elsewhere is no secret."""
    known = (data for one in statistics.prepared for data in (*one.inputs.earlier, one.inputs.now))
    return {span_of(one.period): one.period for one in known if one.origin is Origin.COUNTED}


def _cells(table: Table, periods: Mapping[str, Period]) -> Iterator[tuple[str, Count]]:
    """The cells that a claim can be about, by the keys that ``knowledge_of`` gives them."""
    if table.left_out or not table.row_dimensions:
        return
    outer: Mapping[str, tuple[str, ...]] = {}
    for row in table.rows:
        dimension = table.row_dimensions[min(row.level, len(table.row_dimensions) - 1)]
        own = {dimension: row.members or (row.key,)}
        outer = own if row.level == 0 else outer
        yield from _row(table, f"{table.name}/{row.key}", {**outer, **own}, row.cells, periods)
    if table.total:
        yield from _row(table, f"{table.name}/total", {}, table.total, periods)


def _row(
    table: Table,
    name: str,
    where: Mapping[str, tuple[str, ...]],
    cells: Sequence[object],
    periods: Mapping[str, Period],
) -> Iterator[tuple[str, Count]]:
    for column, cell in zip(table.columns, cells, strict=True):
        if column.unit != "count" or not isinstance(cell, int):
            continue
        across = {table.column_dimension: (column.key,)} if table.column_dimension and not column.is_total else {}
        period = periods.get(column.span or (column.key if table.over_periods else ""))
        if period or across or column.is_total or column.key == "count":
            yield f"{name}/{column.key}", Count(table.kind, {**table.where, **where, **across}, cell, period)
