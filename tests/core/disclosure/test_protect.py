"""What is hidden: the known optima, what guards a count, and what stays as it is."""

import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from ombud.core.disclosure.obstacles import CannotProtect
from ombud.core.disclosure.policy import Policy, Protection, Weight
from ombud.core.disclosure.protect import protect
from ombud.core.disclosure.system import Cell, Relation, Standing, System
from ombud.core.disclosure.two_level import TwoLevelTable
from tests.core.disclosure.certified import check_certificates
from tests.core.disclosure.examples import (
    CASES,
    albertslund,
    cube,
    flat,
    of_table,
    random_two_level,
    standing,
    system,
)

KNOWN = json.loads((CASES / "sdc_optimal_values.json").read_text(encoding="utf-8"))["cases"]
SIZES = {
    "albertslund_table2": (306, 71),
    "albertslund_table1_and_2_linked": (324, 72),
    "synthetic_140x20": (3381, 458),
}
SLOW = {("synthetic_140x20", 1, "P1")}


def named(case: dict[str, Any]) -> str:
    return "-".join(str(case[key]) for key in ("table", "attacker_lower_bound", "protection", "weight"))


def is_slow(case: dict[str, Any]) -> bool:
    return (case["table"], case["attacker_lower_bound"], case["protection"]) in SLOW


def check_optimum(case: dict[str, Any]) -> None:
    policy = Policy(case["threshold"], True, Protection(case["protection"]), Weight(case["weight"]))
    one, _ = of_table(case["table"])
    found = protect(one, policy, time_limit=None, attacker_lower_bound=case["attacker_lower_bound"])
    assert found.value == found.lower_bound == case["optimum"]
    assert found.gap == 0
    assert (len(one.cells), len(found.primaries)) == SIZES[case["table"]]
    if "distinct_cells" in case:
        assert SIZES[case["table"]] == (case["distinct_cells"], case["primaries"])
    check_certificates(one, found, policy, case["attacker_lower_bound"])


@pytest.mark.parametrize("case", [one for one in KNOWN if not is_slow(one)], ids=named)
def test_the_known_optimum_is_found_and_proven(case: dict[str, Any]) -> None:
    check_optimum(case)


@pytest.mark.proof
@pytest.mark.parametrize("case", [one for one in KNOWN if is_slow(one)], ids=named)
def test_the_known_optimum_of_the_large_table_is_found_and_proven(case: dict[str, Any]) -> None:
    check_optimum(case)


@pytest.mark.parametrize("threshold", [2, 3, 5])
@pytest.mark.parametrize("protection", list(Protection))
@pytest.mark.parametrize("zeros_shown", [True, False])
def test_every_count_under_the_threshold_is_guarded(threshold: int, protection: Protection, zeros_shown: bool) -> None:
    policy = Policy(threshold, zeros_shown, protection)
    for seed in range(6):
        one, _ = random_two_level(Random(seed), 3, 4).system()
        found = protect(one, policy, time_limit=5)
        small = {key for key, cell in one.cells.items() if policy.is_small(cell.value)}
        assert set(found.primaries) == small
        assert not small.intersection(found.secondary)
        check_certificates(one, found, policy, policy.lower_bound)


def test_sums_that_are_no_network_are_guarded_too() -> None:
    for seed in range(3):
        random = Random(seed)
        one = cube([[[random.choice((0, 1, 2, 3, 5, 9)) for _ in range(3)] for _ in range(2)] for _ in range(2)])
        for protection in Protection:
            policy = Policy(protection=protection)
            found = protect(one, policy, time_limit=5)
            assert found.primaries
            check_certificates(one, found, policy, 1)


def test_the_same_table_gives_the_same_pattern() -> None:
    one, _ = of_table("albertslund_table1_and_2_linked")
    first, second = (protect(one, Policy(), time_limit=None) for _ in range(2))
    assert replace(first, seconds=0.0) == replace(second, seconds=0.0)


def test_the_order_of_rows_and_columns_changes_nothing_but_ties() -> None:
    table, margin = albertslund()
    one, _ = table.system(margin)
    for seed in range(3):
        rows, columns = list(table.rows), list(range(len(table.columns)))
        Random(seed).shuffle(rows)
        Random(seed).shuffle(columns)
        turned = TwoLevelTable(
            tuple(table.columns[place] for place in columns),
            tuple(replace(row, counts=tuple(row.counts[place] for place in columns)) for row in rows),
        )
        roles = {name: tuple(counts[place] for place in columns) for name, counts in margin.items()}
        other, _ = turned.system(roles)
        assert protect(other, Policy(), time_limit=None).value == protect(one, Policy(), time_limit=None).value == 229


def test_without_time_a_good_pattern_comes_without_proof() -> None:
    one, _ = of_table("albertslund_table1_and_2_linked")
    found = protect(one, Policy(), time_limit=0)
    assert (found.lower_bound, found.gap) == (0, 1)
    assert 229 <= found.value <= 245
    check_certificates(one, found, Policy(), 1)


def test_nothing_small_hides_nothing() -> None:
    found = protect(flat([[4, 5], [6, 0]]), Policy())
    assert (found.hidden, found.value, found.gap) == (frozenset(), 0, 0)


def test_a_reader_who_knows_that_noughts_are_shown_needs_more_hidden() -> None:
    one, _ = of_table("albertslund_table2")
    lax = protect(one, Policy(), attacker_lower_bound=0)
    assert protect(one, Policy()).value > lax.value


def test_the_grand_total_is_told_as_long_as_something_else_protects() -> None:
    found = protect(flat([[1, 5], [6, 9]]), Policy())
    assert found.primaries == ("r0c0",)
    assert "t" not in found.hidden
    alone = protect(system({"a": 1, "b": 1, "t": 3, "c": 1}, [("t", ("a", "b", "c"))]), Policy())
    assert alone.secondary == ("t",)


def test_a_small_grand_total_is_hidden() -> None:
    assert "t" in protect(flat([[1, 0], [0, 1]]), Policy()).primaries


def test_a_forced_count_is_never_hidden_and_another_takes_its_place() -> None:
    one = flat([[1, 4, 9], [5, 6, 7], [8, 9, 9]])
    free = protect(one, Policy())
    forced = free.secondary[0]
    found = protect(standing(one, **{forced: Standing.FORCED}), Policy())
    assert forced not in found.hidden
    assert found.value >= free.value


def test_a_small_forced_count_is_told() -> None:
    found = protect(standing(flat([[1, 4], [5, 6]]), r0c0=Standing.FORCED), Policy())
    assert (found.primaries, found.hidden) == ((), frozenset())


def test_forced_counts_that_give_a_small_one_away_are_named_with_their_numbers() -> None:
    one = standing(flat([[1, 5], [6, 9]]), r0c1=Standing.FORCED, r0=Standing.FORCED)
    with pytest.raises(CannotProtect) as caught:
        protect(one, Policy())
    assert caught.value.cell == "r0c0"
    assert [(told.name, told.value) for told in caught.value.obstacles] == [("r0c1", 5)]
    assert str(caught.value) == "r0c1 (5) must be printed and gives r0c0 away, whatever else is hidden."


def test_a_count_that_noughts_and_sums_give_away_has_no_obstacle() -> None:
    one = standing(system({"t": 1, "a": 1, "b": 0}, [("t", ("a", "b"))]), t=Standing.IMPLIED)
    shut = system({"t": 1, "a": 1, "b": 0, "u": 1}, [("t", ("a", "b")), ("u", ("t",))])
    assert protect(one, Policy()).implied == ("t",)
    with pytest.raises(CannotProtect):
        protect(standing(shut, t=Standing.IMPLIED, u=Standing.FORCED), Policy())


def test_what_an_earlier_release_hid_stays_hidden_and_counts_as_no_cost() -> None:
    one = flat([[1, 4, 9], [5, 6, 7], [8, 9, 9]])
    free = protect(one, Policy())
    found = protect(standing(one, **dict.fromkeys(free.secondary, Standing.HIDDEN)), Policy())
    assert found.kept == free.secondary
    assert (found.secondary, found.value) == ((), 0)
    assert found.hidden == free.hidden


def test_a_difference_that_is_never_printed_is_guarded() -> None:
    one = standing(system({"all": 12, "main": 2, "follow": 10}, [("all", ("main", "follow"))]), main=Standing.IMPLIED)
    found = protect(one, Policy())
    assert (found.implied, found.primaries) == (("main",), ())
    assert "main" not in found.hidden
    assert found.hidden
    check_certificates(one, found, Policy(), 1)


def test_a_difference_of_nought_may_be_known() -> None:
    one = standing(system({"all": 12, "main": 0, "follow": 12}, [("all", ("main", "follow"))]), main=Standing.IMPLIED)
    assert protect(one, Policy()).hidden == frozenset()


def test_a_difference_of_nought_is_not_left_half_known() -> None:
    cells = {"all": 20, "b": 3, "c": 17, "rest": 0, "part": 3}
    one = system(cells, [("all", ("b", "c")), ("b", ("rest", "part"))])
    found = protect(standing(one, rest=Standing.IMPLIED, part=Standing.HIDDEN), Policy())
    assert (found.implied, found.secondary, found.kept) == (("rest",), ("b", "c"), ("part",))
    assert found.certificates["rest"][1]["rest"] >= 3


def test_a_nought_may_stay_known_where_guarding_it_costs_more() -> None:
    one = standing(flat([[3, 0], [2, 4]]), r0c1=Standing.IMPLIED)
    found = protect(one, Policy(), time_limit=None)
    assert (found.value, found.gap, found.implied) == (12, 0, ())


def test_a_nought_that_cannot_be_guarded_is_left_alone() -> None:
    one = standing(flat([[3, 4, 0], [2, 1, 3]]), r0c2=Standing.IMPLIED, c2=Standing.FORCED)
    for time_limit in (None, 0):
        found = protect(one, Policy(weight=Weight.COUNT), time_limit=time_limit)
        assert (found.value, found.implied) == (4, ())
        check_certificates(one, found, Policy(), 1)


def test_higher_thresholds_end_at_the_threshold_so_that_an_audit_passes() -> None:
    one = flat([[1, 8, 9], [7, 6, 7], [8, 9, 9]])
    found = protect(one, Policy(threshold=6))
    assert found.certificates["r0c0"][1]["r0c0"] >= 6


def test_a_relation_of_one_part_hides_both() -> None:
    one = System(
        {"t": Cell(9), "a": Cell(1), "same": Cell(1), "b": Cell(8)},
        (Relation("t", ("a", "b")), Relation("same", ("a",))),
    )
    assert protect(one, Policy()).hidden >= {"a", "same", "b"}
