from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.comparison.shares import compare_shares, share_interval
from tests.core.comparison.cases import agrees, literature, named, reference

parts = st.integers(1, 300).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@pytest.mark.parametrize("known", [*reference("wilson", family="proportion"), *literature("wilson")], ids=named)
def test_a_share_has_wilsons_interval(known):
    interval = share_interval(known.inputs["x"], known.inputs["n"])
    assert agrees(interval.low if known.quantity == "wilson_low" else interval.high, known)


@pytest.mark.parametrize(
    "known",
    [*reference("difference", "newcombe", family="difference_of_proportions"), *literature("newcombe")],
    ids=named,
)
def test_two_shares_have_newcombes_interval(known):
    found = compare_shares(*(known.inputs[name] for name in ("x1", "n1", "x2", "n2")))
    wanted = {"difference": found.difference, "low": found.interval.low, "high": found.interval.high}
    assert agrees(wanted[known.quantity.removeprefix("newcombe_")], known)


def test_almost_half_becomes_a_third_to_a_half_against_what_was_asked():
    """29 of 85 against the 40 of 82 that the office was asked for (Albertslund)."""
    interval = share_interval(29, 85)
    assert (round(interval.low, 2), round(interval.high, 2)) == (0.25, 0.45)
    found = compare_shares(29, 85, 40, 82)
    assert found.interval.holds(0) == (found.p >= 0.05)


@given(parts, parts, st.sampled_from([0.8, 0.95, 0.99]))
def test_p_and_interval_never_contradict_each_other(one, other, level):
    found = compare_shares(*one, *other, level=level)
    is_on_the_edge = isclose(found.p, 1 - level, rel_tol=1e-6)
    assert is_on_the_edge or (found.p < 1 - level) == (not found.interval.holds(0))


@given(parts, parts)
def test_swapped_shares_give_the_opposite(one, other):
    found, swapped = compare_shares(*one, *other), compare_shares(*other, *one)
    assert isclose(found.p, swapped.p, rel_tol=1e-9, abs_tol=1e-300)
    assert isclose(found.interval.low, -swapped.interval.high, abs_tol=1e-12)
    assert found.interval.low - 1e-12 <= found.difference <= found.interval.high + 1e-12


@given(parts)
def test_a_share_lies_in_its_interval(one):
    assert share_interval(*one).holds(one[0] / one[1])


@pytest.mark.parametrize("counts", [(1, 0), (3, 2), (-1, 4)])
def test_what_is_no_part_is_refused(counts):
    with pytest.raises(ValueError, match="is not a part of"):
        share_interval(*counts)
    with pytest.raises(ValueError, match="is not a part of"):
        compare_shares(*counts, 1, 2)
