"""What all three spreadsheet formats must give, and what each alone can hide."""

from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from ombud.core.words import PLAIN
from ombud.readers import (
    ErrorValue,
    Kind,
    Limits,
    MissingFormulaValue,
    Place,
    ReadError,
    data_rows,
    find_header,
    to_date,
    to_text,
)
from tests.readers.making import SHEET, ods, part, read_bytes, with_parts, xls, xlsx, xlsx_with_cells

MAKERS = {"xlsx": xlsx, "xls": xls, "ods": ods}
each_kind = pytest.mark.parametrize("kind", MAKERS)


@each_kind
def test_values_rows_and_sheets_are_read(kind: str) -> None:
    rows = [["Titel"], [None], ["Sagsnr", "Antal"], ["Børn & Ældre", 2], [None, 1.5]]
    book = read_bytes(MAKERS[kind]({"Tomt": [], "Registreringer": rows}), f"r.{kind}")
    assert book.kind is Kind(kind)
    assert [sheet.name for sheet in book.sheets] == ["Registreringer"]
    cells = {row.number: tuple(cell for cell in row.cells if cell is not None) for row in book.sheets[0].rows}
    assert cells == {1: ("Titel",), 3: ("Sagsnr", "Antal"), 4: ("Børn & Ældre", 2), 5: (1.5,)}


@each_kind
def test_a_table_away_from_the_corner_keeps_its_places(kind: str) -> None:
    rows = [[None] * 3, [None] * 3, [None, None, "Sagsnr", "Tema"], [None, None, "1", "x"]]
    sheet = read_bytes(MAKERS[kind]({"Ark": rows}), f"r.{kind}").sheets[0]
    row = next(data_rows(sheet, find_header(sheet, ["Tema"], words=PLAIN), words=PLAIN))
    assert row.at("Tema") == Place("Ark", 4, "D")


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_a_formula_never_calculated_is_marked(kind: str) -> None:
    book = read_bytes(MAKERS[kind]({"Ark": [["Sagsnr", "Antal"], ["1", "=1+1"]]}), f"r.{kind}")
    assert book.sheets[0].rows[1] == (2, ("1", MissingFormulaValue()))


def test_a_formula_never_calculated_below_all_values_is_marked() -> None:
    book = read_bytes(xlsx({"Ark": [["Sagsnr", "Antal"], [None], [None, "=1+1"]]}), "r.xlsx")
    assert book.sheets[0].rows[1] == (3, (None, MissingFormulaValue()))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<f>1+1</f><v>2</v>", 2.0),
        ("<f>1+1</f>", MissingFormulaValue()),
        ("<f>1+1</f><v></v>", MissingFormulaValue()),
        ("<f>1+1</f><v/>", MissingFormulaValue()),
        ('<f t="shared" si="0"/><v>7</v>', 7.0),
        ('<f t="shared" si="0"/>', MissingFormulaValue()),
    ],
)
def test_a_stored_value_of_a_formula_counts(cell: str, value: object) -> None:
    data = xlsx_with_cells(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1">{cell}</c></row>')
    assert read_bytes(data, "r.xlsx").sheets[0].rows[0].cells == (1.0, value)


def test_a_formula_that_gave_an_empty_text_is_blank() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><v>3</v></c></row>'
    assert read_bytes(xlsx_with_cells(cells), "r.xlsx").sheets[0].rows[0].cells == (1.0, None, 3.0)


def test_cells_with_errors_are_marked() -> None:
    cells = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    book = read_bytes(xlsx_with_cells(cells), "r.xlsx")
    assert book.sheets[0].rows[0].cells == (ErrorValue("#N/A"), ErrorValue("#DIV/0!"))


@pytest.mark.parametrize(
    ("attributes", "value"),
    [
        ({"formula": "of:=1+1"}, MissingFormulaValue()),
        ({"formula": "of:=1+1", "valuetype": "float"}, MissingFormulaValue()),
        ({"formula": "of:=1+1", "valuetype": "float", "value": 2}, 2.0),
        ({"formula": 'of:=""', "valuetype": "string", "stringvalue": ""}, None),
    ],
)
def test_an_ods_formula_counts_by_its_stored_value(attributes: dict[str, Any], value: object) -> None:
    book = read_bytes(ods({"Ark": [["Nr", attributes, "x"]]}), "r.ods")
    assert book.sheets[0].rows[0].cells == ("Nr", value, "x")


def test_repeated_ods_cells_and_rows_are_counted() -> None:
    rows = [["Nr", {"numbercolumnsrepeated": 3}, "x"]]
    assert read_bytes(ods({"Ark": rows}), "r.ods").sheets[0].rows[0].cells == ("Nr", None, None, None, "x")


@pytest.mark.parametrize("shift", [0, 1462])
def test_dates_and_serial_numbers_follow_the_year_the_workbook_counts_from(shift: int) -> None:
    def change(book: openpyxl.Workbook) -> None:
        if shift:
            book.epoch = CALENDAR_MAC_1904
        book.active["A2"].number_format = "dd-mm-yyyy"

    book = read_bytes(xlsx({"Ark": [["Dato", "Tal"], [45385 - shift, 45385 - shift]]}, change), "r.xlsx")
    assert book.date1904 is bool(shift)
    found = [to_date(cell, words=PLAIN, date1904=book.sheets[0].date1904) for cell in book.sheets[0].rows[1].cells]
    assert found == [date(2024, 4, 3), date(2024, 4, 3)]


def test_xls_says_that_days_count_from_1904() -> None:
    def change(book: Any) -> None:
        book.dates_1904 = True

    assert read_bytes(xls({"Ark": [["x"]]}, change), "r.xls").date1904


def test_times_and_booleans_are_kept() -> None:
    book = read_bytes(xlsx({"Ark": [[datetime(2024, 4, 3, 10, 30), True, date(2024, 4, 3)]]}), "r.xlsx")
    assert book.sheets[0].rows[0].cells[:2] == (datetime(2024, 4, 3, 10, 30), True)
    assert to_text(book.sheets[0].rows[0].cells[2], words=PLAIN) == "2024-04-03"


def test_hidden_sheets_are_flagged() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["B"].sheet_state = "hidden"
        book["C"].sheet_state = "veryHidden"

    book = read_bytes(xlsx({"A": [["x"]], "B": [["y"]], "C": [["z"]]}, change), "r.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("A", False), ("B", True), ("C", True)]


def test_hidden_sheets_of_xls_are_flagged() -> None:
    def change(book: Any) -> None:
        book.get_sheet(1).visibility = 1

    book = read_bytes(xls({"A": [["x"]], "B": [["y"]]}, change), "r.xls")
    assert [sheet.hidden for sheet in book.sheets] == [False, True]


def test_merged_headings_are_read_from_an_xlsx_file() -> None:
    rows = [
        ["Register 2024"],
        ["Sagsnr", "Periode", None, "Tema"],
        [None, "Modtaget", "Afsluttet", None],
        ["1", "3-4-2024", "4-4-2024", "x"],
    ]

    def change(book: openpyxl.Workbook) -> None:
        for merged in ("A1:D1", "A2:A3", "B2:C2", "D2:D3"):
            book.active.merge_cells(merged)

    sheet = read_bytes(xlsx({"Ark": rows}, change), "r.xlsx").sheets[0]
    header = find_header(sheet, ["Sagsnr", "Modtaget", "Afsluttet", "Tema"], words=PLAIN)
    assert header.headings == ("Sagsnr", "Modtaget", "Afsluttet", "Tema")
    assert [row.number for row in data_rows(sheet, header, words=PLAIN)] == [4]


def test_sheets_that_are_charts_are_passed_over() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.create_chartsheet("Diagram")

    assert [sheet.name for sheet in read_bytes(xlsx({"A": [["x"]]}, change), "r.xlsx").sheets] == ["A"]


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>',
        "<row r='1'><c r='XFD1'><v>1</v></c></row>",
        '<row r="1"><c  s="0" r="XFD1"><v>1</v></c></row>',
        '<row r="1"><c\nr="XFD1"><v>1</v></c></row>',
        "<row>" + "<c><v>1</v></c>" * 501 + "</row>",
    ],
)
def test_too_many_columns_are_refused_however_they_are_written(cells: str) -> None:
    with pytest.raises(ReadError, match="more than 500 columns") as caught:
        read_bytes(xlsx_with_cells(cells), "r.xlsx")
    assert caught.value.place == Place("Ark1")


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1048576"><c><v>1</v></c></row>',
    ],
)
def test_too_many_rows_are_refused_however_they_are_written(cells: str) -> None:
    with pytest.raises(ReadError, match="more than 1,000,000 rows"):
        read_bytes(xlsx_with_cells(cells), "r.xlsx")


def test_two_cells_far_apart_are_refused() -> None:
    cells = '<row r="1"><c r="SA1"><v>1</v></c></row><row r="900000"><c r="A900000"><v>1</v></c></row>'
    with pytest.raises(ReadError, match="spans more than 20,000,000 cells"):
        read_bytes(xlsx_with_cells(cells), "r.xlsx")


def test_sheets_of_xls_far_too_large_together_are_refused() -> None:
    def far(book: Any) -> None:
        for index in range(2):
            book.get_sheet(index).write(65535, 255, "x")

    with pytest.raises(ReadError, match="spans more than"):
        read_bytes(xls({"A": [["x"]], "B": [["x"]]}, far), "r.xls")


def test_an_ods_row_repeated_a_million_times_is_refused() -> None:
    data = ods({"Ark": [["x"]]})
    xml = part(data, "content.xml").replace(
        b"<table:table-row>", b'<table:table-row table:number-rows-repeated="9999999">'
    )
    assert b"9999999" in xml
    with pytest.raises(ReadError, match="more than 1,000,000 rows"):
        read_bytes(with_parts(data, {"content.xml": xml}), "r.ods")


def test_a_sheet_within_smaller_limits_is_read_and_one_row_more_is_not() -> None:
    data = xlsx({"Ark": [["x"]] * 10})
    assert len(read_bytes(data, "r.xlsx", Limits(rows=10)).sheets[0].rows) == 10
    with pytest.raises(ReadError, match="more than 9 rows"):
        read_bytes(data, "r.xlsx", Limits(rows=9))


def test_formatted_but_empty_cells_far_out_do_no_harm() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    data = xlsx_with_cells(cells)
    assert b"XFD1" in part(data, SHEET)
    assert read_bytes(data, "r.xlsx").sheets[0].rows[0].cells[0] == 1.0
