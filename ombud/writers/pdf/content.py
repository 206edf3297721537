"""The tree as plain data for the Typst template: only values, so no text of the report can become markup."""

from collections.abc import Iterable
from typing import Any

from ombud.core.report import tree as t
from ombud.core.words import Words
from ombud.writers.charts.drawing import draw, width_of
from ombud.writers.charts.look import WIDTH
from ombud.writers.printed import PrintedTable, figure_in_words, print_figure, print_table
from ombud.writers.wording import caption_parts, draft_mark, imprint

Data = dict[str, Any]


def content(document: t.Document, words: Words) -> Data:
    """Everything the template prints, its own fixed words included."""
    maker = _Maker(document, words)
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.author,
        "municipality": document.municipality,
        "language": document.language.split("-")[0],
        "imprint": imprint(document, words),
        "caveats": document.caveats,
        "draft": draft_mark(document, words),
        "sections": [maker.section(section, 1) for section in document.sections],
        "words": {
            "contents": words.gettext("Contents"),
            "reservations": words.gettext("Reservations"),
            "page": words.gettext("page %(page)s of %(pages)s"),
        },
    }


class _Maker:
    def __init__(self, document: t.Document, words: Words) -> None:
        self._document = document
        self._words = words
        self._notes = {note.number: note for note in document.footnotes}
        self._marked: set[int] = set()

    def section(self, section: t.Section, level: int) -> Data:
        return {
            "anchor": section.anchor,
            "number": section.number,
            "title": section.title,
            "level": level,
            "blocks": self.blocks(section.blocks),
            "sections": [self.section(below, level + 1) for below in section.sections],
        }

    def blocks(self, blocks: Iterable[t.Block]) -> list[Data]:
        return [self._block(block) for block in blocks]

    def _block(self, block: t.Block) -> Data:
        match block:
            case t.Paragraph():
                return {"is": "paragraph", "children": self.inlines(block.children)}
            case t.ListBlock():
                return {"is": "list", "ordered": block.ordered, "items": [self.blocks(item) for item in block.items]}
            case t.Quote():
                return {"is": "quote", "blocks": self.blocks(block.blocks)}
            case t.CaseBox():
                return {"is": "case", "blocks": self.blocks(block.blocks), **self._named(block)}
            case t.TableBlock():
                return {"is": "table", **self._table(block), **self._named(block)}
            case t.FigureBlock():
                return self._figure(block)

    def _named(self, block: t.TableBlock | t.FigureBlock | t.CaseBox) -> Data:
        lead, rest = caption_parts(block, self._words)
        return {"anchor": block.anchor, "lead": lead, "caption": rest}

    def _table(self, block: t.TableBlock) -> Data:
        caveats = bool(self._document.caveats)
        printed = print_table(block.table, self._document.language, self._words, has_caveats=caveats)
        return _table_data(printed)

    def _figure(self, block: t.FigureBlock) -> Data:
        figure = block.figure
        if figure.sentence:
            return {"is": "sentence", "anchor": block.anchor, "text": figure.sentence}
        language, caveats = self._document.language, bool(self._document.caveats)
        numbers = print_figure(figure, language, self._words, has_caveats=caveats)
        svg = draw(figure, language)
        return {
            "is": "figure",
            "svg": svg,
            "width": min(100, round(100 * width_of(svg) / WIDTH)),
            "alternative": figure_in_words(figure, numbers),
            "below": numbers.below,
            **self._named(block),
        }

    def inlines(self, nodes: Iterable[t.Inline]) -> list[Data]:
        return [self._inline(node) for node in nodes]

    def _inline(self, node: t.Inline) -> Data:
        match node:
            case t.Text() | t.LiveNumber():
                return {"is": "text", "text": node.text}
            case t.Strong():
                return {"is": "strong", "children": self.inlines(node.children)}
            case t.Emphasis():
                return {"is": "emphasis", "children": self.inlines(node.children)}
            case t.Link():
                return {"is": "link", "address": node.address, "children": self.inlines(node.children)}
            case t.Reference():
                return {"is": "reference", "anchor": node.anchor, "text": node.text}
            case t.FootnoteMark():
                return self._note(node.number)

    def _note(self, number: int) -> Data:
        """The text stands at the first mark; later marks lead to it."""
        if number in self._marked or number not in self._notes:
            return {"is": "mark", "number": number}
        self._marked.add(number)
        return {"is": "note", "number": number, "children": self.inlines(self._notes[number].children)}


def _table_data(printed: PrintedTable) -> Data:
    return {
        "row_heading": printed.row_heading,
        "headings": printed.headings,
        "sums": printed.total_columns,
        "grouped": printed.is_grouped,
        "rows": [
            {"label": row.label, "level": row.level, "cells": row.cells, "total": row.is_total} for row in printed.rows
        ],
        "below": printed.below,
        "hidden": printed.hidden,
    }
