import pytest

from ombud.core.words import PLAIN
from ombud.readers import CellValue, MissingFormulaValue, Place, ReadError, to_yes_no


@pytest.mark.parametrize("value", ["Ja", "ja ", "JA", "x", "X", "1", 1, 1.0, True, "sand", "yes", "TRUE", "j"])
def test_yes(value: CellValue) -> None:
    assert to_yes_no(value, words=PLAIN) is True


@pytest.mark.parametrize("value", ["Nej", " nej", "0", 0, 0.0, False, "falsk", "no", "FALSE", "n"])
def test_no(value: CellValue) -> None:
    assert to_yes_no(value, words=PLAIN) is False


@pytest.mark.parametrize("value", [None, "", " "])
def test_blank_is_neither(value: CellValue) -> None:
    assert to_yes_no(value, words=PLAIN) is None


@pytest.mark.parametrize("value", ["måske", 2, "ja/nej"])
def test_anything_else_is_refused_with_its_place(value: CellValue) -> None:
    with pytest.raises(ReadError, match="neither yes nor no") as caught:
        to_yes_no(value, words=PLAIN, place=Place(row=3, column="J"))
    assert caught.value.place == Place(row=3, column="J")


def test_a_formula_without_value_is_refused() -> None:
    with pytest.raises(ReadError, match="not stored"):
        to_yes_no(MissingFormulaValue(), words=PLAIN)
