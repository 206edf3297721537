from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.words import PLAIN
from ombud.readers import CellValue, ErrorValue, MissingFormulaValue, Place, ReadError, to_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Børn \u00a0&  Familie\n", "Børn & Familie"),
        (41.0, "41"),
        (41.5, "41.5"),
        (0.1 + 0.2, "0.3"),
        (41, "41"),
        (-0.0, "0"),
        (True, "TRUE"),
        (date(2024, 4, 3), "2024-04-03"),
        (datetime(2024, 4, 3, 10, 30), "2024-04-03 10:30"),
        (time(10, 30), "10:30:00"),
        ("\u00a0", None),
        ("", None),
        (None, None),
    ],
)
def test_a_cell_is_text_as_a_reader_sees_it(value: CellValue, text: str | None) -> None:
    assert to_text(value, words=PLAIN) == text


@pytest.mark.parametrize(("value", "message"), [(MissingFormulaValue(), "not stored"), (ErrorValue("#REF!"), "#REF!")])
def test_a_formula_without_value_and_an_error_are_refused(value: CellValue, message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        to_text(value, words=PLAIN, place=Place("Ark1", 2, "D"))
    assert caught.value.place == Place("Ark1", 2, "D")


@given(st.text())
def test_trimming_twice_changes_nothing(text: str) -> None:
    once = to_text(text, words=PLAIN)
    assert to_text(once, words=PLAIN) == once
