"""From the register to the four files: tables 1-4 in each of them are the published ones, cell by cell."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from ombud.config.command import main
from tests.writers import reading

PUBLISHED = json.loads((Path(__file__).parents[1] / "data" / "albertslund-2024-25.json").read_text(encoding="utf-8"))
NUMBERS = (1, 2, 3, 4)


def expected(number: int) -> list[list[str]]:
    """The cells of a published table without labels, the total last."""
    table = PUBLISHED[f"table_{number}"]
    if number != 2:
        rows = [*table["rows"].values(), table["total"]]
    else:
        rows = []
        for theme in table["themes"]:
            rows.append([*theme["counts"], theme["total"]])
            rows += [[*one["counts"], one["total"]] for one in theme["subthemes"]]
        rows.append([row[2] for row in PUBLISHED["table_1"]["rows"].values()] + [PUBLISHED["matters"]])
    return [[str(cell) for cell in row] for row in rows]


@pytest.fixture
def files(db: None, tmp_path: Path) -> Mapping[str, bytes]:
    assert main(["example", "--municipality", "165"]) == 0
    period = ["--from", "2024-04-01", "--to", "2025-03-31"]
    assert main(["report", "--municipality", "165", *period, "--out", str(tmp_path)]) == 0
    return {path.suffix[1:]: path.read_bytes() for path in tmp_path.iterdir()}


def test_every_file_has_the_published_tables(files: Mapping[str, bytes], tmp_path: Path) -> None:
    page = dict(reading.html(files["html"]).tables)
    word = reading.docx_tables(files["docx"])
    lines = [" ".join(row) for row in reading.pdf_rows(reading.pdf_text(files["pdf"], tmp_path))]
    workbook = reading.xlsx_sheets(files["xlsx"])
    for number in NUMBERS:
        cells = expected(number)
        (caption,) = [one for one in page if f" {number}:" in one and one.startswith("Tab")]
        assert [row[1:] for row in page[caption][1:]] == cells
        assert [[row[1:] for row in table[1:]] for table in word].count(cells) == 1
        sheet = next(one for one in workbook if str(one["A1"].value) == caption)
        values = [
            [str(cell) for cell in row[1:]] for row in sheet.iter_rows(max_col=len(cells[0]) + 1, values_only=True)
        ]
        start = values.index(cells[0])
        assert values[start : start + len(cells)] == cells
        assert all(any(line.endswith(" ".join(row)) for line in lines) for row in cells)


def test_every_file_says_what_is_drawn_at_random(files: Mapping[str, bytes], tmp_path: Path) -> None:
    import docx

    word = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "aarsberetning.docx")).paragraphs)
    sheets = " ".join(str(cell) for one in reading.xlsx_sheets(files["xlsx"]) for row in one.values for cell in row)
    pdf = " ".join(reading.pdf_text(files["pdf"], tmp_path).split())
    for text in (files["html"].decode(), word, sheets, pdf):
        assert "tilfældigt" in text
