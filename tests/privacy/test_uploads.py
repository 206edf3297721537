"""A file is sealed while it arrives, reads like any other, and leaves nothing behind that no page took over."""

import gc
import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, UnreadablePostError
from django.test import RequestFactory
from django.utils import timezone

from ombud.privacy.sealing.pieces import unseal_pieces
from ombud.privacy.uploads import Arriving, SealedUpload, delete_left_over, folder

MARKER = b"MARKER-of-the-citizen"
SOON = timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _home(settings: object, tmp_path: Path) -> None:
    settings.OMBUD_HOME = tmp_path  # type: ignore[attr-defined]


def posted(content: bytes, name: str = "Brev.txt") -> HttpRequest:
    return RequestFactory().post("/", {"file": SimpleUploadedFile(name, content)})


def lying() -> list[Path]:
    return sorted(folder().iterdir()) if folder().exists() else []


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 300_000])
def test_what_arrives_is_read_as_it_was_sent(size: int) -> None:
    content = (MARKER * (size // len(MARKER) + 1))[:size]
    upload = posted(content).FILES["file"]
    assert isinstance(upload, SealedUpload)
    assert upload.size == size
    assert upload.read() == content
    assert b"".join(upload.chunks(1000)) == content


def test_nothing_of_it_lies_on_the_disk_in_the_clear() -> None:
    upload = posted(MARKER * 10_000).FILES["file"]
    (path,) = lying()
    assert MARKER not in path.read_bytes()
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert b"".join(unseal_pieces(upload.arriving.key, path.open("rb"))) == MARKER * 10_000


def test_it_can_be_read_from_any_place() -> None:
    content = os.urandom(200_000)
    upload = posted(content).FILES["file"]
    ordinary = io.BytesIO(content)
    for offset, whence, size in [
        (150_000, 0, 10),
        (5, 0, 70_000),
        (-7, 2, 100),
        (0, 0, 1),
        (10, 1, 5),
        (300_000, 0, 5),
    ]:
        assert upload.seek(offset, whence) == ordinary.seek(offset, whence)
        assert upload.read(size) == ordinary.read(size)
        assert upload.tell() == ordinary.tell()
    upload.seek(0)
    ordinary.seek(0)
    assert upload.readline() == ordinary.readline()


def test_it_is_gone_when_the_request_ends() -> None:
    request = posted(MARKER)
    assert request.FILES["file"].size == len(MARKER)
    assert len(lying()) == 1
    request.close()
    assert lying() == []


def test_a_kept_one_stays_as_it_is(tmp_path: Path) -> None:
    request = posted(MARKER * 5000)
    arriving = request.FILES["file"].arriving
    sealed = arriving.path.read_bytes()
    arriving.keep(tmp_path / "files" / "one")
    request.close()
    assert (tmp_path / "files" / "one").read_bytes() == sealed
    assert lying() == []


class Breaking(io.BytesIO):
    """A connection that ends in the middle of a file."""

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        if not found:
            raise OSError("The connection is gone.")
        return found


def test_a_broken_upload_leaves_nothing() -> None:
    request = posted(MARKER * 100_000)
    body = request.META["wsgi.input"].read()
    request.META["CONTENT_LENGTH"] = str(len(body) + 1_000_000)
    request = RequestFactory().request(**request.META | {"wsgi.input": Breaking(body)})
    with pytest.raises(UnreadablePostError):
        _ = request.FILES
    del request
    gc.collect()
    assert lying() == []


def test_what_a_crash_left_over_is_deleted_and_what_still_arrives_is_not() -> None:
    arriving = Arriving()
    arriving.write(MARKER)
    left_over = folder() / "left-over"
    left_over.write_bytes(b"sealed")
    assert delete_left_over(timezone.now()) == 0
    assert delete_left_over(timezone.now() + SOON) == 1
    assert lying() == [arriving.path]
    arriving.discard()
    assert lying() == []


def test_nothing_of_it_is_shown_by_accident() -> None:
    arriving = Arriving()
    arriving.write(MARKER)
    assert arriving.key.hex() not in repr(arriving) + repr(arriving.open())
