"""What must hold for every release whatever its counts: each property draws a case and fails on a counterexample."""

from dataclasses import replace
from itertools import product

from hypothesis import assume
from hypothesis import strategies as st

from ombud.core.alternatives.counts import TOTAL, Counts, Line, key
from ombud.core.auditing import whole_numbers
from ombud.core.auditing.audit import audit
from ombud.core.auditing.equations import components, equations_of
from ombud.core.auditing.release import Interval, Release
from ombud.core.disclosure.obstacles import CannotProtect
from ombud.core.disclosure.policy import Policy, Protection, Weight
from ombud.core.disclosure.protect import protect
from ombud.core.disclosure.system import Cell, Relation, Standing, System
from ombud.core.rounding.controlled import round_controlled
from ombud.core.rounding.small_counts import round_small_counts
from tests.core.auditing.graphs import known_exactly
from tests.core.auditing.second_path import by_fractions, by_whole_numbers

COLUMNS = "ABCDEFGH"


def tables(columns: int = 5, rows: int = 6, most: int = 6) -> st.SearchStrategy[Counts]:
    """Two levels by departments; small counts and noughts abound, as in a real report."""

    def filled(shape: tuple[int, int]) -> st.SearchStrategy[Counts]:
        count = st.one_of(st.just(0), st.integers(0, most))
        line = st.tuples(st.sampled_from("KLM"), st.lists(count, min_size=shape[0], max_size=shape[0]))
        lines = st.lists(line, min_size=shape[1], max_size=shape[1])
        return lines.map(lambda given: counts_of(shape[0], given))

    return st.tuples(st.integers(1, columns), st.integers(1, rows)).flatmap(filled)


def counts_of(columns: int, given: list[tuple[str, list[int]]]) -> Counts:
    lines = tuple(Line(theme, f"s{place}", tuple(counts)) for place, (theme, counts) in enumerate(given))
    return Counts(tuple(COLUMNS[:columns]), lines)


def policies() -> st.SearchStrategy[Policy]:
    return st.builds(
        Policy,
        threshold=st.sampled_from([3, 3, 4, 5]),
        zeros_shown=st.booleans(),
        protection=st.sampled_from(Protection),
        weight=st.sampled_from(Weight),
    )


@st.composite
def releases(draw: st.DrawFn, table: Counts | None = None) -> Release:
    """A table with any cells at all hidden, well or badly."""
    system = (table or draw(tables())).system()
    lower_bound = draw(st.sampled_from([0, 1]))
    might = [name for name, cell in system.cells.items() if cell.value >= lower_bound and name != key(TOTAL, "", TOTAL)]
    hidden = frozenset(draw(st.lists(st.sampled_from(might), max_size=30))) if might else frozenset()
    return release_of(system, hidden, lower_bound)


def release_of(system: System, hidden: frozenset[str], lower_bound: int, policy: Policy | None = None) -> Release:
    implied = frozenset(name for name, cell in system.cells.items() if cell.standing is Standing.IMPLIED)
    printed = {name: cell.value for name, cell in system.cells.items() if name not in hidden | implied}
    relations = tuple((one.total, one.parts) for one in system.relations)
    policy = policy or Policy()
    return Release(printed, hidden, implied, relations, lower_bound, policy.threshold, policy.protection.value)


@st.composite
def systems(draw: st.DrawFn) -> System:
    """A table, with the departments' totals divided by role beside it at times, some of that never printed; a few
    cells forced or hidden by an earlier release.
    """
    table = draw(tables())
    system = table.system()
    cells, relations = dict(system.cells), list(system.relations)
    if draw(st.booleans()):
        implied = draw(st.sampled_from([Standing.PRINTED, Standing.IMPLIED]))
        _add_roles(draw, table, cells, relations, implied)
    standings = draw(st.dictionaries(st.sampled_from(sorted(cells)), st.sampled_from(Standing), max_size=3))
    for name, standing in standings.items():
        small_nought = standing is Standing.HIDDEN and cells[name].value == 0
        if cells[name].standing is Standing.PRINTED and standing is not Standing.IMPLIED and not small_nought:
            cells[name] = replace(cells[name], standing=standing)
    return System(cells, tuple(relations))


def _add_roles(
    draw: st.DrawFn, table: Counts, cells: dict[str, Cell], relations: list[Relation], implied: Standing
) -> None:
    mains = []
    for column, total in table.column_totals().items():
        main = draw(st.integers(0, total))
        mains.append(main)
        cells[f"main {column}"], cells[f"more {column}"] = Cell(main), Cell(total - main, implied)
        relations.append(Relation(key(TOTAL, "", column), (f"main {column}", f"more {column}")))
    whole = cells[key(TOTAL, "", TOTAL)].value
    cells["main *"], cells["more *"] = Cell(sum(mains)), Cell(whole - sum(mains), implied)
    relations.append(Relation(key(TOTAL, "", TOTAL), ("main *", "more *")))
    relations += [Relation(f"{role} *", tuple(f"{role} {one}" for one in table.columns)) for role in ("main", "more")]


def protected_releases_pass(system: System, policy: Policy) -> None:
    """Whatever is protected, the audit lets it pass, and every interval holds the true count."""
    try:
        pattern = protect(system, policy, time_limit=0.2)
    except CannotProtect:
        assume(False)
        return
    found = audit(release_of(system, pattern.hidden, policy.lower_bound, policy))
    assert found.refused == ()
    assert all(_holds(one, system.cells[name].value) for name, one in found.intervals.items())


def paths_agree(release: Release) -> None:
    """Network flows, whole-number programs of two solvers, and linear programs give the same in a two-way table."""
    found = {name: (one.low, one.high) for name, one in audit(release).intervals.items()}
    assert found == by_whole_numbers(release)
    for name, (low, high) in by_fractions(release).items():
        assert abs(low - found[name][0]) < 1e-6
        assert found[name][1] is None or abs(high - float(found[name][1])) < 1e-6
    equations = equations_of(release)
    for unknown, bound_by in components(equations):
        place = {one: number for number, one in enumerate(unknown)}
        least = equations.least
        moved = [
            replace(
                one,
                terms=tuple((place[column], factor) for column, factor in one.terms),
                right=one.right - sum(factor * least[column] for column, factor in one.terms),
            )
            for one in bound_by
        ]
        bounds, _ = whole_numbers.bounds(moved, [None] * len(unknown))
        for column, (low, high) in zip(unknown, bounds, strict=True):
            expected = found[equations.unknown[column]]
            assert expected == (low + least[column], None if high is None else high + least[column])


def another_table_never_widens(release: Release, shown: list[str], true: System) -> None:
    """Whoever sees more cells, or more sums, knows at least as much of every other."""
    before = audit(release).intervals
    told = {name: true.cells[name].value for name in shown if name in release.hidden}
    more = replace(release, printed={**release.printed, **told}, hidden=release.hidden - told.keys())
    fewer = replace(release, relations=release.relations[::2])
    for name, one in audit(more).intervals.items():
        assert _within(one, before[name])
    for name, one in audit(fewer).intervals.items():
        assert _within(before[name], one)


def rings_agree(counts: list[list[int]], holes: set[tuple[int, int]]) -> None:
    """Positive two-way tables, least 0: known exactly is what is on no ring."""
    values = {f"{row} {column}": count for row, line in enumerate(counts) for column, count in enumerate(line)}
    lines = [(f"{row} *", [f"{row} {column}" for column in range(len(counts[0]))]) for row in range(len(counts))]
    lines += [(f"* {column}", [f"{row} {column}" for row in range(len(counts))]) for column in range(len(counts[0]))]
    cells = values | {total: sum(values[part] for part in parts) for total, parts in lines}
    hidden = frozenset(f"{row} {column}" for row, column in holes)
    system = System({n: Cell(v) for n, v in cells.items()}, tuple(Relation(t, tuple(p)) for t, p in lines))
    found = audit(release_of(system, hidden, 0)).intervals
    assert {name for name, one in found.items() if one.is_exact} == {f"{r} {c}" for r, c in known_exactly(holes)}


def three_ways_agree(sizes: tuple[int, int, int], counts: list[int], shown: set[int], lower_bound: int) -> None:
    """Lines of a table in three ways printed, most inner counts hidden: no network."""
    places = list(product(*map(range, sizes)))
    values = {str(place): count + lower_bound for place, count in zip(places, counts, strict=False)}
    lines: dict[str, list[str]] = {}
    for place in places:
        for way in range(3):
            lines.setdefault(str((*place[:way], "*", *place[way + 1 :])), []).append(str(place))
    cells = values | {total: sum(values[part] for part in parts) for total, parts in lines.items()}
    hidden = frozenset(str(place) for number, place in enumerate(places) if number not in shown)
    system = System({n: Cell(v) for n, v in cells.items()}, tuple(Relation(t, tuple(p)) for t, p in lines.items()))
    release = release_of(system, hidden, lower_bound)
    assert {name: (one.low, one.high) for name, one in audit(release).intervals.items()} == by_whole_numbers(release)


def rounding_holds(system: System, base: int) -> None:
    """Every sum holds and every count stays within the base; small-count rounding leaves no small count."""
    found = round_controlled(system, base)
    for name, cell in system.cells.items():
        assert found.values[name] % base == 0
        assert abs(found.values[name] - cell.value) < base
    small = round_small_counts(system, base)
    assert not any(0 < value < base for value in small.values.values())
    for one in system.relations:
        for values in (found.values, small.values):
            assert values[one.total] == sum(values[part] for part in one.parts)


def _holds(interval: Interval, count: int) -> bool:
    return interval.low <= count and (interval.high is None or count <= interval.high)


def _within(inner: Interval, outer: Interval) -> bool:
    highest = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return inner.low >= outer.low and highest
