from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.words import PLAIN
from ombud.readers import CellValue, MissingFormulaValue, Place, ReadError, to_whole_number


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (41, 41),
        (41.0, 41),
        (Decimal("41"), 41),
        ("41", 41),
        (" 41 ", 41),
        ("41,0", 41),
        ("41.00", 41),
        ("1.234", 1234),
        ("1.234.567,0", 1234567),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("-3", -3),
        ("", None),
        (None, None),
    ],
)
def test_whole_numbers_are_read(value: CellValue, number: int | None) -> None:
    assert to_whole_number(value, words=PLAIN) == number


@pytest.mark.parametrize(
    "value", ["1,5", 1.5, 1.234, "1,234", "1.23", "tolv", True, "1e5", float("inf"), "12 3", "41/2024"]
)
def test_what_is_not_whole_is_refused_with_its_place(value: CellValue) -> None:
    with pytest.raises(ReadError, match="not a whole number") as caught:
        to_whole_number(value, words=PLAIN, place=Place(row=7))
    assert caught.value.place == Place(row=7)


def test_a_formula_without_value_is_no_number() -> None:
    with pytest.raises(ReadError, match="not stored"):
        to_whole_number(MissingFormulaValue(), words=PLAIN)


@given(st.integers(-(10**12), 10**12))
def test_thousands_points_do_not_change_a_number(number: int) -> None:
    assert to_whole_number(f"{number:,}".replace(",", "."), words=PLAIN) == number
    assert to_whole_number(float(number), words=PLAIN) == number
