import pytest

from ombud.core.words import PLAIN
from ombud.readers import Place, ReadError, data_rows, find_header
from tests.readers.making import sheet_of

KNOWN = ["Sagsnr", "Tema"]


def rows_of(*rows: list[object], **options: object) -> list[tuple[int, dict[str, object]]]:
    sheet = sheet_of(*rows, **options)
    header = find_header(sheet, KNOWN, words=PLAIN)
    return [(row.number, dict(row.values)) for row in data_rows(sheet, header, words=PLAIN)]


def test_rows_keep_the_numbers_of_the_spreadsheet() -> None:
    found = rows_of(
        ["Titel", None], ["Sagsnr", "Tema"], [None, None], [1.0, "x"], ["I alt", 9.0], [" ", None], [2.0, "y"]
    )
    assert found == [(4, {"Sagsnr": 1.0, "Tema": "x"}), (7, {"Sagsnr": 2.0, "Tema": "y"})]


def test_short_rows_are_filled_up() -> None:
    assert rows_of(["Sagsnr", "Tema"], ["1"]) == [(2, {"Sagsnr": "1", "Tema": None})]


def test_values_stand_under_their_own_heading_past_a_column_without_one() -> None:
    assert rows_of(["Sagsnr", None, "Tema"], ["1", "note", "x"]) == [(2, {"Sagsnr": "1", "Tema": "x"})]


def test_a_cell_knows_its_place() -> None:
    sheet = sheet_of(["Sagsnr", None, "Tema"], ["1", None, "x"], name="Registreringer")
    row = next(data_rows(sheet, find_header(sheet, KNOWN, words=PLAIN), words=PLAIN))
    assert row.cell("Tema") == ("x", Place("Registreringer", 2, "C"))
    assert row.cell("Kanal") == (None, Place("Registreringer", 2))


def test_a_csv_row_with_a_cell_too_many_is_refused_at_that_cell() -> None:
    with pytest.raises(ReadError, match="more cells than there are headings") as caught:
        rows_of(["Sagsnr", "Tema"], ["1", "x"], ["2", "Borger", " Arbejdsmarked"], delimited=True, name="")
    assert caught.value.place == Place("", 3, "C")


@pytest.mark.parametrize("extra", [None, " "])
def test_blank_cells_too_many_do_no_harm(extra: str | None) -> None:
    assert rows_of(["Sagsnr", "Tema"], ["1", "x", extra, None], delimited=True)[0][1] == {"Sagsnr": "1", "Tema": "x"}


def test_notes_beside_the_table_of_a_spreadsheet_are_left_out() -> None:
    assert rows_of(["Sagsnr", "Tema"], ["1", "x", "husk"]) == [(2, {"Sagsnr": "1", "Tema": "x"})]
