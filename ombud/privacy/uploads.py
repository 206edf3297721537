"""Every uploaded file is sealed while it arrives: nothing of it touches the disk in the clear, whatever page takes it.

The key of an arriving file lives in memory only. A page reads the content through the key; a case takes the sealed
file over as it is, together with the key. What no page took over is deleted when the request ends.
"""

import fcntl
import io
import os
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from ombud.privacy.sealing.pieces import PieceSealer, new_key, unseal_pieces

JUST_NOW = timedelta(minutes=1)
"""How old a file without a lock must be to be left over: a younger one may be about to take its lock."""


class Arriving:
    """A file on its way into OMBUD_HOME/arriving: ``write``, ``finish``, then ``keep`` it elsewhere or ``discard``.

    The process holds a lock on the file for as long as it may still be kept, so that what a crash left over is known.
    """

    def __init__(self) -> None:
        self.key = new_key()
        self.size = 0
        self.path = folder() / uuid.uuid4().hex
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "wb", buffering=0)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._sealer = PieceSealer(self.key)

    def __repr__(self) -> str:
        return f"Arriving({self.size} bytes)"

    def __del__(self) -> None:
        """A request that broke off in the middle of a file ends without telling anyone."""
        if hasattr(self, "_file"):
            self.discard()

    def write(self, data: bytes) -> None:
        self.size += len(data)
        self._put(self._sealer.update(data))

    def finish(self) -> None:
        """After the last byte."""
        self._put(self._sealer.finish())

    def open(self) -> BinaryIO:
        """The content from its start, in the clear, in memory."""
        return SealedReader.buffered(lambda: self.path.open("rb"), self.key, self.size)

    def keep(self, target: Path) -> None:
        """Move the sealed file; it is on the disk when this returns."""
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.fsync(self._file.fileno())
        self.path.rename(target)
        self._file.close()
        descriptor = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def discard(self) -> None:
        """Delete the file, unless it was kept."""
        if not self._file.closed:
            self.path.unlink(missing_ok=True)
            self._file.close()

    close = discard

    def _put(self, sealed: bytes) -> None:
        rest = memoryview(sealed)
        while rest:
            rest = rest[self._file.write(rest) :]


class SealedReader(io.RawIOBase):
    """A sealed file as an ordinary one. Reading on is quick; going back begins again at the start.

    Raises WrongKey or Damaged instead of giving a changed content.
    """

    def __init__(self, opened: Callable[[], BinaryIO], key: bytes, size: int) -> None:
        self._opened, self._key, self._size = opened, key, size
        self._at = self._wanted = 0
        self._rest = b""
        self._source: BinaryIO | None = None
        self._pieces: Iterator[bytes] = iter(())
        self._begin()

    @classmethod
    def buffered(cls, opened: Callable[[], BinaryIO], key: bytes, size: int) -> BinaryIO:
        """With all that a file can do."""
        return io.BufferedReader(cls(opened, key, size), 1 << 16)

    def __repr__(self) -> str:
        return "SealedReader()"

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._wanted

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._wanted, os.SEEK_END: self._size}[whence]
        self._wanted = max(0, start + offset)
        return self._wanted

    def readinto(self, buffer: Any) -> int:
        if self._wanted < self._at:
            self._begin()
        while (behind := self._wanted - self._at) > 0 and self._fill():
            self._take(behind)
        if self._wanted > self._at or not self._fill():
            return 0
        piece = self._take(len(buffer))
        buffer[: len(piece)] = piece
        self._wanted = self._at
        return len(piece)

    def close(self) -> None:
        if self._source is not None:
            self._source.close()
        super().close()

    def _begin(self) -> None:
        if self._source is not None:
            self._source.close()
        self._source = self._opened()
        self._at, self._rest, self._pieces = 0, b"", unseal_pieces(self._key, self._source)

    def _fill(self) -> bool:
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self._rest = piece
        return True

    def _take(self, most: int) -> bytes:
        piece, self._rest = self._rest[:most], self._rest[most:]
        self._at += len(piece)
        return piece


class SealedUpload(UploadedFile):  # type: ignore[type-arg]
    """An uploaded file: reads like any other, and lies sealed in ``arriving``."""

    def __init__(self, arriving: Arriving, name: str, **said: Any) -> None:
        super().__init__(arriving.open(), name, size=arriving.size, **said)
        self.arriving = arriving

    def close(self) -> None:
        """At the end of the request: deleted, unless it was kept."""
        super().close()
        self.arriving.discard()


class SealingUploadHandler(FileUploadHandler):
    """The only upload handler of the site (FILE_UPLOAD_HANDLERS)."""

    file: Arriving

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = Arriving()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> SealedUpload:
        self.file.finish()
        said = {"charset": self.charset, "content_type_extra": self.content_type_extra}
        return SealedUpload(self.file, str(self.file_name), content_type=self.content_type, **said)

    def upload_interrupted(self) -> None:
        self.file.discard()


def folder() -> Path:
    """Where files lie while they arrive: on the same disk as those that stay, so that keeping one is a rename."""
    return Path(settings.OMBUD_HOME) / "arriving"


def delete_left_over(now: datetime) -> int:
    """Delete what broken uploads left behind; returns how many. An upload at hand in any process is left alone."""
    found = list(folder().iterdir()) if folder().is_dir() else []
    return sum(_is_deleted(path, (now - JUST_NOW).timestamp()) for path in found)


def _is_deleted(path: Path, made_before: float) -> bool:
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_mtime > made_before:
                return False
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    except (BlockingIOError, FileNotFoundError):
        return False
    return True
