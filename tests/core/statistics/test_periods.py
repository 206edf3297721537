from datetime import date
from fractions import Fraction

import pytest

from ombud.core.statistics.months import month_dimension
from ombud.core.statistics.periods import Period, rate, rates_text, why_not_compare, why_not_series
from ombud.core.words import PLAIN

BROKEN_YEAR = Period("2024/25", date(2024, 4, 1), date(2025, 3, 31))
YEAR = Period("2023", date(2023, 1, 1), date(2023, 12, 31))
QUARTER = Period("Q4", date(2024, 10, 1), date(2024, 12, 31))
SEVEN_MONTHS = Period("2022", date(2022, 6, 1), date(2022, 12, 31))
FIVE_MONTHS = Period("2022", date(2022, 8, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("period", "months"), [(BROKEN_YEAR, 12), (YEAR, 12), (QUARTER, 3), (SEVEN_MONTHS, 7), (FIVE_MONTHS, 5)]
)
def test_g15_periods_of_every_published_length_are_whole_months(period, months):
    assert period.length == period.open_months == len(period.months()) == months
    assert period.is_whole_months


def test_part_of_a_month_is_its_days_over_the_days_of_that_month():
    period = Period("", date(2022, 6, 16), date(2022, 7, 31))
    assert period.length == Fraction(3, 2)
    assert not period.is_whole_months
    assert Period("", date(2024, 2, 1), date(2024, 2, 1)).length == Fraction(1, 29)


def test_months_run_over_new_year():
    assert Period("", date(2023, 12, 15), date(2024, 2, 1)).months() == ("2023-12", "2024-01", "2024-02")


def test_the_label_has_both_dates():
    assert BROKEN_YEAR.label(PLAIN) == "1 April 2024 – 31 March 2025"


def test_g15_unlike_periods_warn_and_give_rates():
    assert why_not_compare(BROKEN_YEAR, YEAR, PLAIN) == ""
    warning = why_not_compare(YEAR, FIVE_MONTHS, PLAIN)
    assert "12 open months now and 5 before" in warning
    assert rate(27, YEAR) == Fraction(9, 4)
    assert rate(21, FIVE_MONTHS) == Fraction(21, 5)
    assert rates_text(27, YEAR, 21, FIVE_MONTHS, PLAIN) == "2.3 a month now, 4.2 before"


def test_months_closed_count_when_lengths_are_compared():
    ill = Period("2023", date(2023, 1, 1), date(2023, 12, 31), Fraction(5, 2))
    assert ill.open_months == Fraction(19, 2)
    assert "9.5 open months before" in why_not_compare(YEAR, ill, PLAIN).replace("9.5 before", "9.5 open months before")
    shut = Period("2023", date(2023, 1, 1), date(2023, 12, 31), Fraction(12))
    assert rate(3, shut) is None
    assert rates_text(3, YEAR, 3, shut, PLAIN) == "0.3 a month now, none before"


def test_overlaps_and_missing_months_are_named():
    half = Period("first half", date(2023, 1, 1), date(2023, 6, 30))
    assert why_not_series([half, YEAR], PLAIN) == ("first half and 2023 overlap.",)
    assert why_not_series([YEAR, FIVE_MONTHS], PLAIN) == ()
    assert why_not_series([QUARTER, YEAR], PLAIN) == (
        "Between 2023 and Q4 there are no figures for 1 January 2024 – 30 September 2024.",
    )


@pytest.mark.parametrize(
    ("first", "last", "closed"),
    [
        (date(2024, 2, 1), date(2024, 1, 1), 0),
        (date(2024, 1, 1), date(2024, 1, 31), 2),
        (date(2024, 1, 1), date(2024, 1, 31), -1),
    ],
)
def test_impossible_periods_are_refused(first, last, closed):
    with pytest.raises(ValueError, match="period"):
        Period("x", first, last, Fraction(closed))


def test_months_are_a_dimension_with_every_month():
    months = month_dimension(QUARTER, PLAIN)
    assert [one.label for one in months.members] == ["Not stated", "October 2024", "November 2024", "December 2024"]
