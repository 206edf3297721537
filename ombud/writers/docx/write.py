"""A document to Word, on the program's own look or on the municipality's template."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from ombud.core.report.tree import Document, Section
from ombud.core.words import Words
from ombud.writers.wording import heading, imprint

_LANGUAGES = {"da": "da-DK", "en": "en-GB"}


def write(document: Document, *, words: Words, template: bytes | None = None) -> bytes:
    """The .docx. ``template`` is the municipality's own .docx: its styles, paper, headers and footers are used, its
    text is left out, and styles it lacks are added. ``WriteError`` when it cannot be used."""
    from ombud.writers.docx.pages import set_up
    from ombud.writers.docx.styles import prepare_styles
    from ombud.writers.docx.template import open_template

    made = open_template(template, words)
    language = _LANGUAGES.get(document.language, document.language)
    prepare_styles(made, own_look=template is None, language=language)
    set_up(made, document, words, own_look=template is None, language=language)
    _describe(made, document, language)
    _Report(made, document, words, language).write()
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _describe(made: Any, document: Document, language: str) -> None:
    from ombud.writers.plain import plain

    properties = made.core_properties
    properties.title, properties.author = plain(document.title)[:255], plain(document.author)[:255]
    properties.subject, properties.language = plain(document.subtitle)[:255], language
    properties.comments = properties.keywords = properties.last_modified_by = ""


class _Report:
    """Front page, contents, sections."""

    def __init__(self, made: Any, document: Document, words: Words, language: str) -> None:
        from ombud.writers.docx.blocks import Blocks

        self._made = made
        self._document = document
        self._words = words
        self._language = language
        ids = {style.name.lower(): style.style_id for style in made.styles}
        self._blocks = Blocks(made, document, words, ids, language)

    def write(self) -> None:
        self._front_page()
        self._contents()
        for place, section in enumerate(self._document.sections):
            # As in the PDF: numbered chapters begin a page, a preface or an annex of a few lines does not fill one.
            self._section(section, 1, begins_page=place == 0 or bool(section.number))

    def _say(self, style: str, text: str, *, bold: bool = False) -> Any:
        from ombud.writers.docx.elements import text_run

        return self._blocks.paragraph(style, [text_run(text, self._language, bold=bold)])

    def _front_page(self) -> None:
        from ombud.writers.docx.blocks import CAVEAT_FILL

        self._say("Title", self._document.title)
        if self._document.subtitle:
            self._say("Subtitle", self._document.subtitle)
        for line in imprint(self._document, self._words):
            self._say("Normal", line)
        if self._document.caveats:
            with self._blocks.boxed(CAVEAT_FILL):
                self._say("Normal", self._words.gettext("Reservations"), bold=True)
                for caveat in self._document.caveats:
                    self._say("Normal", caveat)

    def _contents(self) -> None:
        """The field Word fills in when the document is opened; until then the titles stand there, each a link."""
        from ombud.writers.docx.elements import field, inside_link, text_run

        self._say("TOC Heading", self._words.gettext("Contents")).paragraph_format.page_break_before = True
        entries = list(_entries(self._document.sections, 1))
        begin, end = field('TOC \\o "1-3" \\h \\z \\u', [], is_dirty=True)[:3], field("", [])[-1:]
        for place, (section, level) in enumerate(entries):
            link = inside_link(section.anchor, [text_run(heading(section), self._language)])
            opening = begin if place == 0 else []
            closing = end if place == len(entries) - 1 else []
            self._blocks.paragraph(f"toc {level}", [*opening, link, *closing])

    def _section(self, section: Section, level: int, *, begins_page: bool = False) -> None:
        from ombud.writers.docx.elements import text_run

        self._blocks.upright()
        nodes = self._blocks.bookmarks.around(section.anchor, [text_run(heading(section), self._language)])
        made = self._blocks.paragraph(f"Heading {min(level, 6)}", nodes)
        if made.style is not None and _is_numbered_by_style(made.style):
            made._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
        if begins_page:
            made.paragraph_format.page_break_before = True
        self._blocks.write(section.blocks)
        for below in section.sections:
            self._section(below, level + 1)


def _is_numbered_by_style(style: Any) -> bool:
    """Whether the template numbers its headings itself: the report's own numbers are the right ones."""
    while style is not None:
        properties = style.element.pPr
        if properties is not None and properties.numPr is not None:
            return True
        style = style.base_style
    return False


def _entries(sections: Iterable[Section], level: int) -> Iterable[tuple[Section, int]]:
    for section in sections:
        yield section, level
        if level < 3:
            yield from _entries(section.sections, level + 1)
