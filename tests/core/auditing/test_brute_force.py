"""All tables up to 3 x 3 with counts from 0 to 4, one of each kind that only changes rows or columns about: the
intervals against every table there is, and protection against the audit. The suite takes a sample.
"""

import random
from collections.abc import Iterator
from itertools import permutations, product

import numpy as np
import pytest

from ombud.core.alternatives.counts import TOTAL, Counts, Line, key
from ombud.core.auditing.audit import audit
from ombud.core.auditing.release import Release
from ombud.core.disclosure.policy import Policy, Protection
from ombud.core.disclosure.protect import protect
from ombud.core.disclosure.system import System
from tests.core.auditing.properties import release_of

MOST = 4
SHAPES = [(1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (3, 3)]
Table = tuple[tuple[int, ...], ...]


def kinds(rows: int, columns: int) -> Iterator[Table]:
    """Every table that is the least among its rearrangements."""
    size = rows * columns
    weights = (MOST + 1) ** np.arange(size - 1, -1, -1)
    codes = np.arange((MOST + 1) ** size)
    digits = (codes[:, None] // weights) % (MOST + 1)
    least = codes.copy()
    for down, across in product(permutations(range(rows)), permutations(range(columns))):
        order = [row * columns + column for row in down for column in across]
        np.minimum(least, digits[:, order] @ weights, out=least)
    for one in digits[least == codes]:
        yield tuple(tuple(map(int, one[row * columns : (row + 1) * columns])) for row in range(rows))


def system_of(table: Table) -> System:
    lines = tuple(Line(f"r{place}", "", line) for place, line in enumerate(table))
    return Counts(tuple("ABC"[: len(table[0])]), lines).system()


def by_hand(release: Release, table: Table) -> dict[str, tuple[int, int]]:
    """Every filling of the inner holes that the printed counts allow: row by row, then all rows together."""
    rows, columns = len(table), "ABC"[: len(table[0])]
    whole = release.printed[key(TOTAL, "", TOTAL)]
    tables = np.zeros((1, 0, len(columns)), dtype=np.int64)
    for row in range(rows):
        names = [key(f"r{row}", "", column) for column in columns]
        fillings = np.array([one for one in _row(release, names, whole) if _may(release, f"r{row}", TOTAL, sum(one))])
        grown = np.concatenate(
            [np.repeat(tables, len(fillings), axis=0), np.tile(fillings, (len(tables), 1))[:, None, :]], axis=1
        )
        tables = grown[grown.sum(axis=(1, 2)) <= whole]
    tables = tables[tables.sum(axis=(1, 2)) == whole]
    for place, column in enumerate(columns):
        tables = tables[[_may(release, TOTAL, column, one) for one in tables[:, :, place].sum(axis=1).tolist()]]
    counts = {
        key(f"r{row}", "", column): tables[:, row, place] for row in range(rows) for place, column in enumerate(columns)
    }
    counts |= {key(f"r{row}", "", TOTAL): tables[:, row].sum(axis=1) for row in range(rows)}
    counts |= {key(TOTAL, "", column): tables[:, :, place].sum(axis=1) for place, column in enumerate(columns)}
    return {name: (int(counts[name].min()), int(counts[name].max())) for name in release.hidden}


def _row(release: Release, names: list[str], whole: int) -> Iterator[tuple[int, ...]]:
    """No cell is more than a printed total of its own, or than the whole leaves beside the least of all others."""
    inner = [name for name in release.printed.keys() | release.hidden if TOTAL not in name]
    others = sum(release.printed.get(name, release.lower_bound) for name in inner)
    ranges = []
    for name in names:
        row, _, column = name.split("\t")
        above = [release.printed.get(key(row, "", TOTAL), whole), release.printed.get(key(TOTAL, "", column), whole)]
        most = min(*above, whole - others + release.lower_bound)
        hidden = name in release.hidden
        ranges.append(range(release.lower_bound, most + 1) if hidden else [release.printed[name]])
    return product(*ranges)


def _may(release: Release, row: str, column: str, count: int) -> bool:
    """Whether a total can be so much."""
    name = key(row, "", column)
    return count >= release.lower_bound if name in release.hidden else count == release.printed[name]


def check(table: Table) -> None:
    system = system_of(table)
    whole = system.cells[key(TOTAL, "", TOTAL)].value
    if whole < 3:
        return
    small = frozenset(name for name, cell in system.cells.items() if 0 < cell.value < 3)
    for lower_bound in (0, 1):
        release = release_of(system, small, lower_bound)
        assert {name: (one.low, one.high) for name, one in audit(release).intervals.items()} == by_hand(release, table)
    for protection in Protection:
        policy = Policy(protection=protection)
        pattern = protect(system, policy)
        release = release_of(system, pattern.hidden, 1, policy)
        found = audit(release)
        assert found.refused == ()
        if key(TOTAL, "", TOTAL) not in pattern.hidden:
            assert {name: (one.low, one.high) for name, one in found.intervals.items()} == by_hand(release, table)


def test_a_sample_of_all_small_tables_agrees() -> None:
    drawn = random.Random(2025)
    for rows, columns in [*SHAPES[:4] * 5, *SHAPES[4:] * 40]:
        check(tuple(tuple(drawn.randint(0, MOST) for _ in range(columns)) for _ in range(rows)))


@pytest.mark.proof
@pytest.mark.timeout(7200)
def test_all_small_tables_agree(capsys: pytest.CaptureFixture[str]) -> None:
    number = 0
    for rows, columns in SHAPES:
        for table in kinds(rows, columns):
            check(table)
            number += 1
    with capsys.disabled():
        print(f"\n{number} kinds of tables up to 3 x 3 with counts from 0 to {MOST}: all agree")


def test_a_kind_stands_for_all_its_rearrangements() -> None:
    stood_for = {
        tuple(tuple(table[row][column] for column in across) for row in down)
        for table in kinds(2, 2)
        for down in permutations(range(2))
        for across in permutations(range(2))
    }
    assert len(stood_for) == 5**4
