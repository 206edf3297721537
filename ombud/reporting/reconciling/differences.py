"""What does not agree in a report as it is printed, and the notes that explain it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ombud.core.reconciling.causes import explain
from ombud.core.reconciling.definitions_in_force import Meaning
from ombud.core.reconciling.discrepancy import Discrepancy
from ombud.core.reconciling.quantity import PlaceKind, Told, period_of
from ombud.core.reconciling.ranges import check_range, ranges_in
from ombud.core.reconciling.same import compare
from ombud.core.reconciling.shares import check_shares, shares_in
from ombud.core.reconciling.sums import discrepancies, sums_in
from ombud.core.reconciling.telling import told_in, told_in_all
from ombud.core.report.outline import OutlineSection
from ombud.core.report.problem import Area, Problem
from ombud.core.statistics.inputs import unit_name
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import span_of
from ombud.core.statistics.table import Figure, Table
from ombud.core.words import Words
from ombud.reporting.reconciling.before import NOTHING_BEFORE, Before, divisions_in
from ombud.reporting.reconciling.inserted import PlaceInText, places_of_tables
from ombud.reporting.reconciling.questions import questions
from ombud.reporting.statistics import Statistics


@dataclass(frozen=True)
class Unreconciled(Problem):
    """Two numbers that should be one. Explained by a printed note it stops nothing."""

    discrepancy: Discrepancy | None = None
    causes: tuple[str, ...] = ()
    explanation: str = ""
    area: Area = Area.RECONCILED


@dataclass(frozen=True)
class Reconciled:
    """``problems`` in the order of the report, ``questions`` stop nothing; ``notes`` by table: the explanations
    that are printed below it.
    """

    problems: tuple[Unreconciled, ...] = ()
    questions: tuple[Problem, ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NOTHING_DIFFERS = Reconciled()
IN_THE_REPORT = (PlaceKind.TABLE, PlaceKind.FIGURE, PlaceKind.TEXT)


def reconcile_report(
    counted: Statistics,
    sections: Sequence[OutlineSection],
    words: Words,
    *,
    before: Before = NOTHING_BEFORE,
    explanations: Mapping[str, str] | None = None,
    told: Iterable[Told] = (),
    meanings: Iterable[Meaning] = (),
) -> Reconciled:
    """Compare every number that the report prints. ``explanations`` are texts by the key of a discrepancy, ``told``
    further numbers, such as those in prose, ``meanings`` what the types mean.
    """
    places = places_of_tables(counted, sections)
    tables = [counted.tables[name] for name in places]
    span = span_of(counted.period)
    everything = (*told_in_all(tables, span), *told, *before.told)
    sums = [one for table in tables for one in sums_in(table, span)]
    divisions = {one for table in tables for one in divisions_in(table, span)}
    shown = [one for one in before.sums if (one.total.quantity.span, one.by) in divisions]
    quantities = {one.quantity for one in everything if one.place.kind in IN_THE_REPORT}
    mine = [one for one in everything if one.quantity in quantities]
    shares = [one for table in tables for one in shares_in(table, span)]
    texts = {section.key: section.text for section in sections}
    stated = _outside_ranges(texts, everything, counted.period)
    unlike = (*discrepancies([*sums, *shown]), *compare(mine), *check_shares(shares, everything), *stated)
    found = explain(unlike, everything, before.corrected)
    known = explanations or {}
    problems: list[Unreconciled] = []
    notes: dict[str, list[str]] = {}
    for one in found:
        names = _tables_of(one, tables, span)
        text = known.get(one.key, "")
        section, line = _where(one, names, places)
        problems.append(_problem(one, section, line, text, counted, words))
        for name in names if text else ():
            notes.setdefault(name, []).append(text)
    problems.sort(key=lambda one: _order(one, sections))
    asked = questions(counted, tables, everything, shown, texts, words, meanings)
    return Reconciled(tuple(problems), asked, {name: tuple(dict.fromkeys(own)) for name, own in notes.items()})


def with_notes(counted: Statistics, notes: Mapping[str, Sequence[str]]) -> Statistics:
    """The statistics with the explanations printed below their tables, and below the figures of those."""
    tables = {name: _noted(table, notes.get(name, ())) for name, table in counted.tables.items()}
    figures = {name: _figure(one, notes) for name, one in counted.figures.items()}
    return replace(counted, tables=tables, figures=figures)


def _outside_ranges(texts: Mapping[str, str], told: Sequence[Told], now: Period) -> tuple[Discrepancy, ...]:
    years = {period_of(one.quantity.span).first.year for one in told} - {now.first.year}
    return tuple(found for one in ranges_in(texts, sorted(years)) for found in check_range(one, told))


def _where(one: Discrepancy, names: Sequence[str], places: Mapping[str, PlaceInText]) -> PlaceInText:
    """The text that says one of the numbers, or else the table."""
    said = next((place for place in one.places if place.kind is PlaceKind.TEXT), None)
    if said is not None:
        return said.name, said.line
    return places.get(names[0], ("", 0)) if names else ("", 0)


def _figure(figure: Figure, notes: Mapping[str, Sequence[str]]) -> Figure:
    return replace(figure, table=_noted(figure.table, notes.get(figure.table.name, ())))


def _noted(table: Table, notes: Sequence[str]) -> Table:
    return replace(table, notes=tuple(dict.fromkeys((*table.notes, *notes)))) if notes else table


def _tables_of(one: Discrepancy, tables: Sequence[Table], span: str) -> list[str]:
    """The printed tables where one of the two numbers stands, or where what does not add up is divided."""
    named = [place.name for place in one.places if place.kind is PlaceKind.TABLE]
    dividing = [table.name for table in tables if (one.quantity.span, one.by) in set(divisions_in(table, span))]
    telling = [table.name for table in tables if any(told.quantity == one.quantity for told in told_in(table, span))]
    return list(dict.fromkeys(named or dividing or telling))


def _problem(one: Discrepancy, section: str, line: int, text: str, counted: Statistics, words: Words) -> Unreconciled:
    name_of = counted.prepared[0].inputs.unit_name if counted.prepared else unit_name
    causes = one.cause_sentences(words, name_of)
    message = " ".join((one.sentence(words, name_of), *causes))
    return Unreconciled(
        section, line, message, not text, discrepancy=one, causes=causes, explanation=text, area=Area.RECONCILED
    )


def _order(one: Unreconciled, sections: Sequence[OutlineSection]) -> tuple[int, int]:
    keys = [section.key for section in sections]
    return (keys.index(one.section) if one.section in keys else len(keys), one.line)
