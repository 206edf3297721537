"""The system of counts of a set of statistics: the tables that are printed and the numbers that prose uses."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ombud.core.release.building import Release, build
from ombud.core.release.ledger import Ledger
from ombud.core.release.selection import Catalogue, Selection
from ombud.core.release.told import TableTelling, telling
from ombud.core.report.insertions import insertions_in
from ombud.core.words import Words
from ombud.reporting.counting.gathered import Prepared
from ombud.reporting.counting.live_numbers import Count
from ombud.reporting.statistics import Statistics


@dataclass(frozen=True)
class Printed:
    """Names of what the texts of a report insert: tables (those of its figures too; None: all) and numbers; and the
    ``counts`` that they tell in so many words.
    """

    tables: frozenset[str] | None = None
    numbers: frozenset[str] = frozenset()
    counts: tuple[Count, ...] = ()

    def has(self, table: str) -> bool:
        return self.tables is None or table in self.tables


def printed_in(texts: Iterable[str], statistics: Statistics, counts: Iterable[Count] = ()) -> Printed:
    """What these texts print of the statistics. A figure left out by choice is not printed."""
    tables, numbers = set(), set()
    for text in texts:
        for kind, name in insertions_in(text):
            if kind == "table":
                tables.add(name)
            elif kind == "figure" and name in statistics.figures and name not in statistics.hidden:
                tables.add(statistics.figures[name].table.name)
            elif kind == "number":
                numbers.add(name)
    return Printed(frozenset(tables), frozenset(numbers), tuple(counts))


def release_of(
    statistics: Statistics,
    printed: Printed,
    ledgers: Sequence[Ledger],
    words: Words,
) -> Release:
    """One system of all of it."""
    prepared = [one for one in statistics.prepared if one.definition.name in statistics.tables and not one.missing]
    catalogue = Catalogue()
    for one in prepared:
        for data in (one.inputs.now, *one.inputs.earlier):
            for cube in data.cubes.values():
                catalogue.learn(cube.kind, cube.dimensions)
    tellings = _tellings(prepared, statistics, printed, catalogue, words)
    return build(tellings, _numbers(statistics, printed, catalogue), ledgers, catalogue)


def _tellings(
    prepared: Iterable[Prepared], statistics: Statistics, printed: Printed, catalogue: Catalogue, words: Words
) -> Mapping[str, TableTelling]:
    return {
        one.definition.name: telling(
            statistics.tables[one.definition.name], one.definition, one.inputs, catalogue, words
        )
        for one in prepared
        if printed.has(one.definition.name)
    }


def _numbers(statistics: Statistics, printed: Printed, catalogue: Catalogue) -> Iterator[tuple[Selection, int, str]]:
    for name in sorted(printed.numbers & statistics.told.keys()):
        for count in statistics.told[name]:
            yield catalogue.select(count.kind, count.period or statistics.period, count.where), count.number, name
    for count in printed.counts:
        period = count.period or statistics.period
        yield catalogue.select(count.kind, period, count.where), count.number, str(count.number)


def hidden_numbers(statistics: Statistics, release: Release, hidden: Collection[str]) -> frozenset[str]:
    """The names of live numbers that tell a hidden count."""
    return frozenset(name for name, told in statistics.told.items() if tells_hidden(told, statistics, release, hidden))


def tells_hidden(told: Iterable[Count], statistics: Statistics, release: Release, hidden: Collection[str]) -> bool:
    """Whether one of the counts is hidden."""
    select, now = release.catalogue.select, statistics.period
    return any(release.key_of(select(one.kind, one.period or now, one.where)) in hidden for one in told)
