import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from ombud.core.report.tree import Document
from ombud.core.words import PLAIN
from ombud.writers.error import WriteError
from ombud.writers.pdf import write
from tests.writers import reading
from tests.writers.albertslund import COVER


@pytest.fixture(scope="module")
def pdf(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(files["pdf"])
    return path


def test_it_passes_the_machine_checks_of_pdf_ua(pdf: Path) -> None:
    import pdfua

    report = pdfua.Validator().validate(pdf)
    assert not report.findings


def test_it_is_tagged_titled_and_says_its_language(pdf: Path) -> None:
    shown = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Tagged:\s+yes", shown)
    assert re.search(r"Title:\s+Borgerrådgiverens beretning 2024/25", shown)
    assert b"/Lang" in pdf.read_bytes()


def test_every_page_says_its_number_of_how_many_and_the_draft_mark(pdf: Path) -> None:
    pages = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    texts = pages.stdout.split("\f")[:-1]
    for number, text in enumerate(texts, 1):
        assert f"page {number} of {len(texts)}" in text
        assert "Draft, not published" in text


def test_figures_are_told_in_words_with_their_numbers(pdf: Path) -> None:
    shown = subprocess.run(["pdfinfo", "-struct-text", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"(?m)^\s*Figure", shown)
    assert re.search(r"(?m)^\s*TH", shown)
    assert re.search(r"(?m)^\s*TD", shown)
    assert re.search(r"(?m)^\s*H1", shown)


def test_a_letter_no_font_has_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    def refuse(*_: object, **__: object) -> bytes:
        raise typst.TypstError('PDF/UA-1 error: the text `"中"` could not be displayed with font `"IBM Plex Sans"`')

    monkeypatch.setattr(typst, "compile", refuse)
    with pytest.raises(WriteError, match="中"):
        write(replace(COVER, subtitle="中"), words=PLAIN)


def test_footnotes_stand_on_their_page(report: Document, pdf: Path, tmp_path: Path) -> None:
    assert "ombudsmanden.dk" in reading.pdf_text(pdf.read_bytes(), tmp_path)
    assert len(report.footnotes) == 3
