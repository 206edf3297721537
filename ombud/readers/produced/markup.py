"""A web page: its text by blocks, and what stands in attributes and comments."""

from collections.abc import Iterator
from html.parser import HTMLParser

from ombud.readers.produced.piece import Piece

_BLOCKS = frozenset(
    ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "title", "div", "section",
     "text", "blockquote", "dt", "dd", "tr", "table", "aside", "header", "footer", "nav", "br", "body", "figure",
     "main")
)  # fmt: skip
_UNREAD = frozenset(("style", "script"))
_ATTRIBUTES = frozenset(("alt", "title", "aria-label", "content", "href", "summary", "id", "value", "placeholder"))


def html_pieces(content: bytes) -> Iterator[Piece]:
    """A block of text at a time; every attribute that is read to somebody or leads somewhere."""
    page = _Page()
    page.feed(content.decode("utf-8", "replace"))
    page.close()
    page.end_block()
    yield from page.pieces


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self._unread = 0

    def end_block(self) -> None:
        said = "".join(self._text).strip()
        self._text = []
        if said:
            self.pieces.append(Piece("", said))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        self._unread += tag in _UNREAD
        self.pieces += (Piece(name, value) for name, value in attrs if value and name in _ATTRIBUTES)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
        self._unread -= tag in _UNREAD

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self.pieces.append(Piece("comment", data))
