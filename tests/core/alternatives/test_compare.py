"""Ways side by side with what each costs: the measured shares of statistics.md 1.7, and nothing given away."""

import pytest

from ombud.core.alternatives.compare import Alternative, Comparison, compare, compare_system
from ombud.core.alternatives.counts import Counts, Line
from ombud.core.alternatives.variants import Method, Variant, variants
from ombud.core.auditing.audit import audit
from ombud.core.disclosure.policy import Policy, Protection
from ombud.core.disclosure.system import Cell, Relation, Standing, System
from ombud.core.words import PLAIN
from tests.core.alternatives.tables import albertslund, published

EXACT = Policy(protection=Protection.P1)
THREE = ("Kultur, Fritid & Ejendomme", "Miljø & Teknik", "Økonomi & Stab")
FOUR = (*THREE, "Øvrige")


def one(way: Variant, policy: Policy = EXACT) -> Alternative:
    return compare(albertslund(), policy, [way]).ranked[0]


@pytest.mark.parametrize(
    ("way", "per_cent"),
    [
        (Variant(Method.HIDE), 38),
        (Variant(Method.HIDE, departments=THREE), 41),
        (Variant(Method.HIDE, is_coarser=True), 58),
        (Variant(Method.HIDE, departments=THREE, is_coarser=True), 65),
        (Variant(Method.HIDE, departments=FOUR, is_coarser=True), 69),
    ],
)
def test_each_way_leaves_the_share_that_was_measured(way: Variant, per_cent: int) -> None:
    found = one(way)
    assert found.is_proven
    assert round(found.share * 100) == per_cent


def test_hiding_costs_what_was_measured() -> None:
    found = one(Variant(Method.HIDE))
    assert (found.non_zero, found.hidden, found.largest_change) == (149, 71 + 22, 0)
    assert found.cost(PLAIN) == "56 of 149 counts above nought are printed (38%)."


def test_rounding_costs_what_was_measured() -> None:
    found = one(Variant(Method.ROUND, 3))
    assert (found.shown, found.largest_change) == (149, 2)
    assert round(float(found.mean_change), 3) == 0.458
    assert found.cost(PLAIN) == "All 149 counts are printed, each at most 2 from the true one."


def whole(policy: Policy) -> Comparison:
    departments = [Variant(Method.HIDE, departments=FOUR[place:], is_coarser=True) for place in range(3)]
    plain = [Variant(Method.HIDE), Variant(Method.HIDE, is_coarser=True), Variant(Method.ROUND, 5)]
    return compare(albertslund(), policy, [*plain, *departments])


@pytest.mark.parametrize("protection", Protection)
def test_no_way_gives_anybody_away(protection: Protection) -> None:
    for found in whole(Policy(protection=protection)).ranked:
        if found.variant.method is Method.HIDE:
            left = found.variant.applied(albertslund()).system()
            assert audit(published(left, found.hides, 1, protection.value)).refused == ()


def test_the_largest_share_stands_first_and_the_best_is_proven() -> None:
    found = whole(EXACT)
    shares = [each.share for each in found.ranked]
    assert shares == sorted(shares, reverse=True)
    assert all(each.is_proven for each in found.best_of_each)
    kinds = [(each.variant.method, bool(each.variant.departments)) for each in found.best_of_each]
    assert kinds == [(Method.ROUND, False), (Method.HIDE, True), (Method.HIDE, False), (Method.HIDE, False)]


def test_more_than_fifty_ways_are_tried() -> None:
    ways = list(variants(albertslund()))
    assert len(ways) == len(set(ways)) > 50
    assert {way.departments for way in ways} >= {THREE, FOUR}


def test_an_undivided_table_has_no_coarser_level() -> None:
    table = Counts(("A", "B"), (Line("Law", "", (1, 5)), Line("Conduct", "", (4, 2))))
    assert not any(way.is_coarser for way in variants(table))
    assert not any(way.departments or way.themes for way in variants(table))


def test_a_way_is_told_in_a_sentence() -> None:
    way = Variant(Method.HIDE, departments=("A", "B"), is_coarser=True)
    assert way.sentence(PLAIN) == "Leave the subthemes out; merge A, B; hide the counts that would give somebody away"
    assert Variant(Method.ROUND, 5).sentence(PLAIN) == "Round all counts to multiples of 5"


def test_a_way_that_cannot_be_taken_is_told_with_its_reason() -> None:
    cells = {"t": Cell(6, Standing.FORCED), "a": Cell(5, Standing.FORCED), "b": Cell(1)}
    found = compare_system(System(cells, (Relation("t", ("a", "b")),)), EXACT)
    assert [way.method for way, _ in found.impossible] == [Method.HIDE]
    assert "b" in found.impossible[0][1].said(PLAIN)
    assert [each.variant.base for each in found.ranked] == [3, 5]
