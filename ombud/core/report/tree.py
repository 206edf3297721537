"""The tree of a report: what every writer reads. All numbers in it are final; a writer formats, it never counts.

Numbering and cross-references are resolved before a writer sees the tree (see ``numbering``): headings, tables,
figures and case boxes carry their numbers, a ``Reference`` its printed text and the anchor it leads to.
"""

from dataclasses import dataclass
from datetime import date

from ombud.core.statistics.table import Figure, Table


@dataclass(frozen=True)
class Text:
    """Words; a line break in them is printed as one."""

    text: str


@dataclass(frozen=True)
class Strong:
    children: tuple["Inline", ...]


@dataclass(frozen=True)
class Emphasis:
    children: tuple["Inline", ...]


@dataclass(frozen=True)
class Link:
    """A link to an address outside the report (http, https or mailto only)."""

    address: str
    children: tuple["Inline", ...]


@dataclass(frozen=True)
class Reference:
    """A printed reference such as "tabel 2": ``anchor`` is the id of what it leads to."""

    anchor: str
    text: str


@dataclass(frozen=True)
class LiveNumber:
    """A number in prose bound to the cube it comes from (R265); ``name`` says which."""

    name: str
    text: str


@dataclass(frozen=True)
class FootnoteMark:
    number: int


Inline = Text | Strong | Emphasis | Link | Reference | LiveNumber | FootnoteMark


@dataclass(frozen=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class ListBlock:
    """A bulleted or numbered list; every item is a sequence of blocks."""

    ordered: bool
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True)
class Quote:
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class CaseBox:
    """An anonymised case, numbered through the report (R261)."""

    number: int
    anchor: str
    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class TableBlock:
    number: int
    anchor: str
    table: Table


@dataclass(frozen=True)
class FigureBlock:
    """A figure with its number. Where ``figure.sentence`` is set the sentence is printed instead, unnumbered
    (``number`` is then 0)."""

    number: int
    anchor: str
    figure: Figure


Block = Paragraph | ListBlock | Quote | CaseBox | TableBlock | FigureBlock


@dataclass(frozen=True)
class Section:
    """A section; ``number`` is "1.2" or "" where it is not numbered (preface, summary, annexes named by title)."""

    anchor: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True)
class Footnote:
    number: int
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Document:
    """The whole report. ``caveats`` are printed on the title page and wherever the data are imported, reconstructed
    or drawn at random; ``is_draft`` is printed on every page."""

    title: str
    subtitle: str
    language: str
    municipality: str
    author: str
    place: str
    dated: str
    period_from: date
    period_to: date
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    caveats: tuple[str, ...] = ()
    legal_basis: str = ""
    is_draft: bool = False
    edition: str = ""
