import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombud.core.words import PLAIN
from ombud.readers import Place, ReadError, column_letter
from ombud.readers.place import column_index


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_the_spreadsheet(index: int, letters: str) -> None:
    assert column_letter(index) == letters


@given(st.integers(0, 20_000))
def test_letters_lead_back_to_the_column(index: int) -> None:
    assert column_index(column_letter(index)) == index


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("Registreringer", 12, "C"), "sheet “Registreringer”, row 12, column C"),
        (Place(row=12, column="C"), "row 12, column C"),
        (Place("Ark1"), "sheet “Ark1”"),
        (Place(row=1200), "row 1200"),
    ],
)
def test_a_place_says_what_it_knows(place: Place, said: str) -> None:
    assert place.said(PLAIN) == said


def test_an_error_says_its_place_first() -> None:
    assert ReadError("It is blank.", Place("Ark1", 2)).said(PLAIN) == "sheet “Ark1”, row 2: It is blank."
    assert ReadError("The file is empty.").said(PLAIN) == "The file is empty."
