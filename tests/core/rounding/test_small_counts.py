"""Small-count rounding: known optima, no small sums, and the optimum against trying everything."""

import json
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombud.core.alternatives.counts import Counts
from ombud.core.disclosure.system import Cell, Relation, System
from ombud.core.rounding.rounded import CannotRound
from ombud.core.rounding.small_counts import round_small_counts
from tests.core.auditing.albertslund import DATA
from tests.core.rounding.test_controlled import TABLES, tables

KNOWN = json.loads((DATA / "stat_cases" / "rounding_cases.json").read_text(encoding="utf-8"))["small_count_rounding"]


@pytest.mark.parametrize("case", KNOWN["cases"], ids=lambda case: f"{case['table']} {case['base']}")
def test_the_optimum_is_the_known_one(case: dict) -> None:
    found = round_small_counts(TABLES[case["table"]]().system(), case["base"])
    assert round(float(found.mean_change), 4) == case["optimum_mean_abs_dev"]
    assert found.largest_change == case["max"]
    assert found.is_proven


@settings(max_examples=60)
@given(table=tables(), base=st.sampled_from([3, 5]))
def test_no_count_is_small_and_every_sum_holds(table: Counts, base: int) -> None:
    system = table.system()
    found = round_small_counts(system, base)
    totals = {one.total for one in system.relations}
    for name, cell in system.cells.items():
        assert not 0 < found.values[name] < base
        assert name in totals or 0 < cell.value < base or found.values[name] == cell.value
    for one in system.relations:
        assert found.values[one.total] == sum(found.values[part] for part in one.parts)


@settings(max_examples=25)
@given(table=tables(3, 2, 4))
def test_no_other_choice_changes_less(table: Counts) -> None:
    system = table.system()
    totals = {one.total for one in system.relations}
    sure = {name: cell.value for name, cell in system.cells.items() if name not in totals}
    small = [name for name, value in sure.items() if 0 < value < 3]
    best = None
    for choice in product((0, 3), repeat=len(small)):
        values = sure | dict(zip(small, choice, strict=True))
        for _ in range(4):
            for one in system.relations:
                if all(part in values for part in one.parts):
                    values[one.total] = sum(values[part] for part in one.parts)
        change = sum(abs(values[name] - cell.value) for name, cell in system.cells.items())
        best = change if best is None else min(best, change)
    assert round_small_counts(system, 3).total_change == best


def test_a_total_divided_in_two_ways_that_cannot_agree_is_refused() -> None:
    cells = {"t": 6, "a": 1, "b": 5, "c": 3, "d": 3}
    system = System({n: Cell(v) for n, v in cells.items()}, (Relation("t", ("a", "b")), Relation("t", ("c", "d"))))
    with pytest.raises(CannotRound):
        round_small_counts(system, 3)


def test_an_earlier_rounding_stays() -> None:
    system = System({"t": Cell(5), "a": Cell(1), "b": Cell(4)}, (Relation("t", ("a", "b")),))
    assert round_small_counts(system, 3).values == {"t": 4, "a": 0, "b": 4}
    assert round_small_counts(system, 3, fixed={"a": 3}).values == {"t": 7, "a": 3, "b": 4}
    with pytest.raises(ValueError, match="a: 2 is neither 0 nor 3"):
        round_small_counts(system, 3, fixed={"a": 2})
    with pytest.raises(CannotRound) as shown:
        round_small_counts(system, 3, fixed={"t": 5})
    assert shown.value.is_for_earlier
