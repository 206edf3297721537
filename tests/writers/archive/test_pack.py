"""Several files as one archive, in pieces."""

import io
import zipfile
from datetime import datetime

import pytest

from ombud.writers.archive import pack

AT = datetime(2026, 11, 21, 12, 30)


def packed(*entries: tuple[str, list[bytes]]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(pack(entries, at=AT))))


def test_what_goes_in_comes_out() -> None:
    archive = packed(("sag.html", [b"a" * 70_000, b"b"]), ("brev æøå.pdf", [b"", b"x"]))
    assert archive.testzip() is None
    assert archive.namelist() == ["sag.html", "brev æøå.pdf"]
    assert archive.read("sag.html") == b"a" * 70_000 + b"b"
    assert archive.infolist()[0].date_time == (2026, 11, 21, 12, 30, 0)


def test_it_comes_in_pieces_while_it_is_read() -> None:
    read: list[int] = []

    def pieces() -> object:
        for number in range(5):
            read.append(number)
            yield bytes([number]) * 1000

    stream = pack([("f", pieces())], at=AT)  # type: ignore[list-item]
    next(stream)
    assert read == [0]


@pytest.mark.parametrize(
    ("names", "given"),
    [
        (["a.pdf", "a.pdf", "A.PDF"], ["a.pdf", "a (2).pdf", "A (3).PDF"]),
        (["../../etc/passwd", "c:\\x\\y.txt"], ["passwd", "y.txt"]),
        (["", "..", ".x"], ["file", "file (2)", "x"]),
    ],
)
def test_names_are_tamed(names: list[str], given: list[str]) -> None:
    assert packed(*((name, [b"x"]) for name in names)).namelist() == given
