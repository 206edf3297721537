"""How a document can be shown, by its first bytes. Its name and what a browser says of it are not believed."""

from enum import StrEnum

from ombud.readers.previews.text import is_text

HEAD = 4096
"""Bytes of the start that tell the kind."""
PICTURES = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*",
)  # fmt: skip


class Kind(StrEnum):
    """``NONE``: fetch the file."""

    TEXT = "text"
    PICTURE = "picture"
    PDF = "pdf"
    NONE = "none"


def kind_of(head: bytes) -> Kind:
    """The kind of a document that begins like this. A web page or a drawing in SVG is text: its source is shown."""
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return Kind.PICTURE
    return Kind.TEXT if is_text(head) else Kind.NONE
