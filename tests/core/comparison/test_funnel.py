import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.comparison.funnel import Band, Place, binomial_limit, dispersion, funnel, poisson_limit
from tests.core.comparison.cases import agrees, named, reference

MUNICIPALITIES = [(162, 27900), (58, 23900), (24, 5975), (60, 37100), (41, 53500), (12, 12000), (5, 7000)]


@pytest.mark.parametrize("known", reference("limit", family="funnel_limits"), ids=named)
def test_the_limits_agree_with_r(known):
    if "expected" in known.inputs:
        found = poisson_limit(known.inputs["expected"], known.inputs["p"])
    else:
        found = binomial_limit(known.inputs["n"], known.inputs["theta"], known.inputs["p"])
    assert agrees(found, known)


@given(st.floats(0.05, 5000), st.floats(1e-6, 1 - 1e-6), st.floats(1e-6, 1 - 1e-6))
def test_a_rarer_count_has_a_wider_limit(expected, one, other):
    if one < other:
        assert poisson_limit(expected, one) <= poisson_limit(expected, other) + 1e-9


def test_places_that_differ_by_chance_lie_within_and_the_limits_are_not_widened():
    found = funnel([Place(str(at), f"Place {at}", count, 1000) for at, count in enumerate([20, 22, 18, 25, 19, 21])])
    assert not found.is_widened
    assert {one.band for one in found.places} == {Band.WITHIN}


def test_one_place_far_off_is_seen_and_the_others_are_not():
    counts = [
        (20, 1000),
        (22, 1000),
        (18, 1000),
        (25, 1000),
        (19, 1000),
        (21, 1000),
        (23, 1000),
        (20, 1000),
        (60, 1000),
    ]
    found = funnel([Place(str(at), f"Place {at}", *one) for at, one in enumerate(counts)])
    bands = [one.band for one in found.places]
    assert bands[-1] is Band.VERY_HIGH
    assert set(bands[:-1]) == {Band.WITHIN}


def test_municipalities_that_all_differ_widen_the_limits():
    places = [Place(str(at), f"Municipality {at}", *one) for at, one in enumerate(MUNICIPALITIES)]
    found = funnel(places)
    assert found.is_widened
    assert found.dispersion > 5
    at_ten_thousand = found.limits(10_000)
    narrow = poisson_limit(found.overall * 10_000, 0.975) / 10_000
    assert at_ten_thousand.high > narrow
    assert 0 <= at_ten_thousand.very_low <= at_ten_thousand.low < found.overall < at_ten_thousand.high


def test_the_dispersion_is_one_on_average_of_expected_counts_and_draws_in_the_outermost():
    assert dispersion([25, 36, 49], [25.0, 36.0, 49.0]) == 0
    far = dispersion([10] * 19 + [1000], [10.0] * 20)
    assert far < 1


def test_limits_close_in_on_larger_places():
    found = funnel([Place("a", "A", 10, 100), Place("b", "B", 100, 1000), Place("c", "C", 1000, 10_000)])
    small, large = found.limits(100), found.limits(10_000)
    assert small.low < large.low < large.high < small.high


@pytest.mark.parametrize(
    "places",
    [
        [],
        [Place("a", "A", 1, 5), Place("b", "B", 2, 5)],
        [Place("a", "A", 0, 5), Place("b", "B", 0, 5), Place("c", "C", 0, 5)],
        [Place("a", "A", 1, 0), Place("b", "B", 2, 5), Place("c", "C", 2, 5)],
    ],
)
def test_too_little_gives_no_funnel(places):
    assert funnel(places) is None


def test_what_has_no_limit_is_refused():
    with pytest.raises(ValueError, match="above 0"):
        poisson_limit(0, 0.5)
    with pytest.raises(ValueError, match="above 0"):
        binomial_limit(0, 0.5, 0.5)
