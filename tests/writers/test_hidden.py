"""A hidden number is in none of the four files, in no form: text, cell, bar, alternative text, cache or property."""

import json
import re
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from ombud.core.report.numbering import resolve
from ombud.core.report.outline import OutlineSection
from ombud.core.report.tree import Document
from ombud.core.statistics.definitions import FigureDefinition
from ombud.core.statistics.figures import make_figure
from ombud.core.statistics.hiding import hide
from ombud.core.statistics.table import HIDDEN, TOTAL_ROW, Basis, Column, Figure, Row, Table
from ombud.core.words import PLAIN
from ombud.writers import WRITERS
from ombud.writers.basis import lines_below
from ombud.writers.charts.drawing import draw
from ombud.writers.charts.points import as_table, points
from ombud.writers.charts.specification import specification
from tests.writers import reading
from tests.writers.albertslund import COVER

SECRET = 7919
SECRETS = re.compile(rf"{SECRET}|7[.,]919")
BASIS = Basis("sager", "alle sager i perioden", 9000, "2024", "hver problemstilling er en sag")


def plain_table() -> Table:
    rows = (("a", "Byg", (SECRET, 1000)), ("b", "Skole", (40, SECRET)), ("c", "Vej", (50, 0)))
    columns = (Column("main", "Hovedsager"), Column("follow_on", "Følgesager"))
    made = tuple(Row(key, label, 0, cells) for key, label, cells in rows)
    return Table("secret", "Sager efter emne", "Emne", columns, made, (8009, SECRET), "I alt", BASIS)


def table() -> Table:
    return hide(plain_table(), {(0, 0), (1, 1), (TOTAL_ROW, 1)})


def figures() -> dict[str, Figure]:
    one, two = ("main",), ("main", "follow_on")
    made = [
        FigureDefinition("bars", {"da": "Søjler"}, "secret", "bar", one),
        FigureDefinition("shares", {"da": "Andele"}, "secret", "bar", one, as_percent=True),
        FigureDefinition("groups", {"da": "Grupper"}, "secret", "grouped", two),
        FigureDefinition("stack", {"da": "Stabler"}, "secret", "stacked", two),
        FigureDefinition("pie", {"da": "Lagkage"}, "secret", "pie", one, many_part_pie=True),
        FigureDefinition("line", {"da": "Kurve"}, "secret", "line", one),
    ]
    return {one.name: make_figure(one, table(), PLAIN) for one in made}


@pytest.fixture(scope="module")
def report() -> Document:
    text = "\n\n".join(["{tabel: secret}", *(f"{{figur: {name}}}" for name in figures())])
    outline = (OutlineSection("tal", "Tal", 1, True, text),)
    made, problems = resolve(outline, {"secret": table()}, figures(), {}, PLAIN, cover=COVER)
    assert not problems
    return made


@pytest.fixture(scope="module")
def files(report: Document) -> dict[str, bytes]:
    return {name: write(report, words=PLAIN) for name, write in WRITERS.items()}


def everything(name: str, content: bytes, folder: Path) -> str:
    """All that stands in a file, unpacked: the parts of a zip, the streams of a PDF and its text."""
    if name in ("docx", "xlsx"):
        archive = zipfile.ZipFile(BytesIO(content))
        return "\n".join(archive.read(part).decode("utf-8", "replace") for part in archive.namelist())
    if name == "pdf":
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
        texts = [_inflated(stream).decode("latin-1") for stream in streams]
        return "\n".join([content.decode("latin-1"), *texts, reading.pdf_text(content, folder)])
    return content.decode("utf-8")


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("name", list(WRITERS))
def test_no_file_holds_the_hidden_number(name: str, files: dict[str, bytes], tmp_path: Path) -> None:
    found = everything(name, files[name], tmp_path)
    assert not SECRETS.search(found)
    assert "skjult" in found


def test_the_search_finds_the_number_where_it_is_not_hidden(tmp_path: Path) -> None:
    outline = (OutlineSection("tal", "Tal", 1, True, "{tabel: secret}"),)
    report, _ = resolve(outline, {"secret": plain_table()}, {}, {}, PLAIN, cover=COVER)
    for name, write in WRITERS.items():
        assert SECRETS.search(everything(name, write(report, words=PLAIN), tmp_path)), name


@pytest.mark.parametrize("name", list(WRITERS))
def test_every_file_says_what_the_word_means(name: str, files: dict[str, bytes], tmp_path: Path) -> None:
    found = " ".join(everything(name, files[name], tmp_path).split())
    assert "a number is left out so that nobody can be recognised. It is never 0." in found


def test_the_word_stands_in_the_cell(files: dict[str, bytes], tmp_path: Path) -> None:
    expected = [["Byg", "skjult", "1.000"], ["Skole", "40", "skjult"], ["Vej", "50", "0"], ["I alt", "8.009", "skjult"]]
    assert reading.html(files["html"]).tables[0][1][1:] == expected
    assert reading.docx_tables(files["docx"])[0][1:] == expected
    rows = reading.pdf_rows(reading.pdf_text(files["pdf"], tmp_path))
    assert all(row in rows for row in expected)


def test_a_workbook_has_text_where_a_number_is_hidden(files: dict[str, bytes]) -> None:
    workbook = reading.xlsx_sheets(files["xlsx"])
    sheet = workbook[workbook.sheetnames[1]]
    cells = [[sheet.cell(row, column).value for column in (2, 3)] for row in range(5, 9)]
    assert cells == [["skjult", 1000], [40, "skjult"], [50, 0], [8009, "skjult"]]


def test_a_native_chart_has_a_gap_and_a_category_that_says_so(files: dict[str, bytes]) -> None:
    archive = zipfile.ZipFile(BytesIO(files["xlsx"]))
    names = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(names) == 3
    groups = archive.read(sorted(names)[-1]).decode()
    caches = re.findall("<c:numCache>(.*?)</c:numCache>", groups)
    numbers = [re.findall(r'<c:pt idx="(\d)"><c:v>([^<]+)</c:v>', cache) for cache in caches]
    assert numbers == [[("1", "40"), ("2", "50")], [("0", "1000"), ("2", "0")]]
    assert "Byg (Hovedsager: skjult)" in groups
    assert "Skole (Følgesager: skjult)" in groups


def test_bars_have_the_word_at_the_axis_and_no_length() -> None:
    drawn = specification(figures()["bars"], "da")["data"]["values"]
    assert [(one["category"], one["value"], one["at"], one["text"]) for one in drawn] == [
        ("Byg", None, 0, "skjult"), ("Skole", 40.0, 40.0, "40"), ("Vej", 50.0, 50.0, "50"),
    ]  # fmt: skip
    svg = draw(figures()["bars"], "da")
    assert svg.index(">Byg<") < svg.index(">Skole<") < svg.index(">Vej<")
    for name in ("bars", "shares", "groups"):
        assert not SECRETS.search(json.dumps(specification(figures()[name], "da")))


@pytest.mark.parametrize("name", ["bars", "shares", "groups"])
def test_the_drawing_says_hidden_and_has_no_bar_for_it(name: str) -> None:
    shown, full = figures()[name], replace(figures()[name], table=plain_table())
    svg = draw(shown, "da")
    hidden = sum(cell is HIDDEN for row in as_table(shown).rows for cell in row.cells)
    assert svg.count(">skjult<") == hidden
    assert draw(full, "da").count("<path") - svg.count("<path") == hidden


def test_a_share_of_a_hidden_sum_is_hidden() -> None:
    shown = replace(figures()["bars"], columns=("follow_on",), as_percent=True)
    assert [point.text for point in points(shown, "da")] == ["skjult"] * 3


@pytest.mark.parametrize("chart", ["pie", "stacked", "line"])
def test_a_drawing_that_could_be_measured_is_never_made(chart: str) -> None:
    assert figures()[{"stacked": "stack"}.get(chart, chart)].sentence
    with pytest.raises(ValueError, match="measured"):
        specification(replace(figures()["groups"], chart=chart), "da")


def test_where_noughts_are_hidden_too_it_is_not_said_that_the_number_is_more() -> None:
    made = hide(plain_table(), {(0, 0)}, zeros_shown=False)
    (line, *_) = lines_below(made, "da", PLAIN)
    assert line.endswith("It may be 0.")
    assert not any("left out" in line for line in lines_below(plain_table(), "da", PLAIN))


def test_a_hidden_base_is_a_word_below_the_table() -> None:
    made = hide(plain_table(), {(TOTAL_ROW, 0)}, hides_base=True)
    assert "Base: skjult." in lines_below(made, "da", PLAIN)[-1]
