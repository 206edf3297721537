"""Every word of the files a report is published as: what is printed, and what stands beside it unseen.

The files are the program's own, yet a municipality's template and a drawing library have a part in them: what is
searched before publication is what was written, not what was meant.
"""

from collections.abc import Callable, Iterator

from ombud.readers.produced.markup import html_pieces
from ombud.readers.produced.office import office_pieces
from ombud.readers.produced.pdf import pdf_pieces
from ombud.readers.produced.piece import Piece

__all__ = ["Piece", "pieces"]

_READERS: dict[str, Callable[[bytes], Iterator[Piece]]] = {
    "html": html_pieces,
    "pdf": pdf_pieces,
    "docx": office_pieces,
    "xlsx": office_pieces,
}


def pieces(kind: str, content: bytes) -> Iterator[Piece]:
    """The texts of a file ("html", "pdf", "docx" or "xlsx"), each with the property or part it stands in; in the text
    itself that is "". Raises ReadError for a file that is damaged, KeyError for another kind.
    """
    return _READERS[kind](content)
