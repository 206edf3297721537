import codecs

import pytest

from ombud.core.words import PLAIN
from ombud.readers import Place, ReadError
from ombud.readers.text_encoding import decode

TEXT = "Sagsnr;Afdeling\n1;Børn & Ældre på Ågården – øvrige\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_danish_letters_survive(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), words=PLAIN) == TEXT


def test_big_endian_utf16_with_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), words=PLAIN) == TEXT


def test_the_end_mark_of_old_programs_is_left_out() -> None:
    assert decode(b"a;b\n1;2\n\x1a", words=PLAIN) == "a;b\n1;2\n"


@pytest.mark.parametrize(
    ("data", "message", "row"),
    [
        (b"a;b\r\n1;\x00\r\n", "no text has", 2),
        (b"a;b\n1;2\n\x02;3\n", "no text has", 3),
        ("a;b;c\nd;e;f;g".encode("utf-16-le") + b"\x00", "unknown encoding", 2),
        ("a;b\nÅrhus;x".encode("cp850"), "unknown encoding", 2),
        ("a;b\n1;æ\n".encode() + "2;ø\n".encode("cp1252"), "mixes two encodings", 2),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "no text has", 1),
    ],
)
def test_what_is_no_text_is_refused_at_its_row(data: bytes, message: str, row: int) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        decode(data, words=PLAIN)
    assert caught.value.place == Place(row=row)
