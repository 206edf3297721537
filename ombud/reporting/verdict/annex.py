"""The verdict as the last section of a report, for an office that prints it: what was tried, in sentences that tell no
hidden number and name no place in the texts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ombud.core.report.tree import Block, Document, ListBlock, Paragraph, Section, Text
from ombud.core.words import Words
from ombud.reporting.releases.released import Released
from ombud.reporting.verdict.verdict import Part, judge

ANCHOR = "annex-numbers"

AnnexPart = Mapping[str, object]
"""``title`` and ``answer`` (texts) and ``said`` (a list of texts); plain JSON."""


def prints_annex(released: Released) -> bool:
    """Whether the office has chosen to print it for any kind of facts."""
    return any(rule.annex for rule in released.rules.values())


def annex_parts(parts: Iterable[Part]) -> list[AnnexPart]:
    """What may be printed for everybody of each part."""
    return [{"title": one.title, "answer": one.answer, "said": list(one.said)} for one in parts]


def frozen_annex(released: Released, words: Words) -> list[AnnexPart]:
    """What an edition keeps of it: the verdict on what nothing stops, so it holds, and is printed, from publication on.
    Empty where the office does not print it.
    """
    if not prints_annex(released):
        return []
    return annex_parts(judge(released, (), words, has_checked_names=True).parts)


def with_annex(document: Document, parts: Sequence[AnnexPart], words: Words) -> Document:
    """The document with the annex as its last section, unnumbered."""
    below = tuple(_section(place, part) for place, part in enumerate(parts, 1))
    annex = Section(ANCHOR, "", words.gettext("Annex: Can the numbers stand alone?"), (), below)
    return replace(document, sections=(*document.sections, annex))


def _section(place: int, part: AnnexPart) -> Section:
    said = part["said"]
    assert isinstance(said, Sequence)
    blocks: list[Block] = [Paragraph((Text(str(part["answer"])),))]
    if said:
        blocks.append(ListBlock(False, tuple((Paragraph((Text(str(line)),)),) for line in said)))
    return Section(f"{ANCHOR}-{place}", "", str(part["title"]), tuple(blocks))
