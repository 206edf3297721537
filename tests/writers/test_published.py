"""Tables 1-4 of Albertslund 2024/25 through all four writers, read back cell by cell."""

from pathlib import Path

import pytest

from ombud.core.words import PLAIN
from ombud.writers.printed import print_table
from tests.writers import reading
from tests.writers.albertslund import tables

NAMES = list(tables())


def expected(name: str) -> reading.Cells:
    printed = print_table(tables()[name], "da", PLAIN)
    return [[printed.row_heading, *printed.headings], *([row.label, *row.cells] for row in printed.rows)]


def test_the_printed_cells_are_the_published_numbers() -> None:
    assert expected("departments-by-role")[-1] == ["I alt", "162", "41", "203"]
    assert expected("subthemes-by-department")[-1][1:] == ["60", "51", "26", "8", "7", "38", "1", "12", "203"]
    assert expected("appeals-by-outcome")[-1] == ["I alt", "29", "31", "4", "64"]
    assert expected("appeal-remarks-by-theme")[-1] == ["I alt", "17", "17", "5"]


@pytest.mark.parametrize("name", NAMES)
def test_html(name: str, files: dict[str, bytes]) -> None:
    caption = f"Table {NAMES.index(name) + 1}: {tables()[name].caption}"
    found = dict(reading.html(files["html"]).tables)
    assert found[caption] == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_docx(name: str, files: dict[str, bytes]) -> None:
    assert reading.docx_tables(files["docx"])[NAMES.index(name)] == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_pdf(name: str, files: dict[str, bytes], tmp_path: Path) -> None:
    rows = reading.pdf_rows(reading.pdf_text(files["pdf"], tmp_path))
    for label, *cells in expected(name)[1:]:
        last_word = label.split()[-1]
        assert any(row[-len(cells) :] == cells and last_word in " ".join(row[: -len(cells)]) for row in rows), label


@pytest.mark.parametrize("name", NAMES)
def test_xlsx(name: str, files: dict[str, bytes]) -> None:
    table = tables()[name]
    workbook = reading.xlsx_sheets(files["xlsx"])
    (sheet,) = [one for one in workbook if one["A1"].value == f"Table {NAMES.index(name) + 1}: {table.caption}"]
    rows = [list(row) for row in sheet.iter_rows(min_row=4, max_col=len(table.columns) + 1, values_only=True)]
    assert rows[0] == [table.row_heading, *(column.label for column in table.columns)]
    cells = [[row.label, *row.cells] for row in table.rows] + [[table.total_label, *table.total]]
    assert rows[1 : 1 + len(cells)] == cells
