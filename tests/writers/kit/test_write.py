"""The sheets, read back: clean PDF/UA, the whole code, one page each, nothing written on the way."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ombud.core.words import PLAIN
from ombud.writers import kit
from ombud.writers.error import WriteError

CODE = " ".join(f"{chr(65 + number)}{number % 8 + 2}QZ" for number in range(16))
HOLDER = kit.Holder("Albertslund Kommune", date(2026, 11, 21))
PERSON = kit.Holder("", date(2026, 11, 21), "Asta #Eksempel *[x](y) $a$")


def sheets() -> dict[str, list[kit.Page]]:
    return {
        "envelope": [kit.envelope_page(CODE, HOLDER, PLAIN)],
        "shares": [kit.share_page(CODE, number, HOLDER, PLAIN) for number in (1, 2, 3)],
        "person": [kit.person_page(CODE, PERSON, PLAIN)],
    }


@pytest.fixture(params=["envelope", "shares", "person"])
def pdf(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, int]:
    pages = sheets()[request.param]
    path = tmp_path / "kit.pdf"
    path.write_bytes(kit.write(pages, words=PLAIN))
    return path, len(pages)


def texts(path: Path) -> list[str]:
    shown = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True)
    return shown.stdout.split("\f")[:-1]


def test_it_passes_the_machine_checks_of_pdf_ua(pdf: tuple[Path, int]) -> None:
    import pdfua

    assert not pdfua.Validator().validate(pdf[0]).findings


def test_it_is_one_a4_page_a_sheet(pdf: tuple[Path, int]) -> None:
    shown = subprocess.run(["pdfinfo", str(pdf[0])], check=True, capture_output=True, text=True).stdout
    assert re.search(rf"Pages:\s+{pdf[1]}\n", shown)
    assert "A4" in shown
    assert re.search(r"Tagged:\s+yes", shown)


def test_every_group_stands_on_every_sheet_in_order(pdf: tuple[Path, int]) -> None:
    for text in texts(pdf[0]):
        assert re.findall(r"\b[A-P][2-9]QZ\b", text) == CODE.split()


def test_a_sheet_says_whose_it_is_and_when(pdf: tuple[Path, int]) -> None:
    for text in texts(pdf[0]):
        assert "21 November 2026" in text
        assert "Albertslund Kommune" in text or "Asta #Eksempel *[x](y) $a$" in text


def test_shares_say_which_they_are(tmp_path: Path) -> None:
    path = tmp_path / "kit.pdf"
    path.write_bytes(kit.write(sheets()["shares"], words=PLAIN))
    for number, text in enumerate(texts(path), 1):
        assert f"Recovery share {number} of 3" in text


def test_a_code_is_not_in_what_an_error_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["ombud.writers.kit.write"], "_template", lambda: b"#panic(sys.inputs.kit)")
    with pytest.raises(WriteError) as caught:
        kit.write(sheets()["person"], words=PLAIN)
    assert CODE[:9] not in str(caught.value)
    assert caught.value.__suppress_context__
