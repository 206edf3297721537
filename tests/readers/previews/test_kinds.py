"""What a document is, by its first bytes."""

import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ombud.readers.previews import LONGEST_TEXT, Kind, kind_of, shown_text


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def webp() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "WEBP")
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as one:
        one.writestr("a.txt", "a")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Kind.NONE),
        (b"Hej\r\n", Kind.TEXT),
        ("Børn".encode("cp1252"), Kind.TEXT),
        ("Børn".encode("utf-16"), Kind.TEXT),
        (b"<html><script>alert(1)</script>", Kind.TEXT),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", Kind.TEXT),
        (b"\n%PDF-1.4", Kind.PDF),
        (b"\xff\xd8\xff\xe0", Kind.PICTURE),
        (webp(), Kind.PICTURE),
        (word(), Kind.NONE),
        (archive(), Kind.NONE),
        (b"MZ\x90\0\x03", Kind.NONE),
        (b"\0\0\0\x20ftypheic", Kind.NONE),
    ],
)
def test_the_kind_is_told_by_the_content(content: bytes, kind: Kind) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_danish_letters_are_read_in_any_encoding(encoding: str) -> None:
    assert shown_text("Sagen om Åse Ærø\r\nnæste".encode(encoding)).text == "Sagen om Åse Ærø\nnæste"


def test_a_letter_cut_in_two_at_the_end_is_left_out() -> None:
    shown = shown_text("æ".encode() * LONGEST_TEXT)
    assert not shown.whole
    assert set(shown.text) == {"æ"}


def test_marks_that_turn_the_direction_are_not_kept() -> None:
    assert shown_text("fra\u202etil\u2066 \x1b[2J".encode()).text == "fra\ufffdtil\ufffd \ufffd[2J"


@given(st.binary(max_size=3000))
def test_whatever_comes_is_shown_as_text_without_controls(content: bytes) -> None:
    text = shown_text(content).text
    assert all(one in "\n\t" or one.isprintable() or one.isspace() or ord(one) > 127 for one in text)
