import re
import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from ombud.core.report.tree import Document
from ombud.core.words import PLAIN
from ombud.writers.docx import write


@pytest.fixture(scope="module")
def word(files: dict[str, bytes]) -> Any:
    return docx.Document(BytesIO(files["docx"]))


def part(files: dict[str, bytes], name: str) -> str:
    return zipfile.ZipFile(BytesIO(files["docx"])).read(name).decode("utf-8")


def test_headings_are_real_headings_in_order(word: Any) -> None:
    found = [(one.style.name, one.text) for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert found == [
        ("Heading 1", "Forord"),
        ("Heading 1", "1 Henvendelser"),
        ("Heading 2", "1.1 Hvad henvender borgerne sig om"),
        ("Heading 3", "Om tid"),
        ("Heading 2", "1.2 Udvikling"),
        ("Heading 1", "2 Ankestyrelsen"),
        ("Heading 1", "Bilag: tabeller"),
    ]


def test_captions_count_with_fields_that_already_show_their_number(word: Any) -> None:
    captions = [one for one in word.paragraphs if one.style.name == "Caption"]
    assert [one.text.split(":")[0] for one in captions] == [
        *(f"Figure {number}" for number in range(1, 7)),
        *(f"Table {number}" for number in range(1, 5)),
    ]
    codes = [code.text.strip() for one in captions for code in one._p.iter(qn("w:instrText"))]
    assert codes == ["SEQ Figure \\* ARABIC"] * 6 + ["SEQ Table \\* ARABIC"] * 4


def test_the_contents_field_lists_the_sections_before_word_updates_it(files: dict[str, bytes], word: Any) -> None:
    assert 'w:dirty="true"' in part(files, "word/document.xml")
    entries = [one.text for one in word.paragraphs if one.style.name.lower().startswith("toc ")]
    assert entries[:3] == ["Contents", "Forord", "1 Henvendelser"]


def test_fields_are_balanced(word: Any) -> None:
    kinds = [one.get(qn("w:fldCharType")) for one in word.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 11


def test_every_link_inside_leads_to_a_bookmark(word: Any) -> None:
    marks = [mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))]
    links = {link.get(qn("w:anchor")) for link in word.element.body.iter(qn("w:hyperlink"))} - {None}
    assert len(set(marks)) == len(marks)
    assert links <= set(marks)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", mark) for mark in marks)


def test_tables_repeat_a_marked_header_row_and_have_alternative_texts(word: Any) -> None:
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith("Table ")
        assert table.style.name == "Table Grid"


def test_pictures_are_told_in_words_with_their_numbers(word: Any) -> None:
    descriptions = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert len(descriptions) == 6
    assert "Børn & Familie: 25,1" in descriptions[0]


def test_footnotes_are_real(files: dict[str, bytes], word: Any) -> None:
    notes = part(files, "word/footnotes.xml")
    assert "ombudsmanden.dk" in notes
    references = [one.get(qn("w:id")) for one in word.element.body.iter(qn("w:footnoteReference"))]
    assert references == ["1", "2", "3"]


def test_only_the_wide_table_lies_on_its_side(word: Any) -> None:
    assert [section.orientation for section in word.sections] == [0, 1, 0]
    assert word.sections[1].page_width > word.sections[1].page_height


def test_language_title_and_author_are_set(word: Any) -> None:
    assert word.core_properties.title == "Borgerrådgiverens beretning 2024/25"
    assert word.core_properties.author == "Borgerrådgiveren"
    assert {one.get(qn("w:val")) for one in word.element.body.iter(qn("w:lang"))} == {"da-DK"}


def test_numbered_lists_begin_anew(report: Document) -> None:
    from dataclasses import replace

    from ombud.core.report.tree import ListBlock, Paragraph, Section, Text

    item = (Paragraph((Text("punkt"),)),)
    lists = (ListBlock(True, (item, item)), Paragraph((Text("mellem"),)), ListBlock(True, (item,)))
    made = docx.Document(BytesIO(write(replace(report, sections=(Section("a", "", "A", lists),)), words=PLAIN)))
    numbers = [one._p.pPr.numPr.numId.val for one in made.paragraphs if one.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]
