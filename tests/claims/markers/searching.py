"""Looking for a marker however it may be written: in files of any kind, byte by byte."""

import base64
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

STEM = "qzxmarkerjv"
"""Every marker contains it, and nothing else does."""
CPR = "311299-4837"
PIECE = 1 << 22


def packed_text() -> bytes:
    """An office file (a zip) with a marker that deflate has packed, as a citizen would send it."""
    file = io.BytesIO()
    text = f"<w:t>{STEM} and a long letter, {STEM[::-1]}</w:t>" * 20
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def needles(stem: str = STEM, cpr: str = CPR, packed: bytes | None = None) -> dict[str, bytes]:
    """Each way of writing it, by its name."""
    plain, wide = stem.encode(), stem.encode("utf-16-le")
    found = {"utf-8": plain, "utf-16-le": wide, "utf-16-be": stem.encode("utf-16-be")}
    found |= {f"base64 {shift}": _base64(plain, shift) for shift in range(3)}
    found |= {f"base64 of utf-16 {shift}": _base64(wide, shift) for shift in range(3)}
    found |= {"hex": plain.hex().encode(), "HEX": plain.hex().upper().encode()}
    found |= {"cpr": cpr.encode(), "cpr without its dash": cpr.replace("-", "").encode()}
    found |= {"inside a document": (packed or packed_text())[50:90]}
    return found


def _base64(plain: bytes, shift: int) -> bytes:
    """The part of the encoding that does not depend on what stands around it."""
    encoded = base64.b64encode(bytes(shift) + plain)
    return encoded[-(-8 * shift // 6) : 8 * (shift + len(plain)) // 6]


@dataclass
class Search:
    """What was looked through and what was found; ``found`` maps a place to the ways in which it was written there."""

    wanted: dict[str, bytes] = field(default_factory=needles)
    places: int = 0
    bytes: int = 0
    found: dict[str, set[str]] = field(default_factory=dict)

    def folder(self, folder: Path) -> None:
        """Every file below; one that is deleted meanwhile is gone."""
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                self.file(path)

    def file(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self.stream(str(path), file)
        except FileNotFoundError:
            return

    def text(self, place: str, lines: Iterable[str]) -> None:
        self.stream(place, io.BytesIO("\n".join(lines).encode()))

    def stream(self, place: str, file: BinaryIO) -> None:
        self.places += 1
        for window in self._windows(file):
            for name, needle in self.wanted.items():
                if needle in window:
                    self.found.setdefault(place, set()).add(name)

    def _windows(self, file: BinaryIO) -> Iterator[bytes]:
        """Pieces that overlap by as much as the longest needle."""
        overlap, kept = max(map(len, self.wanted.values())), b""
        while piece := file.read(PIECE):
            self.bytes += len(piece)
            yield kept + piece
            kept = (kept + piece)[-overlap:]
