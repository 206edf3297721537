from datetime import date
from fractions import Fraction

import pytest

from ombud.core.statistics.periods import Period
from ombud.core.statistics.trend import trend, trend_sentence
from ombud.core.words import PLAIN

NOW = Period("2023", date(2023, 1, 1), date(2023, 12, 31))
BEFORE = Period("2022", date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (22, 19, ""),
        (25, 22, ""),  # a doubling cannot be ruled out
        (162, 165, "level"),
        (58, 45, "level"),
        (90, 50, "up"),
        (50, 90, "down"),
        (1090, 1000, "level"),
        (11000, 10000, "up"),
    ],
)
def test_nothing_is_claimed_on_small_counts_or_small_changes(now, before, expected):
    assert trend(now, before) == expected


def said(numbers, before=BEFORE):
    return trend_sentence("Enquiries", numbers, (NOW, before), "enquiries", PLAIN)


def test_the_sentence_has_both_numbers():
    assert said((90, 50)).startswith("Enquiries: A rise is shown (90 now, 50 before).")
    assert "Too few enquiries to say whether the development is real (9 now, 5 before)" in said((9, 5))


def test_unequal_periods_are_told_by_the_month_and_a_closed_one_not_at_all():
    half = Period("H", date(2022, 7, 1), date(2022, 12, 31))
    assert "7.5 a month now, 8.3 before" in said((90, 50), half)
    assert said((90, 50), Period("C", date(2022, 7, 1), date(2022, 12, 31), Fraction(6))) == ""
