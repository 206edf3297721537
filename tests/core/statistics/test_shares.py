from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.statistics.shares import Share, how_often, per_cents
from ombud.core.words import PLAIN


def whole(counts, base=None):
    return [int(one * 100) for one in per_cents(counts, base)]


def test_g8_the_centre_pie_of_ishoej_2023_gives_100():
    assert whole([11, 9, 6, 2, 27], 55) == [20, 16, 11, 4, 49]


def test_g9_complaints_and_others_of_58():
    assert whole([35, 23]) == [60, 40]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1, 1, 1], [34, 33, 33]),
        ([1, 1, 1, 1, 1, 1], [17, 17, 17, 17, 16, 16]),
        ([0, 5], [0, 100]),
        ([1, 0, 2], [33, 0, 67]),
    ],
)
def test_g17_what_is_missing_goes_to_the_largest_remainder_and_then_to_the_first(counts, expected):
    assert whole(counts) == expected


@given(st.lists(st.integers(0, 10_000), min_size=1).filter(any), st.integers(0, 2))
def test_g17_whole_per_cent_always_add_to_100_and_are_never_a_whole_step_off(counts, decimals):
    shares = per_cents(counts, decimals=decimals)
    assert sum(shares) == 1
    for count, share in zip(counts, shares, strict=True):
        assert abs(share - Fraction(count, sum(counts))) < Fraction(1, 100 * 10**decimals)
        assert share == 0 or count > 0


def test_a_base_larger_than_the_parts_leaves_room():
    assert whole([11, 9, 6, 2, 27], 58) == [19, 16, 10, 3, 47]
    assert per_cents([0, 0]) == (None, None)
    with pytest.raises(ValueError, match="negative"):
        per_cents([-1, 2])


def test_g7_a_share_names_both_its_numbers():
    share = Share(31, 60, "decisions with remarks", "decisions processed")
    assert share.text(PLAIN) == "31 of 60 (51.7%)"
    assert Share(31, 64, "", "").text(PLAIN) == "31 of 64 (48.4%)"
    assert share.sentence(PLAIN) == "31 of 60 (51.7%): decisions with remarks of decisions processed"
    assert Share(0, 0, "", "").text(PLAIN) == "0 of 0"
    with pytest.raises(ValueError, match="not a part"):
        Share(3, 2, "", "")


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(0), "none"),
        (Fraction(1), "all"),
        (Fraction(31, 60), "more than half"),
        (Fraction(1, 2), "half"),
        (Fraction(31, 64), "more than every third"),
        (Fraction(17, 60), "more than every fourth"),
        (Fraction(1, 4), "every fourth"),
        (Fraction(1, 10), "every tenth"),
        (Fraction(1, 11), "fewer than every tenth"),
    ],
)
def test_a_share_in_everyday_words_is_true_of_the_exact_fraction(share, text):
    assert how_often(share, PLAIN) == text
