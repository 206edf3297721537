"""One section of a document as HTML for a page that has a frame of its own: the preview of a draft."""

from dataclasses import replace

from ombud.core.report.tree import Document, Section
from ombud.core.words import Words
from ombud.writers.html.write import Page, environment
from ombud.writers.wording import heading


def write_section(document: Document, section: Section, *, words: Words) -> str:
    """The section's own blocks and sub-headings, without the sections that stand below it in the outline."""
    own = replace(section, sections=tuple(one for one in section.sections if "-part-" in one.anchor))
    html = (
        environment()
        .get_template("fragment.html.j2")
        .render(
            section=own,
            page=Page(document, words),
            words=words,
            _=words.gettext,
            heading=heading,
            kind=lambda node: type(node).__name__,
        )
    )
    return str(html)
