"""The municipality's own Word file: used as it is, completed where it lacks, refused where it is dangerous."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.shared import Pt

from ombud.core.report.tree import Document
from ombud.core.words import PLAIN
from ombud.writers.docx import write
from ombud.writers.error import WriteError


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def repacked(content: bytes, change: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    old = zipfile.ZipFile(BytesIO(content))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
        for name in change.keys() - set(old.namelist()):
            new.writestr(name, change[name])
    return buffer.getvalue()


def test_its_styles_paper_and_header_are_kept_and_its_text_is_left_out(report: Document) -> None:
    template = docx.Document()
    template.styles["Heading 1"].font.name = "Kommuneskrift"
    template.styles["Heading 1"].font.size = Pt(33)
    template.sections[0].header.paragraphs[0].text = "Kommunens brevhoved"
    template.sections[0].left_margin = Pt(99)
    template.add_paragraph("Skriv her")
    made = docx.Document(BytesIO(write(report, words=PLAIN, template=saved(template))))
    assert made.styles["Heading 1"].font.name == "Kommuneskrift"
    assert made.styles["Heading 1"].font.size == Pt(33)
    assert made.sections[0].left_margin == Pt(99)
    assert [one.text for one in made.sections[0].header.paragraphs] == ["Kommunens brevhoved", "Draft, not published"]
    assert "Skriv her" not in [one.text for one in made.paragraphs]
    assert len(made.tables) == 4


def test_missing_styles_are_added(report: Document) -> None:
    template = docx.Document()
    for style in list(template.styles):
        if style.name not in ("Normal", "Default Paragraph Font"):
            style.element.getparent().remove(style.element)
    made = docx.Document(BytesIO(write(report, words=PLAIN, template=saved(template))))
    names = {style.name for style in made.styles}
    assert {"Heading 1", "Heading 3", "Caption", "Table Grid", "List Bullet", "Quote", "Title"} <= names
    assert next(one.text for one in made.paragraphs if one.style.name == "Heading 1") == "Forord"


def test_a_report_may_be_the_template_of_the_next(report: Document) -> None:
    first = write(report, words=PLAIN)
    made = docx.Document(BytesIO(write(report, words=PLAIN, template=first)))
    assert len(made.tables) == 4
    notes = [str(one.partname) for one in made.part.package.iter_parts() if "footnotes" in str(one.partname)]
    assert notes == ["/word/footnotes.xml"]


def test_headings_a_template_numbers_itself_get_only_the_reports_number(report: Document) -> None:
    template = docx.Document()
    numbered = template.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_numId().val = 3
    made = docx.Document(BytesIO(write(report, words=PLAIN, template=saved(template))))
    headings = [one for one in made.paragraphs if one.style.name == "Heading 1"]
    assert [one._p.pPr.numPr.numId.val for one in headings] == [0] * 4


def macro() -> bytes:
    plain = saved(docx.Document())
    types = zipfile.ZipFile(BytesIO(plain)).read("[Content_Types].xml")
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return repacked(
        plain, {"[Content_Types].xml": types.replace(main, b"application/vnd.ms-word.document.macroEnabled.main+xml")}
    )


def bomb() -> bytes:
    return repacked(saved(docx.Document()), {"word/media/big.bin": b"\0" * 160_000_000})


def broken() -> bytes:
    return repacked(saved(docx.Document()), {"word/document.xml": b"<w:document"})


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (lambda: b"", "not a Word document"),
        (lambda: b"%PDF-1.7 hello", "not a Word document"),
        (lambda: repacked(saved(docx.Document()), {"[Content_Types].xml": b"<Types/>"}), "not a Word document"),
        (macro, "contains macros"),
        (lambda: repacked(saved(docx.Document()), {"word/vbaProject.bin": b"x"}), "contains macros"),
        (bomb, "unpacks to far more"),
        (broken, "cannot be read"),
    ],
    ids=["empty", "pdf", "other zip", "macro enabled", "macro part", "zip bomb", "broken"],
)
def test_what_cannot_be_a_template_is_refused_in_words(template: Any, said: str, report: Document) -> None:
    with pytest.raises(WriteError, match=said):
        write(report, words=PLAIN, template=template())
