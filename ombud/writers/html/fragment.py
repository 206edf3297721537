"""One section of a document as HTML for a page that has a frame of its own: the preview of a draft."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ombud.core.report.tree import Document, Section
from ombud.core.statistics.table import Row, Table
from ombud.core.words import Words
from ombud.writers.html.write import Page, environment
from ombud.writers.wording import heading

Why = Callable[[str, Row | None, int], str]
"""Where the page is that says why a number is hidden, from the table's name, its row (None: the total) and column; ""
where there is none.
"""


class LinkedPage(Page):
    """A page of the office's own, whose hidden numbers lead to the reason."""

    def __init__(self, document: Document, words: Words, why: Why) -> None:
        super().__init__(document, words)
        self._why = why

    def links(self, table: Any) -> tuple[tuple[str, ...], ...]:
        shown: Table = table
        rows: list[Row | None] = [*shown.rows, *([None] if shown.has_total else [])]
        return tuple(tuple(self._why(shown.name, row, at) for at in range(len(shown.columns))) for row in rows)


def write_section(document: Document, section: Section, *, words: Words, why: Why | None = None) -> str:
    """The section's own blocks and sub-headings, without the sections that stand below it in the outline."""
    own = replace(section, sections=tuple(one for one in section.sections if "-part-" in one.anchor))
    html = (
        environment()
        .get_template("fragment.html.j2")
        .render(
            section=own,
            page=Page(document, words) if why is None else LinkedPage(document, words, why),
            words=words,
            _=words.gettext,
            heading=heading,
            kind=lambda node: type(node).__name__,
        )
    )
    return str(html)
