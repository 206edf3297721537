"""The sentences all four writers print alike: captions, period, draft mark, caveats."""

from ombud.core.dates import date_text
from ombud.core.report.tree import CaseBox, Document, FigureBlock, Section, TableBlock
from ombud.core.words import Words


def caption(block: TableBlock | FigureBlock | CaseBox, words: Words) -> str:
    """ "Tabel 2: Sager fordelt efter emne"; a figure printed as a sentence has none."""
    lead, rest = caption_parts(block, words)
    return f"{lead}: {rest}" if rest else lead


def caption_parts(block: TableBlock | FigureBlock | CaseBox, words: Words) -> tuple[str, str]:
    """("Tabel 2", "Sager fordelt efter emne")."""
    if isinstance(block, TableBlock):
        return words.gettext("Table %(number)s") % {"number": block.number}, block.table.caption
    if isinstance(block, FigureBlock):
        return words.gettext("Figure %(number)s") % {"number": block.number}, block.figure.caption
    return words.gettext("Case %(number)s") % {"number": block.number}, block.title


def period_text(document: Document, words: Words) -> str:
    """The reporting period in words."""
    return words.gettext("Reporting period: %(first)s to %(last)s") % {
        "first": date_text(document.period_from, document.language),
        "last": date_text(document.period_to, document.language),
    }


def imprint(document: Document, words: Words) -> tuple[str, ...]:
    """The lines under the title: municipality, author, place and month, period, legal basis, edition."""
    signed = ", ".join(part for part in (document.place, document.dated) if part)
    edition = words.gettext("Edition: %(name)s") % {"name": document.edition} if document.edition else ""
    lines = (
        document.municipality,
        document.author,
        signed,
        period_text(document, words),
        document.legal_basis,
        edition,
    )
    return tuple(dict.fromkeys(line for line in lines if line))


def draft_mark(document: Document, words: Words) -> str:
    """Printed on every page of a draft; empty for a published report."""
    return words.gettext("Draft, not published") if document.is_draft else ""


def heading(section: Section) -> str:
    """ "1.2 Emner", or the title alone."""
    return f"{section.number} {section.title}".strip()
