"""The attack in words: every proof holds, and what is said follows from it."""

import json

import pytest

from ombud.core.auditing.audit import audit
from ombud.core.auditing.how import Attack, attack_on
from ombud.core.auditing.release import Release
from ombud.core.words import PLAIN
from tests.core.auditing.albertslund import DATA, table_two, tables_one_and_two

ALBERTSLUND = json.loads((DATA / "stat_cases" / "sdc_audit_albertslund.json").read_text(encoding="utf-8"))["cases"]
ROW = (("Skole", ("Klager", "Ros", "Andet")),)


def attacks(release: Release) -> dict[str, Attack]:
    return {key: attack_on(release, key, one) for key, one in audit(release).intervals.items()}


def said(release: Release, cell: str, labels: dict[str, str] | None = None) -> list[str]:
    return list(attacks(release)[cell].sentences(PLAIN, labels))


def test_a_total_less_its_printed_parts() -> None:
    release = Release({"Skole": 10, "Klager": 7, "Ros": 2}, frozenset({"Andet"}), frozenset(), ROW, 1, 3)
    assert said(release, "Andet") == [
        "“Skole” is 10. All parts but one are printed and make 9, so the last is 1.",
        "So “Andet” is exactly 1.",
    ]


def test_a_hidden_total_is_the_sum_of_its_parts() -> None:
    release = Release({"Klager": 1, "Ros": 1, "Andet": 0}, frozenset({"Skole"}), frozenset(), ROW, 1, 3)
    assert said(release, "Skole") == [
        "“Skole” is hidden, but its parts are printed: together they make 2.",
        "So “Skole” is exactly 2.",
    ]


def test_two_hidden_counts_share_what_is_left() -> None:
    release = Release({"Skole": 10, "Klager": 8}, frozenset({"Ros", "Andet"}), frozenset(), ROW, 1, 3)
    assert said(release, "Ros", {"Andet": "andre emner"}) == [
        "“Skole” is 10. The printed parts make 8, so the others make 2 together.",
        "Of the 2, at least 1 must belong to “andre emner”: a hidden number is never 0, since a nought would be "
        "printed.",
        "So “Ros” is exactly 1.",
    ]


def test_without_printed_noughts_the_other_may_have_it_all() -> None:
    release = Release({"Skole": 10, "Klager": 8}, frozenset({"Ros", "Andet"}), frozenset(), ROW, 0, 3)
    assert said(release, "Ros")[1:] == ["Some of the 2 may belong to “Andet”.", "So “Ros” is between 0 and 2."]


def test_two_tables_are_put_together() -> None:
    sums = (("Skole", ("Klager", "Ros")), ("Alle klager", ("Klager", "Klager andre steder")))
    printed = {"Skole": 9, "Alle klager": 8}
    release = Release(printed, frozenset({"Klager", "Ros", "Klager andre steder"}), frozenset(), sums, 1, 3)
    beside = Release(
        printed | {"Klager andre steder": 1}, release.hidden - {"Klager andre steder"}, frozenset(), sums, 1, 3
    )
    assert said(beside, "Ros") == [
        "“Skole” is 9. Its hidden parts make all of that together.",
        "“Alle klager” is 8. All parts but one are printed and make 1, so the last is 7.",
        "Take “Alle klager” from “Skole”: hidden numbers that stand in both go out, and 2 is left.",
        "So “Ros” is exactly 2.",
    ]


@pytest.mark.parametrize("protection", ["P1", "P2"])
def test_the_lower_end_is_told_where_exactness_matters(protection: str) -> None:
    """At most 2 by its row; at least 2 since its column leaves so much for it and a count that takes 4 at most."""
    sums = (("row", ("cell", "beside")), ("column", ("cell", "below")), ("low row", ("below", "rest")))
    release = Release(
        {"row": 3, "column": 6, "low row": 5}, frozenset(sums[0][1] + sums[2][1]), frozenset(), sums, 1, 3, protection
    )
    attack = attacks(release)["cell"]
    assert (attack.interval.low, attack.interval.high) == (2, 2)
    assert attack.upper
    assert attack.lower
    sentences, lower = attack.sentences(PLAIN), "To that come “rest”, at least 1 together."
    told = {"P1": (True, "So “cell” is exactly 2."), "P2": (False, "So “cell” is at most 2.")}
    assert (lower in sentences, sentences[-1]) == told[protection]


def test_what_only_whole_numbers_show_is_said_so() -> None:
    sums = (("p", ("a", "b", "d")), ("q", ("b", "c", "d")), ("r", ("a", "c", "d")))
    release = Release({"p": 1, "q": 1, "r": 1}, frozenset("abcd"), frozenset(), sums, 0, 3, "P1")
    assert said(release, "d") == [
        "Trying all whole numbers that fit what is printed shows it.",
        "So “d” is exactly 1.",
    ]


@pytest.mark.parametrize("case", ALBERTSLUND, ids=[one["id"] for one in ALBERTSLUND])
def test_every_refusal_of_albertslund_is_proven(case: dict) -> None:
    """Each end is recomputed from the sums named, with nothing but the printed numbers."""
    linked = "linked" in case["id"] or "table1" in case["id"]
    values, relations = tables_one_and_two() if linked else table_two()
    hidden = frozenset("|".join(key) for key in case["suppressed"])
    printed = {key: value for key, value in values.items() if key not in hidden}
    release = Release(printed, hidden, frozenset(), relations, case["attacker_lower_bound"], 3)
    found = audit(release)
    for key in found.refused[::7]:
        attack = attack_on(release, key, found.intervals[key])
        assert not attack.is_by_whole_numbers
        assert attack.upper
        assert attack.upper.left - attack.upper.least == attack.interval.high
        truth = sum(values[name] * times for name, times in attack.upper.others)
        assert attack.upper.left - truth == values[key]
        assert len(attack.sentences(PLAIN)) <= 20
