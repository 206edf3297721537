"""What somebody wrote anywhere in a report is read back from each of the four files."""

import io
from dataclasses import replace

import docx
import openpyxl
import pytest

from ombud.core.report.tree import Document, Footnote, FootnoteMark, Link, Paragraph, Text
from ombud.core.words import PLAIN
from ombud.readers.error import ReadError
from ombud.readers.produced import pieces
from ombud.writers import WRITERS
from tests.writers.albertslund import PUBLISHED, document

WRITTEN = {
    "title": "Titlen Fengerholt",
    "subtitle": "Undertitlen Fengerholt",
    "author": "Forfatteren Fengerholt",
    "place": "Stedet Fengerholt",
    "heading": "Overskriften Fengerholt",
    "prose": "Brødteksten om Fengerholt er delt i mange ord så linjen brydes et sted hvor Fengerholt bor",
    "footnote": "Fodnoten Fengerholt",
    "caveat": "Forbeholdet Fengerholt",
    "link": "https://www.fengerholt.example/",
}
ONLY_IN_PROSE = {"heading", "prose", "footnote", "link"}
"""What a workbook, which holds tables and figures, does not hold."""


@pytest.fixture(scope="module")
def report() -> Document:
    made = document()
    first = made.sections[0]
    number = len(made.footnotes) + 1
    marked = (Text(WRITTEN["prose"]), FootnoteMark(number), Link(WRITTEN["link"], (Text("her"),)))
    first = replace(first, title=WRITTEN["heading"], blocks=(Paragraph(marked), *first.blocks))
    return replace(
        made,
        **{name: WRITTEN[name] for name in ("title", "subtitle", "author", "place")},
        sections=(first, *made.sections[1:]),
        footnotes=(*made.footnotes, Footnote(number, (Text(WRITTEN["footnote"]),))),
        caveats=(WRITTEN["caveat"],),
    )


@pytest.fixture(scope="module")
def files(report: Document) -> dict[str, bytes]:
    return {name: write(report, words=PLAIN) for name, write in WRITERS.items()}


def said(kind: str, content: bytes) -> str:
    return " \n ".join(" ".join(piece.text.split()) for piece in pieces(kind, content))


@pytest.mark.parametrize("kind", ["html", "pdf", "docx"])
def test_everything_written_is_read_back(files: dict[str, bytes], kind: str) -> None:
    text = said(kind, files[kind])
    missing = [name for name, words in WRITTEN.items() if words not in text and not (kind == "pdf" and name == "link")]
    assert missing == []


def test_a_workbook_is_read_with_its_properties(files: dict[str, bytes]) -> None:
    text = said("xlsx", files["xlsx"])
    assert [name for name, words in WRITTEN.items() if name not in ONLY_IN_PROSE and words not in text] == []


@pytest.mark.parametrize("kind", ["html", "pdf", "docx", "xlsx"])
def test_captions_and_labels_of_tables_and_figures_are_read(files: dict[str, bytes], kind: str) -> None:
    text = said(kind, files[kind])
    for words in (*PUBLISHED["table_1"]["rows"], *PUBLISHED["table_3"]["rows"]):
        assert words in text


def test_properties_are_told_by_their_name(files: dict[str, bytes]) -> None:
    named = {"pdf": "Author", "docx": "creator", "xlsx": "creator", "html": "content"}
    for kind, where in named.items():
        found = [piece.text for piece in pieces(kind, files[kind]) if piece.where == where]
        assert WRITTEN["author"] in found, kind


def test_a_picture_described_in_a_word_file_is_read(files: dict[str, bytes]) -> None:
    assert any(piece.where == "descr" for piece in pieces("docx", files["docx"]))
    assert any(piece.where == "alt" for piece in pieces("pdf", files["pdf"]))


def test_headers_comments_and_properties_of_a_word_file_are_read() -> None:
    made, stored = docx.Document(), io.BytesIO()
    made.sections[0].header.paragraphs[0].text = "Sidehovedet Fengerholt"
    made.core_properties.last_modified_by = "Skribenten Fengerholt"
    made.core_properties.keywords = "Nøgleordet Fengerholt"
    made.add_paragraph("Hos ").add_run("Fenger")
    made.paragraphs[-1].add_run("holt")
    made.save(stored)
    text = said("docx", stored.getvalue())
    for words in ("Sidehovedet Fengerholt", "Skribenten Fengerholt", "Nøgleordet Fengerholt", "Hos Fengerholt"):
        assert words in text


def test_hidden_sheets_comments_and_names_of_a_workbook_are_read() -> None:
    book, stored = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"] = "Cellen Fengerholt"
    book.active["A1"].comment = openpyxl.comments.Comment("Kommentaren Fengerholt", "Skribenten Fengerholt")
    book.create_sheet("Arket Fengerholt").sheet_state = "veryHidden"
    book.save(stored)
    text = said("xlsx", stored.getvalue())
    for words in ("Cellen", "Kommentaren", "Skribenten", "Arket"):
        assert f"{words} Fengerholt" in text


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx"])
def test_a_damaged_file_is_refused(files: dict[str, bytes], kind: str) -> None:
    with pytest.raises(ReadError):
        list(pieces(kind, files[kind][:200]))
