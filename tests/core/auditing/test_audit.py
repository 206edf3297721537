"""What a reader can work out: known answers, a second way and trying everything agree."""

import json

import pytest

from ombud.core.auditing.audit import audit
from ombud.core.auditing.release import Contradiction, Interval, Release
from tests.core.auditing.albertslund import DATA, Relations, table_two, tables_one_and_two
from tests.core.auditing.second_path import by_fractions, by_trying_all, by_whole_numbers

SMALL = json.loads((DATA / "stat_cases" / "sdc_audit_small.json").read_text(encoding="utf-8"))["cases"]
ALBERTSLUND = json.loads((DATA / "stat_cases" / "sdc_audit_albertslund.json").read_text(encoding="utf-8"))["cases"]
FLAT = tuple[int, int | None]


def release(
    values: dict[str, int], relations: Relations, hidden: set[str], lower_bound: int = 1, protection: str = "P2"
) -> Release:
    printed = {key: value for key, value in values.items() if key not in hidden}
    return Release(printed, frozenset(hidden), frozenset(), relations, lower_bound, 3, protection)


def intervals(given: Release) -> dict[str, FLAT]:
    return {key: (one.low, one.high) for key, one in audit(given).intervals.items()}


@pytest.mark.parametrize("case", SMALL, ids=[one["id"] for one in SMALL])
def test_the_small_systems_have_their_known_intervals(case: dict) -> None:
    relations = tuple((total, tuple(parts)) for total, parts in case["equations"])
    given = release(case["cells"], relations, set(case["suppressed"]), case["lower_bound"])
    assert intervals(given) == {key: tuple(one) for key, one in case["expected_intervals"].items()}


@pytest.mark.parametrize("case", ALBERTSLUND, ids=[one["id"] for one in ALBERTSLUND])
def test_albertslunds_patterns_have_their_known_intervals(case: dict) -> None:
    given = albertslund(case)
    found = intervals(given)
    keys = ["|".join(key) for key in case["suppressed"]]
    expected = zip(keys, case["expected_intervals"], strict=True)
    assert found == {key: tuple(one) for key, one in expected}
    assert sum(low == high for low, high in found.values()) == case["exactly_recoverable"]
    small = [key for key, value in zip(keys, case["values"], strict=True) if value < 3]
    assert sum(found[key][0] == found[key][1] for key in small) == case["exactly_recoverable_primaries"]


def albertslund(case: dict, protection: str = "P2") -> Release:
    linked = "linked" in case["id"] or "table1" in case["id"]
    values, relations = tables_one_and_two() if linked else table_two()
    hidden = {"|".join(key) for key in case["suppressed"]}
    return release(values, relations, hidden, case["attacker_lower_bound"], protection)


def by_id(name: str) -> dict:
    return next(one for one in ALBERTSLUND if one["id"] == name)


def test_a_table_protected_alone_is_refused_beside_another() -> None:
    alone = audit(albertslund(by_id("alb_t2_opt_lb1_P1"), "P1"))
    beside = albertslund(by_id("alb_t2_opt_P1_then_table1_published"), "P1")
    values = tables_one_and_two()[0]
    assert not alone.refused
    found = audit(beside)
    assert sum(values[key] < 3 for key in found.refused) == 45
    assert all(found.intervals[key].is_exact for key in found.refused)


def test_exact_protection_lets_pass_what_an_interval_does_not() -> None:
    sums = (("t", ("a", "b", "c")),)
    assert audit(release({"t": 10, "a": 7, "b": 1, "c": 2}, sums, {"b", "c"}, 1, "P1")).refused == ()
    assert audit(release({"t": 10, "a": 7, "b": 1, "c": 2}, sums, {"b", "c"}, 1, "P2")).refused == ("b", "c")


def test_a_large_count_that_is_known_harms_nobody() -> None:
    assert audit(release({"t": 180, "a": 177, "b": 3}, (("t", ("a", "b")),), {"b"})).refused == ()


def test_an_implied_count_is_refused_unless_it_is_nought() -> None:
    def implied(total: int) -> Release:
        return Release({"t": total, "a": 7}, frozenset(), frozenset({"rest"}), (("t", ("a", "rest")),), 1, 3)

    assert audit(implied(8)).refused == ("rest",)
    assert audit(implied(8)).intervals["rest"] == Interval(1, 1)
    assert audit(implied(7)).refused == ()
    assert audit(implied(10)).refused == ()


def test_a_count_that_no_sum_limits_has_no_greatest() -> None:
    found = intervals(Release({}, frozenset({"t", "a"}), frozenset({"b"}), (("t", ("a", "b")),), 1, 3))
    assert found == {"t": (1, None), "a": (1, None), "b": (0, None)}


def test_a_count_in_no_sum_is_not_limited() -> None:
    assert intervals(Release({}, frozenset({"a"}), frozenset({"b"}), (), 1, 3)) == {"a": (1, None), "b": (0, None)}
    told = Release({}, frozenset({"a"}), frozenset(), (), 1, 3, within={"a": (0, 4)})
    assert intervals(told) == {"a": (1, 4)}


def test_a_per_cent_narrows_a_count() -> None:
    given = Release({"t": 10, "a": 5}, frozenset({"b", "c"}), frozenset(), (("t", ("a", "b", "c")),), 0, 3)
    told = Release(given.printed, given.hidden, given.implied, given.relations, 0, 3, within={"b": (2, 3)})
    assert intervals(given) == {"b": (0, 5), "c": (0, 5)}
    assert intervals(told) == {"b": (2, 3), "c": (2, 3)}


def test_printed_parts_that_do_not_make_their_total_are_named() -> None:
    with pytest.raises(Contradiction) as shown:
        audit(Release({"t": 10, "a": 5, "b": 4}, frozenset(), frozenset(), (("t", ("a", "b")),), 1, 3))
    assert (shown.value.totals, shown.value.parts, shown.value.total) == (("t",), 9, 10)


@pytest.mark.parametrize("lower_bound", [0, 1])
def test_sums_that_no_table_fits_are_named(lower_bound: int) -> None:
    sums = (("rows", ("a", "b")), ("columns", ("a", "c")), ("other", ("b", "c")), ("apart", ("d", "e")))
    printed = {"rows": 4, "columns": 3, "other": 8, "apart": 5}
    with pytest.raises(Contradiction) as shown:
        audit(Release(printed, frozenset("abcde"), frozenset(), sums, lower_bound, 3))
    assert set(shown.value.totals) == {"rows", "columns", "other"}


def test_a_hole_that_must_be_below_its_least_is_a_contradiction() -> None:
    with pytest.raises(Contradiction) as shown:
        audit(Release({"t": 5, "a": 5}, frozenset({"b"}), frozenset(), (("t", ("a", "b")),), 1, 3))
    assert shown.value.totals == ("t",)


def test_a_sum_left_out_as_saying_nothing_new_is_still_checked() -> None:
    values, relations = table_two()
    values["T1|*"] += 1
    with pytest.raises(Contradiction):
        audit(release(values, relations, {"S01|D3", "S01|D4", "S02|D1", "S02|D8"}))


def cube(values: list[int]) -> tuple[dict[str, int], Relations]:
    """2 x 2 x 3 with every line's sum: three ways, no network."""
    cells = dict(zip([f"{i}{j}{k}" for i in "ab" for j in "cd" for k in "efg"], values, strict=True))
    lines = {}
    for key in cells:
        for place in range(3):
            lines.setdefault(key[:place] + "*" + key[place + 1 :], []).append(key)
    sums = {line: sum(cells[key] for key in keys) for line, keys in lines.items()}
    return {**cells, **sums}, tuple((line, tuple(keys)) for line, keys in lines.items())


def test_three_ways_agree_with_trying_all() -> None:
    values, relations = cube([1, 2, 0, 3, 1, 1, 2, 0, 1, 1, 1, 2])
    inner = [key for key in values if "*" not in key]
    for shown in [("ace", "bdf", "bce", "ade"), ("acf", "bdg", "adg", "bcg"), ()]:
        hidden = set(inner) - set(shown)
        given = release(values, relations, hidden, 0)
        assert intervals(given) == by_whole_numbers(given)
        if shown:
            assert intervals(given) == by_trying_all(given, 3)


def test_whole_numbers_fix_what_fractions_leave_open() -> None:
    """Every pair of three counts makes 1, 1, 2 ... a ring of three sums is no network."""
    sums = (("p", ("a", "b", "d")), ("q", ("b", "c", "d")), ("r", ("a", "c", "d")))
    given = Release({"p": 1, "q": 1, "r": 1}, frozenset("abcd"), frozenset(), sums, 0, 3)
    assert intervals(given) == by_trying_all(given, 2) == {"a": (0, 0), "b": (0, 0), "c": (0, 0), "d": (1, 1)}
    assert by_fractions(given)["a"] == pytest.approx((0, 0.5))
    assert by_fractions(given)["d"] == pytest.approx((0, 1))
