"""Every claim of a report's texts held against what was counted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ombud.core.dates import is_danish
from ombud.core.prose.counts import check_counts, check_undecided
from ombud.core.prose.danish import DANISH_GRAMMAR
from ombud.core.prose.directions import check_directions
from ombud.core.prose.english import ENGLISH_GRAMMAR
from ombud.core.prose.grammar import Grammar
from ombud.core.prose.knowledge import Knowledge
from ombud.core.prose.naming import Names
from ombud.core.prose.numerals import Reader
from ombud.core.prose.others import check_descriptions, check_municipalities, check_names, check_references
from ombud.core.prose.passages import Passages, ProseSection, Sentence
from ombud.core.prose.rankings import check_rankings
from ombud.core.prose.scene import Scene, Tools
from ombud.core.prose.shares import check_shares
from ombud.core.prose.statement import Statement
from ombud.core.words import Words


def check(sections: Iterable[ProseSection], knowledge: Knowledge, words: Words) -> tuple[Statement, ...]:
    """The claims of the sections in reading order, each with its verdict. The language is that of ``words``: Danish, or
    English for all others. Numbers that are bound to the counts are not looked at; they follow by themselves.
    """
    grammar = grammar_of(words.get_language())
    tools = Tools(knowledge, grammar, Names(knowledge, grammar), Reader(grammar.numerals))
    found: list[Statement] = []
    for section in sections:
        found.extend(_in_section(Passages(section, grammar), tools))
    return tuple(found)


def grammar_of(language: str) -> Grammar:
    return DANISH_GRAMMAR if is_danish(language) else ENGLISH_GRAMMAR


def _in_section(passages: Passages, tools: Tools) -> Iterator[Statement]:
    before: Scene | None = None
    yield from check_descriptions(passages, tools)
    for sentence in passages.sentences():
        scene = _scene(tools, passages, sentence, before)
        yield from sorted(_in_sentence(scene), key=lambda one: one.start)
        before = scene


def _scene(tools: Tools, passages: Passages, sentence: Sentence, before: Scene | None) -> Scene:
    scene = Scene(tools, passages, sentence)
    if before is None or sentence.stands_alone:
        return scene
    return replace(scene, earlier=tuple(before.mentions) or before.earlier)


def _in_sentence(scene: Scene) -> Iterator[Statement]:
    shares = list(check_shares(scene))
    offset = scene.sentence.start
    taken = [(one.start - offset, one.end - offset) for one in shares]
    yield from shares
    yield from check_counts(scene, taken)
    yield from check_undecided(scene, shares)
    yield from check_rankings(scene)
    yield from check_directions(scene)
    yield from check_names(scene)
    yield from check_municipalities(scene)
    yield from check_references(scene)
