"""A sentence with everything found in it: what every check starts from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ombud.core.prose.grammar import Grammar, Hedge
from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Place
from ombud.core.prose.naming import Mention, Names, Noun
from ombud.core.prose.numerals import Numeral, Reader
from ombud.core.prose.passages import Passages, Sentence, clauses
from ombud.core.prose.readings import by_dimension
from ombud.core.prose.statement import Kind, Number, Reason, Statement, Verdict

_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d/])")
_IN_BRACKETS = re.compile(r"\([^()\d]*\)")
_WORD = re.compile(r"[^\W\d_][\w-]*")
FARTHEST_HEDGE = 24
"""Letters before a number in which a hedge is looked for."""


@dataclass(frozen=True)
class Tools:
    """What is made once for a whole check."""

    knowledge: Knowledge
    grammar: Grammar
    names: Names
    reader: Reader


@dataclass(frozen=True)
class Scene:
    """One sentence. ``earlier`` are the members named in the sentence before, in the same paragraph."""

    tools: Tools
    passages: Passages
    sentence: Sentence
    earlier: tuple[Mention, ...] = ()

    @property
    def knowledge(self) -> Knowledge:
        return self.tools.knowledge

    @property
    def grammar(self) -> Grammar:
        return self.tools.grammar

    @property
    def text(self) -> str:
        return self.sentence.text

    @cached_property
    def mentions(self) -> list[Mention]:
        return self.tools.names.mentions(self.text)

    @cached_property
    def nouns(self) -> list[Noun]:
        return self.tools.names.nouns(self.text)

    @cached_property
    def _written(self) -> list[Numeral]:
        return list(self.tools.reader.read(self.text))

    @cached_property
    def noise(self) -> list[tuple[int, int]]:
        """Where numbers stand that count nothing."""
        return [found.span() for found in self.grammar.noise.finditer(self.text)] if self._written else []

    @cached_property
    def numerals(self) -> list[Numeral]:
        """The numbers that may count something."""
        return [one for one in self._written if not self.is_noise(one)]

    def is_noise(self, one: Numeral) -> bool:
        covered = any(start <= one.start and one.end <= end for start, end in self.noise)
        return covered or (not one.is_percent and bool(_YEAR.fullmatch(self.text[one.start : one.end])))

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        return clauses(self.sentence, self.grammar)

    def clause_of(self, at: int) -> tuple[int, int]:
        return next(((start, end) for start, end in self.clauses if start <= at < end), (0, len(self.text)))

    @cached_property
    def context(self) -> tuple[Place, ...]:
        """The members that the headings name, the innermost heading that names any. In a point of a list those that
        the words leading to the list name stand in their place.
        """
        for heading in reversed(self.sentence.headings):
            found = [place for one in self.tools.names.mentions(heading) for place in one.places]
            if found:
                instead = by_dimension(self._carried) if self.sentence.is_point else {}
                lead = [place for places in instead.values() if len(places) == 1 for place in places]
                return (*(place for place in found if place[0] not in instead), *lead)
        return ()

    @property
    def _carried(self) -> list[Place]:
        return [place for one in self.earlier for place in one.places]

    @cached_property
    def torn(self) -> frozenset[str]:
        """The dimensions of which the headings name one member and the sentence before another: either may be meant."""
        carried, above = by_dimension(self._carried), by_dimension(self.context)
        return frozenset(one for one in above if one in carried and set(above[one]) != set(carried[one]))

    def needed_above(self, mentions: Iterable[Mention]) -> list[tuple[Place, ...]]:
        """The members of the headings that a wording which names these is about as well."""
        known = {place[0] for one in mentions for place in one.places} | self.torn
        return [(place,) for place in self.context if place[0] not in known]

    def is_torn(self, mentions: Iterable[Mention]) -> bool:
        return bool(self.torn - {place[0] for one in mentions for place in one.places})

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        return [one for one in self.mentions if start <= one.start and one.end <= end]

    def nouns_in(self, start: int, end: int) -> list[Noun]:
        return [one for one in self.nouns if start <= one.start and one.end <= end]

    def with_context(self, local: Iterable[Mention], told: Iterable[Mention] = ()) -> tuple[Place, ...]:
        """The members of the wording, then of what was told before in the sentence, of the headings and of the sentence
        before, each where it adds a dimension.
        """
        places = [place for one in local for place in one.places]
        for beside in ([place for one in told for place in one.places], [*self.context, *self._carried]):
            known = by_dimension(places)
            places.extend(place for place in beside if place[0] not in known)
        return tuple(places)

    def hedge_before(self, at: int) -> tuple[Hedge, int]:
        """How near a number at ``at`` is said to be, and where that is said."""
        begin = max(0, at - FARTHEST_HEDGE)
        best: tuple[int, Hedge] | None = None
        for pattern, hedge in self.grammar.hedges:
            for found in pattern.finditer(self.text, begin, at):
                is_near = not self.text[found.end() : at].strip(" ’'\"”“‘")
                if is_near and (best is None or found.start() < best[0]):
                    best = (found.start(), hedge)
        return (best[1], best[0]) if best else (Hedge.EXACT, at)

    def cut(self, first: int, second: int) -> int:
        """Where, between two numbers, the words begin that belong to the second: at what joins it to the first."""
        joints = self.grammar.splits.finditer(self.text, first, second)
        names = self.mentions_in(first, second)
        outside = [one.start() for one in joints if not any(name.start <= one.start() < name.end for name in names)]
        return outside[-1] if outside else second

    def is_change(self, one: Numeral) -> bool:
        """Whether a number says by how much another changed: "steget med 6", "6 flere"."""
        _, begin = self.hedge_before(one.start)
        clause = self.clause_of(one.start)
        after = self.grammar.change_after.match(self.text, one.end + 1)
        before = self.grammar.change_before.search(self.text, 0, begin)
        return bool(after) or (bool(before) and any(way.search(self.text, *clause) for way, _ in self.grammar.ways))

    def period_in(self, start: int, end: int) -> str | None:
        """The key of the period that the wording names; "now" where it names none, None where it is not known."""
        text = self.text[start:end]
        if any(not self._is_likened(start + one.start()) for one in self.grammar.before.finditer(text)):
            return BEFORE
        said = _YEAR.findall(text)
        keys = {span.key for span in self.knowledge.spans for year in said if any(year in name for name in span.names)}
        if not said or NOW in keys:
            return NOW
        return keys.pop() if len(keys) == 1 else None

    def _is_likened(self, at: int) -> bool:
        """Whether a period is only likened to: "ligesom tidligere år"."""
        return self.grammar.likened.search(self.text, 0, at) is not None

    def is_plain(self, *spans: tuple[int, int]) -> bool:
        """Whether nothing in the wording narrows it but the members it names: every other word only joins."""
        for start, end in spans:
            left = self._without_found(start, end)
            if any(not self._joins(word) for word in _WORD.findall(_IN_BRACKETS.sub(" ", left))):
                return False
        return True

    @cached_property
    def _found(self) -> list[tuple[int, int]]:
        """Where names, units, numbers with their hedges, dates and the words for a period or a course stand."""
        grammar = self.grammar
        hedges = (pattern for pattern, _ in grammar.hedges)
        patterns = (grammar.before, grammar.strong, grammar.fraction, grammar.every, *hedges)
        spans = [*self.noise, *(found.span() for one in patterns for found in one.finditer(self.text))]
        spans += [found.span() for way, _ in self.grammar.ways for found in way.finditer(self.text)]
        spans += [(one.start, one.end) for one in self.mentions]
        spans += [(one.start, one.end) for one in self.nouns]
        return spans + [(one.start, one.end) for one in self.numerals]

    def is_generic(self, start: int, end: int) -> bool:
        return self.sentence.in_case or bool(self.grammar.generic.search(self.text, start, end))

    def statement(
        self,
        start: int,
        end: int,
        kind: Kind,
        verdict: Verdict,
        reason: Reason,
        *,
        found: Number | None = None,
        expected: Number | None = None,
        names: Sequence[str] = (),
        about: Sequence[str] = (),
        unit: str = "",
        tells: bool | None = None,
    ) -> Statement:
        """``tells``: without it what claims of its kind do."""
        at = self.sentence.start + start
        return Statement(
            self.sentence.section.key,
            self.passages.line_of(at),
            at,
            self.sentence.start + end,
            self.text[start:end].strip(),
            kind,
            verdict,
            reason,
            found,
            expected,
            tuple(names),
            tuple(about),
            unit,
            " ".join(self.text.split()),
            kind in (Kind.COUNT, Kind.SHARE) if tells is None else tells,
        )

    def _joins(self, word: str) -> bool:
        grammar = self.grammar
        return any(one.fullmatch(word) for one in (grammar.links, grammar.neutral)) or word.isdecimal()

    def _without_found(self, start: int, end: int) -> str:
        """The wording without all that is understood."""
        letters = list(self.text[start:end])
        for begin, finish in self._found:
            for at in range(max(begin, start), min(finish, end)):
                letters[at - start] = " "
        return "".join(letters)
