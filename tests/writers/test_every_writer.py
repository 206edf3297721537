"""What all four files must say, and what no file may let through."""

import re
import time
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from ombud.core.report.numbering import resolve
from ombud.core.report.outline import OutlineSection
from ombud.core.report.tree import Document
from ombud.core.statistics.table import Basis, Column, Figure, Origin, Row, Table
from ombud.core.words import PLAIN
from ombud.writers import WRITERS
from tests.writers import reading
from tests.writers.albertslund import COVER

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '#{panic("x")} #sys.inputs $x$ *a* _b_ @c <d>',
    "=cmd|'/c calc'!A1",
    "+1+1",
    "{{ 7 * 7 }}",
    "a\x0bb\x00c",
    "]]>&amp;",
)


def all_text(name: str, content: bytes, folder: Path) -> str:
    if name == "html":
        return re.sub(r"<style>.*?</style>", "", content.decode("utf-8"), flags=re.DOTALL)
    if name == "pdf":
        return " ".join(reading.pdf_text(content, folder).split())
    parts = zipfile.ZipFile(BytesIO(content))
    return " ".join(parts.read(part).decode("utf-8") for part in parts.namelist() if part.endswith(".xml"))


@pytest.mark.parametrize("name", list(WRITERS))
@pytest.mark.parametrize(
    "said",
    [
        "Borgerrådgiverens beretning 2024/25",
        "Albertslund Kommune",
        "Draft, not published",
        "Reporting period: 1. april 2024 to 31. marts 2025",
        "trukket tilfældigt",
        "Unit: sager",
        "alle sager i perioden (203)",
        "hver problemstilling er en sag",
        "counted from the register",
        "imported, not counted from the register",
        "partly imported",
        "the parts add up to 39, the total is 31",
        "En afgørelse kan have flere bemærkninger.",
    ],
)
def test_every_file_says(name: str, said: str, files: dict[str, bytes], tmp_path: Path) -> None:
    text = all_text(name, files[name], tmp_path)
    assert said in text or said in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", list(WRITERS))
def test_a_published_report_bears_no_draft_mark(name: str, report: Document, tmp_path: Path) -> None:
    content = WRITERS[name](replace(report, is_draft=False), words=PLAIN)
    assert "Draft, not published" not in all_text(name, content, tmp_path)


@pytest.mark.parametrize("name", ["html", "pdf", "docx"])
def test_percentages_have_a_decimal_comma_and_keep_their_sign(
    name: str, files: dict[str, bytes], tmp_path: Path
) -> None:
    assert "41,9\u00a0%" in all_text(name, files[name], tmp_path).replace("41,9 %", "41,9\u00a0%")
    assert "1.195" in all_text(name, files[name], tmp_path)


def hostile() -> Document:
    text = " ".join(HOSTILE[:3]) + "\n\n" + HOSTILE[3] + "\n\n[x](javascript:alert(1)) **" + HOSTILE[5] + "**[^1]"
    text += (
        "\n\n{table: t}\n\n{figure: f}\n\n::: case " + HOSTILE[0] + "\n" + HOSTILE[2] + "\n:::\n\n[^1]: " + HOSTILE[2]
    )
    rows = tuple(Row(str(place), bad, place % 2, (place,), note=bad) for place, bad in enumerate(HOSTILE))
    basis = Basis(HOSTILE[0], HOSTILE[3], 3, HOSTILE[2], HOSTILE[6], Origin.IMPORTED, HOSTILE[3])
    columns = (Column("n", HOSTILE[3]),)
    table = Table("t", HOSTILE[3], HOSTILE[4], columns, rows, (28,), HOSTILE[3], basis, notes=HOSTILE)
    figure = Figure("f", HOSTILE[0], "bar", replace(table, rows=rows), level=1, alternative=HOSTILE[1])
    outline = [OutlineSection("=a", HOSTILE[0], 1, True, text), OutlineSection("b", HOSTILE[2], 2, False, HOSTILE[4])]
    cover = replace(COVER, title=HOSTILE[0], author=HOSTILE[3], municipality=HOSTILE[2], caveats=HOSTILE)
    return resolve(outline, {"t": table}, {"f": figure}, {}, PLAIN, cover=cover)[0]


def test_hostile_text_is_inert_in_html() -> None:
    found = reading.html(WRITERS["html"](hostile(), words=PLAIN))
    assert found.scripts == 0
    assert not [link for link in found.links if not re.match(r"#|https?://|mailto:", link)]
    assert HOSTILE[0] in [row[0] for _, rows in found.tables for row in rows]


def test_hostile_text_is_inert_in_pdf(tmp_path: Path) -> None:
    content = WRITERS["pdf"](hostile(), words=PLAIN)
    text = all_text("pdf", content, tmp_path)
    assert "#sys.inputs $x$ *a* _b_ @c <d>" in text
    assert b"/JavaScript" not in content
    assert b"javascript:" not in content


def test_hostile_text_is_inert_in_docx() -> None:
    content = WRITERS["docx"](hostile(), words=PLAIN)
    document = docx.Document(BytesIO(content))
    assert document.tables[0].rows[1].cells[0].text == HOSTILE[0]
    targets = [relation.target_ref for relation in document.part.rels.values() if relation.is_external]
    assert not [target for target in targets if not re.match(r"https?://|mailto:", target)]


def test_hostile_text_is_no_formula_in_xlsx() -> None:
    workbook = reading.xlsx_sheets(WRITERS["xlsx"](hostile(), words=PLAIN))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert HOSTILE[3] in [cell.value for cell in cells]


@pytest.mark.parametrize("name", list(WRITERS))
def test_a_bare_report_is_written(name: str) -> None:
    assert len(WRITERS[name](replace(COVER, caveats=(), is_draft=False), words=PLAIN)) > 1000


def test_four_files_are_written_in_little_processor_time_when_warm(report: Document, files: dict[str, bytes]) -> None:
    start = time.process_time()
    for write in WRITERS.values():
        write(report, words=PLAIN)
    assert time.process_time() - start < 2


def test_no_document_library_is_imported_before_it_is_needed() -> None:
    import subprocess
    import sys

    heavy = "{'typst', 'docx', 'xlsxwriter', 'vl_convert', 'jinja2'}"
    program = f"import sys, ombud.writers; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
