"""Inlines as runs: bold, links, references, live numbers and footnotes."""

from collections.abc import Iterable, Mapping
from typing import Any

from ombud.core.report import tree as t
from ombud.writers.docx.elements import Bookmarks, inside_link, outside_link, text_run
from ombud.writers.docx.footnotes import Footnotes

StyleIds = Mapping[str, str]


class Prose:
    """Writes the inlines of one document; knows which footnotes are already set."""

    def __init__(
        self, document: Any, report: t.Document, style_ids: StyleIds, language: str, bookmarks: Bookmarks
    ) -> None:
        self._document = document
        self._notes = {note.number: note for note in report.footnotes}
        self._style_ids = style_ids
        self._language = language
        self._bookmarks = bookmarks
        self._footnotes = Footnotes(document)
        self._set: set[int] = set()

    def nodes(self, inlines: Iterable[t.Inline]) -> list[Any]:
        return self._nodes(inlines, self._document.part, bold=False, italic=False, style="")

    def _nodes(self, inlines: Iterable[t.Inline], part: Any, *, bold: bool, italic: bool, style: str) -> list[Any]:
        made: list[Any] = []
        for inline in inlines:
            match inline:
                case t.Text() | t.LiveNumber():
                    made.append(text_run(inline.text, self._language, bold=bold, italic=italic, style=style))
                case t.Strong():
                    made += self._nodes(inline.children, part, bold=True, italic=italic, style=style)
                case t.Emphasis():
                    made += self._nodes(inline.children, part, bold=bold, italic=True, style=style)
                case t.Link():
                    link = self._style_ids["hyperlink"]
                    runs = self._nodes(inline.children, part, bold=bold, italic=italic, style=link)
                    made.append(outside_link(part, inline.address, runs))
                case t.Reference():
                    run = text_run(inline.text, self._language, bold=bold, italic=italic)
                    made.append(inside_link(inline.anchor, [run]))
                case t.FootnoteMark():
                    made += self._mark(inline.number, part)
        return made

    def _mark(self, number: int, part: Any) -> list[Any]:
        """The note itself at its first mark; Word cannot nest notes, so one inside another is only a link."""
        anchor = f"note-{number}"
        if number in self._set or number not in self._notes or part is not self._document.part:
            return [inside_link(anchor, [text_run(str(number), self._language, superscript=True)])]
        self._set.add(number)
        children = self._notes[number].children
        content = self._nodes(children, self._footnotes.part, bold=False, italic=False, style="")
        run = self._footnotes.add(content, self._style_ids["footnote text"], self._style_ids["footnote reference"])
        return self._bookmarks.around(anchor, [run])
