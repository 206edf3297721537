"""Printed per cents tell counts, and what was withheld beside them."""

import json
from fractions import Fraction
from math import floor

import pytest

from ombud.core.auditing.audit import audit
from ombud.core.auditing.percentages import feasible_counts, told_by
from ombud.core.auditing.release import Interval, Release
from tests.core.auditing.albertslund import DATA

LEAKAGE = json.loads((DATA / "stat_cases" / "percent_leakage.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", LEAKAGE["cases"], ids=lambda one: f"{one['percent']} of {one['n']}")
def test_published_per_cents_give_their_counts(case: dict) -> None:
    assert list(feasible_counts(case["percent"], case["n"])) == case["feasible_counts"]


@pytest.mark.parametrize("decimals", [0, 1])
@pytest.mark.parametrize("base", [1, 2, 3, 7, 8, 16, 40, 100, 101, 200, 203, 800])
def test_every_count_is_found_by_its_own_per_cent(base: int, decimals: int) -> None:
    printed = [floor(Fraction(100 * 10**decimals * count, base) + Fraction(1, 2)) for count in range(base + 1)]
    for percent in range(100 * 10**decimals + 1):
        expected = [count for count, one in enumerate(printed) if one == percent]
        assert list(feasible_counts(percent, base, decimals)) == expected


def test_a_whole_per_cent_of_at_most_a_hundred_is_one_count() -> None:
    for base in range(1, 101):
        assert sum(len(feasible_counts(percent, base)) for percent in range(101)) == base + 1
        assert all(len(feasible_counts(percent, base)) <= 1 for percent in range(101))


def test_a_per_cent_no_count_gives_is_named() -> None:
    with pytest.raises(ValueError, match="centre: no count out of 7 gives 50"):
        told_by({"centre": (50, 7)})


@pytest.mark.parametrize(("percent", "base"), [(-1, 5), (5, 0)])
def test_a_per_cent_without_sense_is_refused(percent: int, base: int) -> None:
    with pytest.raises(ValueError, match="not negative"):
        feasible_counts(percent, base)


def ishoej(unplaced: int) -> Release:
    """2023: complaints by centre from the per cents, one centre with two contacts withheld, some in no centre."""
    printed = {"complaints": 23, "two contacts": 2, "unplaced": unplaced, "third": 0}
    relations = (
        ("complaints", ("first", "third", "withheld", "fourth", "fifth", "complaints of unplaced")),
        ("two contacts", ("withheld", "other")),
        ("unplaced", ("complaints of unplaced", "other unplaced")),
    )
    unknown = frozenset({"withheld", "other", "complaints of unplaced", "other unplaced", "first", "fourth", "fifth"})
    within = told_by({"first": (64, 11), "fourth": (48, 27), "fifth": (22, 9)})
    return Release(printed, frozenset(), unknown, relations, 0, 3, within=within)


def test_ishoejs_withheld_complaints_are_nought_or_one() -> None:
    split = LEAKAGE["ishoej_2023_withheld_split"]
    found = audit(ishoej(3))
    assert found.intervals["withheld"] == Interval(min(split["feasible_x"]), max(split["feasible_x"]))
    assert "withheld" in found.refused
    placed = audit(ishoej(0)).intervals["withheld"]
    assert placed == Interval(split["if_all_contacts_were_placed_x"], split["if_all_contacts_were_placed_x"])
