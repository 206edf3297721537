"""A PDF: the text of its pages, its properties in both their forms, its bookmarks and alternative texts."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ombud.core.words import PLAIN
from ombud.readers.archive import damaged
from ombud.readers.produced.piece import Piece

_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_HYPHENATED = re.compile(r"[\ufffe\u0002\u00ad]\s*|(?<=\w)-\r?\n(?=\w)")
LONGEST = 1 << 16


def pdf_pieces(content: bytes) -> Iterator[Piece]:
    """A page at a time, words that were hyphenated joined again."""
    for found in _XMP.finditer(content):
        yield Piece("xmp", _TAGS.sub(" ", found[0].decode("utf-8", "replace")))
    try:
        with pypdfium2.PdfDocument(content) as document:
            yield from (Piece(name, said) for name, said in document.get_metadata_dict(skip_empty=True).items())
            yield from (Piece("bookmark", mark.get_title()) for mark in document.get_toc())
            for page in document:
                said = page.get_textpage().get_text_range()
                yield Piece("", _HYPHENATED.sub("", said).replace("\r", ""))
                yield from (Piece("alt", text) for text in _alternatives(page))
    except pypdfium2.PdfiumError:
        raise damaged(PLAIN) from None


def _alternatives(page: Any) -> Iterator[str]:
    """What is told of pictures to who cannot see them."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        below = [
            pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
        ]
        while below:
            element = below.pop()
            if element:
                yield from _alternative(element)
                count = pdfium.FPDF_StructElement_CountChildren(element)
                below += (pdfium.FPDF_StructElement_GetChildAtIndex(element, at) for at in range(count))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _alternative(element: Any) -> Iterator[str]:
    size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if 2 < size <= LONGEST:
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
        yield buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
