from typing import Any

import pytest

from ombud.core.words import PLAIN
from ombud.readers import Header, Place, ReadError, Sheet, find_header, fold_name
from tests.readers.making import sheet_of

KNOWN = ["Sagsnr", "Modtaget", "Afsluttet", "Afdeling", "Tema", "Klage"]


def header_of(*rows: Any, **options: Any) -> Header:
    return find_header(sheet_of(*rows, **options), KNOWN, words=PLAIN)


def test_the_first_row_is_the_header_of_a_plain_table() -> None:
    header = header_of(["Sagsnr", "Modtaget"], ["1", "3-4-2024"])
    assert header.rows == (1,)
    assert [(c.heading, c.letter) for c in header.columns] == [("Sagsnr", "A"), ("Modtaget", "B")]


def test_titles_and_blank_rows_above_are_passed_over() -> None:
    header = header_of(
        ["Register 2024", None, None], [None] * 3, ["Tema", None, None], ["Sagsnr", "Modtaget", "Tema"], ["1", "x", "y"]
    )
    assert header.rows == (4,)


@pytest.mark.parametrize("written", ["SAGS NR.", "sagsnr", "Sags\nnr", " Sagsnr: ", "Sags\u00a0nr", "Sagsnr*"])
def test_case_spaces_and_closing_marks_do_not_matter(written: str) -> None:
    assert fold_name(written) == fold_name("Sagsnr")
    assert header_of(["noget", None], [written, "Modtaget"], ["1", "2"]).rows == (2,)


def test_headings_merged_across_are_read_from_the_row_below() -> None:
    header = header_of(
        ["Sagsnr", "Periode", None, "Afdeling"], [None, "Modtaget", "Afsluttet", None], ["1", "a", "b", "c"]
    )
    assert header.rows == (1, 2)
    assert header.headings == ("Sagsnr", "Modtaget", "Afsluttet", "Afdeling")


def test_unknown_headings_over_two_rows_are_put_together() -> None:
    header = header_of(["Sagsnr", "Dato", None], [None, "modtaget", "Svar sendt"], ["1", "a", "b"])
    assert header.headings == ("Sagsnr", "modtaget", "Dato Svar sendt")


def test_a_row_of_data_is_not_taken_for_half_a_header() -> None:
    header = header_of(["Sagsnr", "Modtaget", "Type"], ["A1", "i dag", "Klage"], ["A2", "i går", "Klage"])
    assert header.rows == (1,)
    assert header.headings[2] == "Type"


def test_a_row_with_numbers_is_not_taken_for_half_a_header() -> None:
    assert header_of(["Sagsnr", None, "Type"], [41.0, "x", "Klage"], ["a", "b", "c"]).rows == (1,)


def test_without_known_names_the_first_full_row_is_the_header() -> None:
    header = header_of(["Et register", None, None], ["Alfa", "Beta", "Gamma"], ["1", "2", "3"])
    assert header.headings == ("Alfa", "Beta", "Gamma")


def test_columns_without_heading_are_left_out() -> None:
    header = header_of(["Sagsnr", None, "Tema"], ["1", "note", "x"])
    assert [c.index for c in header.columns] == [0, 2]


@pytest.mark.parametrize("word", ["I alt", "ialt", "Total", "SUM", "I alt:", "Hovedtotal"])
def test_total_rows_are_listed(word: str) -> None:
    header = header_of(["Sagsnr", "Tema"], ["1", "x"], [None, word], ["2", "Total"])
    assert header.totals == (3,)


def test_two_columns_with_one_heading_are_both_named() -> None:
    with pytest.raises(ReadError, match="Columns B and D have the same heading: “modtaget”") as caught:
        header_of(["Sagsnr", "Modtaget", "Tema", "modtaget"], ["1", "2", "3", "4"])
    assert caught.value.place == Place("Ark1", 1)


@pytest.mark.parametrize("below", [[], [[None, None]], [["I alt", 5.0]], [[" ", None]]])
def test_headings_alone_are_refused(below: list[list[Any]]) -> None:
    with pytest.raises(ReadError, match="no rows of data"):
        header_of(["Sagsnr", "Tema"], *below)


@pytest.mark.parametrize("sheet", [sheet_of([1.0, 2.0], [3.0, 4.0]), Sheet("tom", ())])
def test_a_sheet_without_text_has_no_header(sheet: Sheet) -> None:
    with pytest.raises(ReadError, match="No row of headings"):
        find_header(sheet, KNOWN, words=PLAIN)
