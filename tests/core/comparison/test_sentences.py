from fractions import Fraction

from ombud.core.comparison.sentences import family, sentence, share_with_interval
from ombud.core.comparison.shares import share_interval
from ombud.core.comparison.verdicts import OpenTime, Pair, SharePair, judge, judge_shares
from ombud.core.words import PLAIN

YEAR = OpenTime(Fraction(365), Fraction(12))
FIVE_MONTHS = OpenTime(Fraction(153), Fraction(5))
ISHOEJ = [("Children", 11, 1), ("Employment", 9, 4), ("Health", 6, 2), ("Town", 2, 0), ("Adults", 27, 21)]


def said(*pairs, unit="enquiries"):
    return [sentence(one, unit, PLAIN) for one in judge(pairs)]


def test_a_rise_is_said_with_both_numbers_and_how_sure_it_is():
    assert said(Pair("Total", 90, YEAR, 50, YEAR)) == [
        "Total: A rise is shown (90 now, 50 before). "
        "With 95 per cent certainty it is between 1.28 and 2.56 times as many a month as before."
    ]


def test_periods_of_unequal_length_are_never_without_their_rate():
    (text,) = said(Pair("Adults", 27, YEAR, 21, FIVE_MONTHS))
    assert "27 in 12 open months now, 21 in 5 open months before; 2.3 a month now, 4.2 before" in text
    assert "A fall is possible, but not shown" in text
    assert "between 0.30 and 0.96 times" in text


def test_small_counts_carry_one_sentence_only():
    assert said(Pair("Complaints", 23, YEAR, 13, YEAR)) == [
        "Complaints: Too few enquiries to say whether the development is real (23 now, 13 before)."
    ]


def test_no_rate_is_given_under_three():
    (text,) = said(Pair("Children", 11, YEAR, 1, FIVE_MONTHS))
    assert "11 in 12 open months now, 1 in 5 open months before" in text
    assert "a month now" not in text


def test_a_claim_on_a_number_under_twenty_is_marked():
    (text,) = said(Pair("Health", 60, YEAR, 12, YEAR))
    assert text.endswith("Numbers below 20 vary much by chance.")
    (unmarked,) = said(Pair("Health", 60, YEAR, 25, YEAR))
    assert "below 20" not in unmarked


def test_nought_before_has_no_upper_end():
    (text,) = said(Pair("New", 12, YEAR, 0, YEAR))
    assert "at least" in text
    (fallen,) = said(Pair("Old", 0, YEAR, 12, YEAR))
    assert "at most" in fallen


def test_comparisons_of_one_table_are_said_together_by_what_they_show():
    verdicts = judge([Pair(label, now, YEAR, before, FIVE_MONTHS) for label, now, before in ISHOEJ])
    assert family(verdicts, "enquiries", PLAIN) == (
        "Adults: A fall is possible, but not shown (27 in 12 open months now, 21 in 5 open months before; "
        "2.3 a month now, 4.2 before). "
        "With 95 per cent certainty it is between 0.30 and 0.96 times as many a month as before.",
        "Too few enquiries to say whether the development is real: Children; Employment; Health; Town.",
        "5 comparisons are made together. A change counts as shown only where chance would hardly give it in any of "
        "them (Holm's method).",
    )


def test_one_comparison_needs_no_word_on_several():
    assert len(family(judge([Pair("Total", 90, YEAR, 50, YEAR)]), "enquiries", PLAIN)) == 1


def test_shares_name_both_their_numbers():
    (verdict,) = judge_shares([SharePair("Three subjects", 80, 100, 40, 100)])
    text = sentence(verdict, "matters", PLAIN)
    assert "80 of 100 now, 40 of 100 before" in text
    assert "percentage points" in text


def test_almost_half_is_said_with_its_interval():
    assert share_with_interval(29, 85, share_interval(29, 85), PLAIN) == (
        "29 of 85 (34%; with 95 per cent certainty 25%–45%)"
    )
