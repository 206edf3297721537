from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.words import PLAIN
from ombud.readers import CellValue, ErrorValue, MissingFormulaValue, Place, ReadError, to_date

THIRD_OF_APRIL = date(2024, 4, 3)


@pytest.mark.parametrize(
    "value",
    [
        "3-4-2024",
        "03-04-2024",
        "03.04.2024",
        "3. 4. 2024",
        "03/04/2024",
        "2024-04-03",
        "2024/4/3",
        "20240403",
        20240403,
        "3. april 2024",
        "3 apr. 2024",
        "3.APRIL 2024",
        "onsdag den 3. april 2024",
        "3 April 2024",
        " 03-04-2024\u00a0",
        "03-04-2024 10:30",
        "03-04-2024 kl. 10.30",
        "2024-04-03T10:30:00Z",
        "2024-04-03 10:30:00.123",
        datetime(2024, 4, 3, 23, 59),
        THIRD_OF_APRIL,
        45385,
        45385.75,
        "45385",
        "45385,75",
    ],
)
def test_every_usual_way_to_write_a_date_is_read(value: CellValue) -> None:
    assert to_date(value, words=PLAIN) == THIRD_OF_APRIL


@pytest.mark.parametrize("value", [None, "", "  ", "\u00a0"])
def test_a_blank_cell_is_no_date(value: CellValue) -> None:
    assert to_date(value, words=PLAIN) is None


def test_serial_numbers_may_count_from_1904() -> None:
    assert to_date(45385 - 1462, words=PLAIN, date1904=True) == THIRD_OF_APRIL


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("29-02-2023", "“29-02-2023” does not exist: 2023 is not a leap year"),
        ("29-02-2100", "2100 is not a leap year"),
        ("2023-02-29", "not a leap year"),
        ("31-04-2024", "“31-04-2024” does not exist"),
        ("31. april 2024", "does not exist"),
        ("00-04-2024", "does not exist"),
        ("04/13/2024", "there is no month 13"),
        ("3-4-24", "only two digits"),
        ("3. april 24", "only two digits"),
        ("i går", "“i går” is not a date"),
        ("3. foo 2024", "is not a date"),
        ("april 2024", "is not a date"),
        ("2024", "is not a date"),
        (2024, "is not a date"),
        (2024.0, "is not a date"),
        (3.5e9, "is not a date"),
        (float("nan"), "is not a date"),
        (True, "is not a date"),
        (time(10, 30), "is not a date"),
        ("03-04-0202", "The year 202 cannot be right"),
        (date(1024, 4, 3), "The year 1024 cannot be right"),
        (MissingFormulaValue(), "not stored"),
        (ErrorValue("#N/A"), "#N/A"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_its_place(value: CellValue, message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        to_date(value, words=PLAIN, place=Place("Ark1", 3, "B"))
    assert caught.value.place == Place("Ark1", 3, "B")


@pytest.mark.parametrize("year", [2000, 2024])
def test_29_february_exists_in_leap_years(year: int) -> None:
    assert to_date(f"29-02-{year}", words=PLAIN) == date(year, 2, 29)


DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@given(DAYS, st.sampled_from(["{0.day}-{0.month}-{0.year}", "{0.day:02}.{0.month:02}.{0.year}", "{0}", "{0:%Y%m%d}"]))
def test_any_day_survives_being_written(day: date, pattern: str) -> None:
    assert to_date(pattern.format(day), words=PLAIN) == day


@given(DAYS)
def test_any_day_survives_as_a_serial_number(day: date) -> None:
    assert to_date((day - date(1899, 12, 30)).days, words=PLAIN) == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = to_date(text, words=PLAIN)
    except ReadError:
        return
    assert found is None or 1900 <= found.year < 2200
