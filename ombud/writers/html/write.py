"""A document to HTML through one escaped template."""

from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ombud.core.report.tree import Document, FigureBlock
from ombud.core.words import Words
from ombud.writers.charts.drawing import draw
from ombud.writers.printed import PrintedTable, print_figure, print_table
from ombud.writers.wording import caption_parts, draft_mark, heading, imprint

_HERE = Path(__file__).parent


def write(document: Document, *, words: Words) -> bytes:
    """The whole report as UTF-8, without scripts, addresses of parts or style attributes."""
    page = Page(document, words)
    html = (
        environment()
        .get_template("report.html.j2")
        .render(
            document=document,
            page=page,
            words=words,
            _=words.gettext,
            style=Markup((_HERE / "report.css").read_text("utf-8")),  # noqa: S704 - a file of the program
            imprint=imprint(document, words),
            draft=draft_mark(document, words),
            heading=heading,
            kind=lambda node: type(node).__name__,
        )
    )
    return str(html).encode("utf-8")


class Page:
    """What the template asks for: numbers as text, drawings, and each footnote's first mark."""

    def __init__(self, document: Document, words: Words) -> None:
        self._document = document
        self._words = words
        self._marked: set[int] = set()

    def table(self, table: Any) -> PrintedTable:
        return print_table(table, self._document.language, self._words, has_caveats=bool(self._document.caveats))

    def numbers(self, block: FigureBlock) -> PrintedTable:
        caveats = bool(self._document.caveats)
        return print_figure(block.figure, self._document.language, self._words, has_caveats=caveats)

    def caption(self, block: Any) -> tuple[str, str]:
        return caption_parts(block, self._words)

    def links(self, table: Any) -> tuple[tuple[str, ...], ...]:
        """Addresses for the cells of a table by printed row and column; empty in a report, which stands alone."""
        return ()

    def drawing(self, block: FigureBlock) -> Markup:
        """The SVG as it came from the drawing, which escapes every label; named by the figure's caption."""
        svg = draw(block.figure, self._document.language)
        named = Markup('<svg role="img" aria-label="{}" ').format(block.figure.alternative or block.figure.caption)
        return named + Markup(svg.removeprefix("<svg "))  # noqa: S704 - vl-convert escapes every text

    def is_first_mark(self, number: int) -> bool:
        """Only the first mark of a footnote carries the id that the note leads back to."""
        is_first = number not in self._marked
        self._marked.add(number)
        return is_first


@cache
def environment() -> Any:
    """The templates, escaped by default; made once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(_HERE)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
