"""What the reports' own claims become (statistics.md 2.4), and that no claim contradicts its interval."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.comparison.rates import Method
from ombud.core.comparison.verdicts import Claim, OpenTime, Pair, SharePair, judge, judge_shares

YEAR = OpenTime(Fraction(365), Fraction(12))
FIVE_MONTHS = OpenTime(Fraction(153), Fraction(5))
QUARTER = OpenTime(Fraction(92), Fraction(3))
counts = st.integers(0, 300)
times = st.fractions(5, 700).map(lambda days: OpenTime(days, days / 30))
pairs = st.builds(Pair, st.just("A"), counts, times, counts, times)
share_pairs = st.builds(
    lambda whole, other, at, other_at: SharePair("A", round(whole * at), whole, round(other * other_at), other),
    st.integers(1, 300),
    st.integers(1, 300),
    st.floats(0, 1),
    st.floats(0, 1),
)


def alone(count, time, before, time_before, method=Method.MID_P):
    return judge([Pair("A", count, time, before, time_before)], method)[0]


@pytest.mark.parametrize(
    ("count", "time", "before", "time_before", "claim", "rises"),
    [
        (27, YEAR, 21, FIVE_MONTHS, Claim.POSSIBLE, False),  # Ishøj 2023, Voksne og Velfærd
        (11, YEAR, 1, FIVE_MONTHS, Claim.TOO_FEW, True),  # Ishøj 2023, Børn og Forebyggelse
        (24, QUARTER, 58, YEAR, Claim.POSSIBLE, True),  # Ishøj, the fourth quarter of 2024
        (23, YEAR, 13, FIVE_MONTHS, Claim.TOO_FEW, False),  # Ishøj 2023, complaints
        (162, YEAR, 165, YEAR, Claim.NO_SIGN, False),
        (203, YEAR, 203, YEAR, Claim.NO_SIGN, None),
        (90, YEAR, 50, YEAR, Claim.SHOWN, True),
        (50, YEAR, 90, YEAR, Claim.SHOWN, False),
        (2, YEAR, 30, YEAR, Claim.POSSIBLE, False),
        (0, YEAR, 0, YEAR, Claim.TOO_FEW, None),
    ],
)
def test_what_may_be_claimed(count, time, before, time_before, claim, rises):
    found = alone(count, time, before, time_before)
    assert (found.claim, found.rises) == (claim, rises)


def test_one_centre_among_five_is_possible_and_not_shown():
    rows = [(11, 1), (9, 4), (6, 2), (2, 0), (27, 21)]
    found = judge([Pair(str(at), now, YEAR, before, FIVE_MONTHS) for at, (now, before) in enumerate(rows)])
    assert round(found[4].adjusted, 2) == 0.26
    assert [one.claim for one in found] == [*[Claim.TOO_FEW] * 4, Claim.POSSIBLE]
    assert {one.among for one in found} == {5}


def test_many_comparisons_ask_for_more():
    change = Pair("A", 80, YEAR, 52, YEAR)
    level = [Pair(str(at), 60, YEAR, 61, YEAR) for at in range(19)]
    assert judge([change])[0].claim is Claim.SHOWN
    assert judge([change, *level])[0].claim is Claim.POSSIBLE


@given(st.lists(pairs, min_size=1, max_size=5), st.sampled_from(Method))
def test_a_claim_is_made_exactly_where_the_interval_leaves_the_same_out(several, method):
    for one in judge(several, method):
        is_claimed = one.claim in (Claim.SHOWN, Claim.POSSIBLE)
        assert abs(one.found.p - 0.05) < 1e-9 or is_claimed != one.found.interval.holds(1)
        assert not is_claimed or one.rises == (one.found.interval.low > 1)


@given(pairs)
def test_swapped_periods_give_the_same_claim_the_other_way(pair):
    found = judge([pair])[0]
    swapped = judge([Pair("A", pair.before, pair.time_before, pair.count, pair.time)])[0]
    if abs(found.found.p - 0.05) > 1e-9 and abs(found.adjusted - 0.05) > 1e-9:
        assert found.claim == swapped.claim
    assert (found.rises is None) == (swapped.rises is None)


def test_a_period_without_an_open_day_is_not_compared():
    assert judge([Pair("A", 5, OpenTime(Fraction(0), Fraction(0)), 5, YEAR)]) == ()
    assert judge_shares([SharePair("A", 0, 0, 5, 9)]) == ()


@pytest.mark.parametrize(
    ("counts", "claim", "rises"),
    [
        ((29, 85, 40, 82), Claim.TOO_FEW, False),  # Albertslund: "almost half" needs the earlier count
        ((23, 58, 13, 30), Claim.TOO_FEW, False),
        ((400, 1000, 395, 1000), Claim.NO_SIGN, True),
        ((80, 100, 40, 100), Claim.SHOWN, True),
        ((0, 60, 9, 60), Claim.POSSIBLE, False),
        ((5, 12, 3, 400), Claim.SHOWN, True),
    ],
)
def test_what_may_be_claimed_of_shares(counts, claim, rises):
    found = judge_shares([SharePair("A", *counts)])[0]
    assert (found.claim, found.rises) == (claim, rises)


@given(share_pairs)
def test_a_claim_about_shares_never_contradicts_its_interval(pair):
    found = judge_shares([pair])[0]
    is_claimed = found.claim in (Claim.SHOWN, Claim.POSSIBLE)
    assert abs(found.found.p - 0.05) < 1e-6 or is_claimed != found.found.interval.holds(0)
