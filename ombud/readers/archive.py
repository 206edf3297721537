"""The zip archive of an office file, unpacked under guard before any other program opens it."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ombud.core.words import Words
from ombud.readers.error import ReadError
from ombud.readers.limits import Limits

CHUNK = 1 << 20
PACKED_CHUNK = 1 << 16
CENTRAL_ENTRY = b"PK\x01\x02"
ENCRYPTED_BIT = 0x1


def damaged(words: Words) -> ReadError:
    """The refusal of a file that breaks its own format."""
    return ReadError(words.gettext("The file is damaged or only partly copied and cannot be opened."))


def protected(words: Words) -> ReadError:
    """The refusal of a file under a password."""
    return ReadError(
        words.gettext(
            "The file is protected with a password. Take the password off in the spreadsheet program and save it again."
        )
    )


def unreasonable(words: Words) -> ReadError:
    """The refusal of a file that would grow out of all proportion."""
    return ReadError(words.gettext("The file would unpack to far more than a spreadsheet holds and is not opened."))


@dataclass(frozen=True)
class Archive:
    """A zip archive whose declared sizes are within the limits."""

    data: bytes
    parts: dict[str, zipfile.ZipInfo]
    words: Words

    def chunks(self, name: str) -> Iterator[bytes]:
        """The unpacked part, in pieces of at most a megabyte.

        Unpacked here rather than by ``zipfile``, which stops at the declared size without saying that there is more:
        a part that lies about its size must not reach a reader that goes on. Raises ReadError for one that does.
        """
        info = self.parts[name]
        size = check = 0
        for piece in self._unpack(info):
            size += len(piece)
            if size > info.file_size:
                raise unreasonable(self.words)
            check = zlib.crc32(piece, check)
            yield piece
        if size != info.file_size or check != info.CRC:
            raise damaged(self.words)

    def part(self, name: str) -> bytes:
        """The whole unpacked part."""
        return b"".join(self.chunks(name))

    def _unpack(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        head = self.data[info.header_offset : info.header_offset + 30]
        if len(head) < 30 or not head.startswith(b"PK\x03\x04"):
            raise damaged(self.words)
        start = info.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        packed = memoryview(self.data)[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            for at in range(0, len(packed), CHUNK):
                yield bytes(packed[at : at + CHUNK])
        elif info.compress_type == zipfile.ZIP_DEFLATED:
            yield from self._inflate(packed)
        else:
            raise damaged(self.words)

    def _inflate(self, packed: memoryview) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for at in range(0, len(packed), PACKED_CHUNK):
                rest: bytes | memoryview = packed[at : at + PACKED_CHUNK]
                while rest and not inflater.eof:
                    yield inflater.decompress(rest, CHUNK)
                    rest = inflater.unconsumed_tail
            while not inflater.eof and (piece := inflater.decompress(b"", CHUNK)):
                yield piece
        except zlib.error:
            raise damaged(self.words) from None
        if not inflater.eof:
            raise damaged(self.words)


def open_archive(data: bytes, *, words: Words, limits: Limits) -> Archive:
    """The archive's parts by name in lower case, as office programs compare them.

    Raises ReadError for a broken archive, one under a password, one with two parts of the same name, and one whose
    parts together pass the limits.
    """
    # Counted in the bytes first: zipfile would make an object of each before it could be asked.
    if data.count(CENTRAL_ENTRY) > limits.parts:
        raise unreasonable(words)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            infos = opened.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, IndexError):
        raise damaged(words) from None
    if any(info.flag_bits & ENCRYPTED_BIT for info in infos):
        raise protected(words)
    parts = {info.filename.lower(): info for info in infos}
    # Another unzip program may start counting elsewhere or take the other of two equal names, past what is checked.
    if len(parts) != len(infos) or not infos or min(info.header_offset for info in infos) != 0:
        raise damaged(words)
    unpacked = sum(info.file_size for info in infos)
    in_proportion = unpacked <= limits.ratio_counts_from or unpacked <= limits.unpacked_ratio * len(data)
    if unpacked > limits.unpacked_bytes or not in_proportion:
        raise unreasonable(words)
    return Archive(data, parts, words)
