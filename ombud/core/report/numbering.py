"""From an outline with texts to the numbered tree of a report, and what is wrong with it (R246, R254-R256, R262)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ombud.core.report.draft import Draft, DraftBlock, Subheading
from ombud.core.report.markup import parse
from ombud.core.report.outline import Heading, OutlineSection, number_headings
from ombud.core.report.problem import Problem, trouble_message
from ombud.core.report.resolution import Resolver
from ombud.core.report.targets import collect, walk
from ombud.core.report.tree import Document, Section
from ombud.core.report.typography import typeset
from ombud.core.statistics.table import Figure, Table
from ombud.core.words import Words


def resolve(
    outline: Sequence[OutlineSection],
    tables: Mapping[str, Table],
    figures: Mapping[str, Figure],
    numbers: Mapping[str, str],
    words: Words,
    *,
    cover: Document,
) -> tuple[Document, tuple[Problem, ...]]:
    """``cover`` with its sections and footnotes filled in, and the problems in reading order.

    ``cover`` is a document without sections: title, dates, caveats. ``numbers`` are the live numbers by name, already
    in print form. The document is whole even where there are problems: what cannot be filled in is left out or
    printed as "?", so a draft can always be seen.
    """
    headings = number_headings(outline)
    drafts = {heading.anchor: parse(heading.section.text) for heading in walk(headings)}
    resolver = Resolver(collect(headings, drafts, tables, figures), tables, figures, numbers, words)
    sections = tuple(_section(heading, drafts, resolver) for heading in headings)
    document = replace(cover, sections=sections, footnotes=tuple(resolver.footnotes))
    return document, _in_reading_order(resolver.problems, outline)


def _section(heading: Heading, drafts: Mapping[str, Draft], resolver: Resolver) -> Section:
    draft = drafts[heading.anchor]
    resolver.enter(heading.section.key, draft.notes)
    for trouble, text, line in draft.troubles:
        resolver.complain(line, trouble_message(trouble, text, resolver.words))
    parts = _split(draft.blocks)
    if not draft.blocks and not heading.below:
        resolver.complain(0, resolver.words.gettext("The section is empty. Write it or switch it off."))
    blocks = resolver.blocks(parts[0][1])
    inner = tuple(
        Section(f"{heading.anchor}-part-{place}", "", typeset(title), resolver.blocks(blocks))
        for place, (title, blocks) in enumerate(parts[1:], 1)
    )
    below = tuple(_section(one, drafts, resolver) for one in heading.below)
    return Section(heading.anchor, heading.number, typeset(heading.section.title), blocks, inner + below)


def _split(blocks: Sequence[DraftBlock]) -> list[tuple[str, list[DraftBlock]]]:
    """The blocks before the first sub-heading, then those of each."""
    parts: list[tuple[str, list[DraftBlock]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Subheading):
            parts.append((block.title, []))
        else:
            parts[-1][1].append(block)
    return parts


def _in_reading_order(problems: Sequence[Problem], outline: Sequence[OutlineSection]) -> tuple[Problem, ...]:
    places = {section.key: place for place, section in reversed(list(enumerate(outline)))}
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda problem: (places[problem.section], problem.line)))
