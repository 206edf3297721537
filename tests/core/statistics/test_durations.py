from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.statistics.durations import (
    NOT_A_DAY,
    Band,
    Ending,
    band_codes,
    band_of,
    default_bands,
    duration_dimension,
    ended_on,
    why_not_bands,
)
from ombud.core.words import PLAIN

BANDS = default_bands(PLAIN)
DAY = date(2024, 2, 28)


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (0, "same_day"),
        (1, "within_7"),
        (7, "within_7"),
        (8, "within_30"),
        (30, "within_30"),
        (31, "within_90"),
        (90, "within_90"),
        (91, "longer"),
        (2000, "longer"),
        (-1, ""),
    ],
)
def test_the_limit_of_a_band_belongs_to_it(days, band):
    assert band_of(DAY, DAY + timedelta(days=days), BANDS) == band


def test_what_has_not_ended_is_still_open_and_what_has_no_start_is_not_stated():
    assert band_of(DAY, None, BANDS) == "still_open"
    assert band_of(None, DAY, BANDS) == ""


def test_either_closing_date_may_count():
    finished, closed = date(2024, 3, 1), date(2024, 6, 1)
    assert ended_on(finished, closed, Ending.WORK_FINISHED) == finished
    assert ended_on(finished, closed, Ending.CLOSED) == closed
    assert ended_on(finished, None, Ending.CLOSED) is None
    assert ended_on(None, closed, Ending.WORK_FINISHED) == closed


days = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2026, 1, 1)))


@given(st.lists(st.tuples(days, days), min_size=1))
def test_whole_columns_give_the_same_bands_as_one_by_one(pairs):
    numbers = np.array([[NOT_A_DAY if day is None else day.toordinal() for day in pair] for pair in pairs])
    members = duration_dimension(BANDS, PLAIN).members
    codes = band_codes(numbers[:, 0], numbers[:, 1], BANDS)
    assert [members[code].key for code in codes] == [band_of(*pair, BANDS) for pair in pairs]


@pytest.mark.parametrize(
    ("bands", "reason"),
    [
        ((), "without an upper limit"),
        ((Band("a", "A", 3),), "without an upper limit"),
        ((Band("a", "A", None), Band("b", "B", None)), "without an upper limit"),
        ((Band("a", "A", 7), Band("b", "B", 7), Band("c", "C", None)), "end later"),
        ((Band("a", "A", 7), Band("a", "C", None)), "key of its own"),
        ((Band("a", "A", 7), Band("still_open", "C", None)), "key of its own"),
    ],
)
def test_bands_that_cannot_be_used_say_why(bands, reason):
    assert reason in why_not_bands(bands, PLAIN)
    assert why_not_bands(BANDS, PLAIN) == ""
