"""Page set-up of the Word document: margins, header, footer, draft mark, landscape for wide tables."""

from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ombud.core.report.tree import Document
from ombud.core.words import Words
from ombud.writers.docx.elements import field, text_run
from ombud.writers.wording import draft_mark


class Pages:
    """Keeps track of which way the page lies, and turns it only when something is set on it."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._is_landscape = False

    def lay(self, *, landscape: bool) -> None:
        if landscape == self._is_landscape:
            return
        self._is_landscape = landscape
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width

    @property
    def text_width(self) -> int:
        """In twips."""
        section = self._document.sections[-1]
        return int((section.page_width - section.left_margin - section.right_margin) / 635)


def set_up(document: Any, report: Document, words: Words, *, own_look: bool, language: str) -> None:
    """A4 with header and footer; a template keeps its own paper, header and footer and only gets the draft mark."""
    section = document.sections[0]
    if own_look:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(24)
        section.top_margin, section.bottom_margin = Mm(25), Mm(24)
        _hyphenate(document)
    mark = draft_mark(report, words)
    headers = [section.header]
    if section.different_first_page_header_footer:
        headers.append(section.first_page_header)
    for header in headers:
        line = " · ".join(part for part in (report.municipality, report.title) if part)
        if own_look:
            _say(header.paragraphs[0], line, language)
        if mark:
            paragraph = header.add_paragraph()
            _say(paragraph, mark, language, bold=True)
    if own_look:
        _page_number(section.footer.paragraphs[0], words, language)


def _hyphenate(document: Any) -> None:
    """The schema wants the setting at its place, right after the tab stops."""
    tab_stops = document.settings.element.find(qn("w:defaultTabStop"))
    if tab_stops is not None:
        tab_stops.addnext(OxmlElement("w:autoHyphenation"))


def _say(paragraph: Any, text: str, language: str, *, bold: bool = False) -> None:
    paragraph._p.append(text_run(text, language, bold=bold))
    paragraph.paragraph_format.space_after = Pt(0)


def _page_number(paragraph: Any, words: Words, language: str) -> None:
    """ "side x af y" with fields, in the order the language has them."""
    paragraph.alignment = 2
    text = words.gettext("page %(page)s of %(pages)s")
    fields = {"%(page)s": "PAGE", "%(pages)s": "NUMPAGES"}
    while text:
        found = min((mark for mark in fields if mark in text), key=text.index, default="")
        before, _, text = text.partition(found) if found else (text, "", "")
        if before:
            paragraph._p.append(text_run(before, language))
        if found:
            paragraph._p.extend(field(fields[found], [text_run("1", language)]))
