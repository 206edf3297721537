from datetime import date

import pytest

from ombud.core.statistics.periods import Period
from ombud.core.statistics.trend import trend, trend_sentence
from ombud.core.words import PLAIN

NOW = Period("2023", date(2023, 1, 1), date(2023, 12, 31))
BEFORE = Period("2022", date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (19, 60, ""),
        (60, 19, ""),
        (162, 165, "level"),
        (58, 45, "level"),
        (90, 50, "up"),
        (50, 90, "down"),
        (1090, 1000, "level"),
    ],
)
def test_nothing_is_claimed_on_small_counts_or_small_changes(now, before, expected):
    assert trend(now, before) == expected


def test_the_sentence_has_both_numbers_or_the_reason_there_is_none():
    assert trend_sentence(90, NOW, 50, BEFORE, PLAIN) == "The number has risen: 90 against 50 in 2022."
    assert "too few" in trend_sentence(9, NOW, 5, BEFORE, PLAIN)
    half = Period("H", date(2022, 7, 1), date(2022, 12, 31))
    assert "not equally long" in trend_sentence(90, NOW, 50, half, PLAIN)
