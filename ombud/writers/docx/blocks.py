"""Blocks as paragraphs, tables and pictures, in the order they are read."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph

from ombud.core.report import tree as t
from ombud.core.words import Words
from ombud.writers.charts.drawing import draw, picture, width_of
from ombud.writers.charts.look import WIDTH
from ombud.writers.docx.elements import Bookmarks, element, field, text_run
from ombud.writers.docx.lists import Lists
from ombud.writers.docx.pages import Pages
from ombud.writers.docx.prose import Prose, StyleIds
from ombud.writers.docx.styles import BLUE, NOTE
from ombud.writers.docx.tables import TableMaker
from ombud.writers.plain import plain
from ombud.writers.printed import PrintedTable, figure_in_words, print_figure, print_table
from ombud.writers.wording import caption, caption_parts

WIDE = 6
CASE_FILL = "F4F7FB"
CAVEAT_FILL = "FFF4D6"
_LINES = {CAVEAT_FILL: "8A5A00"}
_AFTER_SHADE = ("w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")


class Blocks:
    """Writes the blocks of one report at the end of a Word document."""

    def __init__(self, document: Any, report: t.Document, words: Words, style_ids: StyleIds, language: str) -> None:
        self._document = document
        self._report = report
        self._words = words
        self._style_ids = style_ids
        self._language = language
        self.bookmarks = Bookmarks()
        self._prose = Prose(document, report, style_ids, language, self.bookmarks)
        self._lists = Lists(document)
        self._pages = Pages(document)
        self._fill = ""

    def paragraph(self, style: str, nodes: Iterable[Any]) -> Paragraph:
        made = self._document.add_paragraph(style=style)
        made._p.extend(list(nodes))
        if self._fill:
            _box(made, self._fill)
        return made  # type: ignore[no-any-return]

    @contextmanager
    def boxed(self, fill: str) -> Iterator[None]:
        """What is written inside stands in a box of this colour."""
        self._fill = fill
        yield
        self._fill = ""

    def write(self, blocks: Iterable[t.Block], style: str = "Normal") -> None:
        for block in blocks:
            wide = isinstance(block, t.TableBlock) and len(block.table.columns) > WIDE
            self._pages.lay(landscape=wide)
            match block:
                case t.Paragraph():
                    self.paragraph(style, self._prose.nodes(block.children))
                case t.ListBlock():
                    self._list(block, 0)
                case t.Quote():
                    self.write(block.blocks, "Quote")
                case t.CaseBox():
                    self._case(block)
                case t.TableBlock():
                    self._table(block)
                case t.FigureBlock():
                    self._figure(block)

    def upright(self) -> None:
        """Text that is no block (headings) stands on an upright page."""
        self._pages.lay(landscape=False)

    def _list(self, block: t.ListBlock, level: int) -> None:
        number = self._lists.start(ordered=block.ordered)
        for item in block.items:
            for place, inner in enumerate(item):
                if isinstance(inner, t.ListBlock):
                    self._list(inner, min(level + 1, 4))
                elif isinstance(inner, t.Paragraph):
                    style = "List Number" if block.ordered else "List Bullet"
                    made = self.paragraph(style, self._prose.nodes(inner.children))
                    _number(made, number if place == 0 else "0", level)
                else:
                    self.write([inner])

    def _case(self, block: t.CaseBox) -> None:
        lead, title = caption_parts(block, self._words)
        nodes = self.bookmarks.around(block.anchor, [text_run(lead, self._language, bold=True)])
        if title:
            nodes.append(text_run(f": {title}", self._language, bold=True))
        with self.boxed(CASE_FILL):
            self.paragraph("Normal", nodes).paragraph_format.keep_with_next = True
            self.write(block.blocks)
        self.paragraph("Normal", []).paragraph_format.space_after = Pt(0)

    def _table(self, block: t.TableBlock) -> None:
        caveats = bool(self._report.caveats)
        printed = print_table(block.table, self._report.language, self._words, has_caveats=caveats)
        self._caption(block).paragraph_format.keep_with_next = True
        maker = TableMaker(self._style_ids["table grid"], self._language, self._pages.text_width)
        table = maker.make(printed, caption(block, self._words))
        self._document.element.body.insert_element_before(table, "w:sectPr")
        self._below(printed)

    def _figure(self, block: t.FigureBlock) -> None:
        figure = block.figure
        if figure.sentence:
            text = text_run(figure.sentence, self._language)
            self.paragraph("Normal", self.bookmarks.around(block.anchor, [text]))
            return
        language, caveats = self._report.language, bool(self._report.caveats)
        numbers = print_figure(figure, language, self._words, has_caveats=caveats)
        svg = draw(figure, language)
        made = self.paragraph("Normal", [])
        made.paragraph_format.keep_with_next = True
        width = Emu(int(self._pages.text_width * 635 * min(1.0, width_of(svg) / WIDTH)))
        shape = made.add_run().add_picture(BytesIO(picture(svg)), width=width)
        properties = shape._inline.docPr
        properties.set("descr", plain(figure_in_words(figure, numbers)))
        properties.set("title", plain(caption(block, self._words)))
        self._caption(block)
        self._below(numbers)

    def _caption(self, block: t.TableBlock | t.FigureBlock) -> Paragraph:
        """ "Tabel 2: ...": the number is a SEQ field, so Word's own list of tables and renumbering work."""
        lead, rest = caption_parts(block, self._words)
        before, number, after = lead.partition(str(block.number))
        nodes = [text_run(before, self._language)] if before else []
        label = before.strip() or lead
        nodes += field(f"SEQ {label} \\* ARABIC", [text_run(number, self._language)])
        nodes = self.bookmarks.around(block.anchor, nodes)
        nodes.append(text_run(f"{after}: {rest}" if rest else after, self._language))
        return self.paragraph("Caption", nodes)

    def _below(self, printed: PrintedTable) -> None:
        for place, line in enumerate(printed.below, 1):
            made = self.paragraph(NOTE, [text_run(line, self._language)])
            if place == len(printed.below):
                made.paragraph_format.space_after = Pt(14)


def _number(paragraph: Paragraph, number: str, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    numbered = properties.get_or_add_numPr()
    numbered.get_or_add_ilvl().val = level
    numbered.get_or_add_numId().val = int(number)
    if number == "0":
        properties.get_or_add_ind().set(qn("w:left"), str(360 * (level + 1)))


def _box(paragraph: Paragraph, fill: str) -> None:
    """A box is shade and a line at the left on every paragraph of it."""
    properties = paragraph._p.get_or_add_pPr()
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz="18", space="8", color=_LINES.get(fill, BLUE)))
    properties.insert_element_before(borders, "w:shd", *_AFTER_SHADE)
    properties.insert_element_before(element("w:shd", val="clear", color="auto", fill=fill), *_AFTER_SHADE)
