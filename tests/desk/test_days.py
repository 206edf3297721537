"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.desk.days import DayField, parse_day, typed


@pytest.mark.parametrize(
    "text", ["3-4-2024", "03.04.2024", "3/4/2024", "3/4 2024", " 3. 4. 2024 ", "2024-04-03", "2024-4-3"]
)
def test_one_day_in_many_ways(text: str) -> None:
    assert parse_day(text) == date(2024, 4, 3)


@pytest.mark.parametrize("text", ["", "29-2-2023", "32-1-2024", "3-13-2024", "2024", "i går", "3-4-24", "1-1-0000"])
def test_what_is_no_day(text: str) -> None:
    assert parse_day(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(typed(day)) == day
    assert parse_day(day.isoformat()) == day


def test_the_field_keeps_what_was_typed_when_it_is_wrong() -> None:
    assert DayField().widget.format_value("31-2-2024") == "31-2-2024"
    assert DayField().widget.format_value("2024-04-03") == "3-4-2024"
