"""The texts of a report, each with the place a person finds it at: title page, sections, tables and figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ombud.core.identities.found import Passage
from ombud.core.report.outline import OutlineSection
from ombud.core.report.tree import Block, CaseBox, Document, FigureBlock, ListBlock, Quote, Section, TableBlock
from ombud.core.statistics.table import Figure, Table

TITLE_PAGE, HEADING, TEXT, TABLE, FIGURE, NOTE = "title page", "heading", "text", "table", "figure", "note"
COVER = ("title", "subtitle", "municipality", "author", "place", "dated", "legal_basis", "edition")


@dataclass(frozen=True)
class Place:
    """``what`` is one of the words above; ``section`` the key of the outline's section for a heading or text, ``name``
    the field of the title page, or the name of the table or figure.
    """

    what: str
    section: str = ""
    name: str = ""


def passages(
    document: Document, outline: Iterable[OutlineSection], notes: Mapping[str, str] | None = None
) -> Iterator[Passage]:
    """Everything that somebody wrote or named in the report. ``notes`` are those that explain a difference, by key."""
    for name in COVER:
        if said := getattr(document, name):
            yield Passage(Place(TITLE_PAGE, name=name), said)
    for caveat in document.caveats:
        yield Passage(Place(TITLE_PAGE, name="caveats"), caveat)
    for section in outline:
        yield Passage(Place(HEADING, section.key), section.title)
        yield Passage(Place(TEXT, section.key), section.text)
    for said in (notes or {}).values():
        yield Passage(Place(NOTE), said)
    for block in chain.from_iterable(_blocks(section) for section in document.sections):
        if isinstance(block, TableBlock):
            yield from (Passage(Place(TABLE, name=block.table.name), said) for said in _of_table(block.table))
        elif isinstance(block, FigureBlock):
            yield from (Passage(Place(FIGURE, name=block.figure.name), said) for said in _of_figure(block.figure))


def _blocks(section: Section) -> Iterator[Block]:
    yield from _inside(section.blocks)
    for below in section.sections:
        yield from _blocks(below)


def _inside(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, CaseBox | Quote):
            yield from _inside(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _inside(item)


def _of_figure(figure: Figure) -> Iterator[str]:
    return filter(None, chain((figure.caption, figure.sentence, figure.alternative), _of_table(figure.table)))


def _of_table(table: Table) -> Iterator[str]:
    rows = chain.from_iterable((row.label, row.note) for row in table.rows)
    basis = (table.basis.unit, table.basis.base, table.basis.period, table.basis.principle, table.basis.source)
    heads = (table.caption, table.row_heading, table.total_label, *(column.label for column in table.columns))
    return filter(None, chain(heads, rows, table.notes, basis, (one.where for one in table.differences)))
