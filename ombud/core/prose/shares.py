"""Shares in prose: per cents, fractions in words and "31 of 60", each with its base (R190, R191, I12)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ombud.core.prose.grammar import Hedge
from ombud.core.prose.knowledge import BEFORE, Place, Quantity
from ombud.core.prose.naming import Mention, Noun
from ombud.core.prose.nearness import EVERYDAY, percent_slack, share_fits
from ombud.core.prose.numerals import Numeral
from ombud.core.prose.readings import Reading, by_dimension, full, readings, related
from ombud.core.prose.scene import Scene
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict

FARTHEST_BASE = 60
"""Letters after a share in which its base is looked for."""
FARTHEST_NUMBERS = 70
"""Letters after a share in which its two numbers may stand: "over half of the cases (31 of 60)"."""
MOST_LEFT_OUT = 2
"""Members that a base may leave out for a claim still to be true with a note."""


@dataclass(frozen=True)
class Share:
    """A share where it stands. ``part`` and ``whole`` where both numbers are told; ``every``: "every fourth"."""

    start: int
    end: int
    claimed: Fraction
    hedge: Hedge
    slack: Fraction
    part: int | None = None
    whole: int | None = None
    numbers: tuple[int, int] | None = None
    is_percent: bool = False
    is_every: bool = False


def check_shares(scene: Scene) -> Iterator[Statement]:
    """Every share of a sentence, in order."""
    told = list(_told(scene))
    worded = [_with_numbers(scene, one, told) for one in _worded(scene)]
    used = {one.numbers for one in worded if one.numbers}
    for share in (*worded, *(one for one in told if one.numbers not in used)):
        yield _judged(scene, share)
        if share.numbers and share.numbers[0] >= share.end:
            yield _numbers_of(scene, share)


def _numbers_of(scene: Scene, share: Share) -> Statement:
    """The two numbers in brackets are part of the claim: judged with it, so that nothing counts them again."""
    assert share.numbers is not None
    own = Share(
        *share.numbers, Fraction(share.part or 0, share.whole or 1), Hedge.EXACT, EVERYDAY, share.part, share.whole
    )
    return _judged(scene, own)


def _told(scene: Scene) -> Iterator[Share]:
    """ "31 of 60", "three out of four"."""
    numerals = scene.numerals
    for first, second in zip(numerals, numerals[1:], strict=False):
        between = scene.text[first.end : second.start]
        if (
            first.whole is None
            or second.whole is None
            or not scene.grammar.out_of.fullmatch(_without_nouns(scene, first, between))
        ):
            continue
        if 0 <= first.whole <= second.whole and second.whole:
            claimed = Fraction(first.whole, second.whole)
            is_figurative = first.is_word and second.is_word
            hedge, begin = scene.hedge_before(first.start)
            part, whole = (None, None) if is_figurative else (first.whole, second.whole)
            span = (begin, second.end)
            yield Share(
                begin, second.end, claimed, hedge if is_figurative else Hedge.EXACT, EVERYDAY, part, whole, span
            )


def _without_nouns(scene: Scene, first: Numeral, between: str) -> str:
    """ "31 sager af 60": the noun may stand after the first number too."""
    for noun in scene.nouns_in(first.end, first.end + len(between)):
        if not scene.text[first.end : noun.start].strip():
            return scene.text[noun.end : first.end + len(between)]
    return between


def _worded(scene: Scene) -> Iterator[Share]:
    """Per cents, fractions and "every fourth", in order."""
    found = [*_per_cents(scene), *_fractions(scene), *_everys(scene)]
    last = -1
    for share in sorted(found, key=lambda one: (one.start, -one.end)):
        if share.start >= last:
            yield share
            last = share.end


def _per_cents(scene: Scene) -> Iterator[Share]:
    for one in scene.numerals:
        if one.is_percent and one.value <= 100:
            hedge, begin = scene.hedge_before(one.start)
            yield Share(begin, one.end, one.value / 100, hedge, percent_slack(one.decimals), is_percent=True)


def _fractions(scene: Scene) -> Iterator[Share]:
    for pattern, claimed in scene.grammar.fractions:
        for found in pattern.finditer(scene.text):
            hedge, begin = scene.hedge_before(found.start())
            yield Share(begin, found.end(), claimed, hedge, EVERYDAY)


def _everys(scene: Scene) -> Iterator[Share]:
    for found in scene.grammar.every.finditer(scene.text):
        hedge, begin = scene.hedge_before(found.start())
        claimed = Fraction(1, scene.grammar.nths[found["nth"].casefold()])
        yield Share(begin, found.end(), claimed, hedge, EVERYDAY, is_every=True)


def _with_numbers(scene: Scene, share: Share, told: Sequence[Share]) -> Share:
    """The share with the two numbers that follow it in the same clause, in brackets."""
    clause = scene.clause_of(share.start)
    for one in told:
        if one.part is None or one.numbers is None:
            continue
        is_near = share.end <= one.start < min(clause[1], share.end + FARTHEST_NUMBERS)
        if is_near and "(" in scene.text[share.end : one.start + 1]:
            return Share(
                share.start, share.end, share.claimed, share.hedge, share.slack,
                one.part, one.whole, one.numbers, share.is_percent, share.is_every,
            )  # fmt: skip
    return share


def _judged(scene: Scene, share: Share) -> Statement:
    if share.part is not None and share.whole:
        own = Fraction(share.part, share.whole)
        if not share_fits(own, share.claimed, share.hedge, share.slack):
            return scene.statement(
                share.start, share.end, Kind.SHARE, Verdict.FALSE, Reason.OWN_NUMBERS, found=share.claimed, expected=own
            )
    wording = Wording.of(scene, share)
    if wording.base_noun is None and not wording.mentions and not scene.context:
        return scene.statement(share.start, share.end, Kind.SHARE, Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
    return _Judge(scene, share, wording).judge()


@dataclass(frozen=True)
class Wording:
    """What a share is of (``base``) and what has the share (``mentions``); ``rest`` are the stretches that must be plain
    for the wording to have one meaning only.
    """

    base_noun: Noun | None
    base: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    rest: tuple[tuple[int, int], ...]

    @staticmethod
    def of(scene: Scene, share: Share) -> "Wording":
        clause = scene.clause_of(share.start)
        after = share.numbers[1] if share.numbers else share.end
        noun = _base_noun(scene, share, clause)
        base_end = _base_end(scene, noun, clause) if noun else after
        base = tuple(scene.mentions_in(noun.end, base_end)) if noun and not share.is_every else ()
        mentions = tuple(one for one in scene.mentions_in(*clause) if one not in base and not _is_noun(one, noun))
        mentions = mentions or _told_of_before(scene, clause, share)
        return Wording(noun, base, mentions, (clause,))


def _is_noun(mention: Mention, noun: Noun | None) -> bool:
    return noun is not None and mention.start < noun.end and noun.start < mention.end


def _base_noun(scene: Scene, share: Share, clause: tuple[int, int]) -> Noun | None:
    """The unit right after the share: "af henvendelserne", "hver fjerde sag", "31 af 60 sager"."""
    nouns = scene.nouns_in(share.end, min(clause[1], share.end + FARTHEST_BASE))
    return nouns[0] if nouns else None


def _base_end(scene: Scene, noun: Noun, clause: tuple[int, int]) -> int:
    """Where the words about the base end: "af henvendelserne om god forvaltningsskik" goes on over its name."""
    for one in scene.mentions_in(noun.end, clause[1]):
        between = scene.text[noun.end : one.start].split()
        if between and len(between) <= 2 and all(word.casefold() in _OF_BASE for word in between):
            return one.end
        break
    return noun.end


_OF_BASE = frozenset(
    [
        "om",
        "i",
        "på",
        "hos",
        "inden",
        "for",
        "indenfor",
        "under",
        "fra",
        "vedrørende",
        "angående",
        "temaet",
        "about",
        "in",
        "of",
        "on",
        "within",
        "the",
        "from",
    ]
)


def _told_of_before(scene: Scene, clause: tuple[int, int], share: Share) -> tuple[Mention, ...]:
    """What the clause before, or the sentence before, was about: "these three themes", "this year only a third"."""
    earlier = [one for one in scene.mentions_in(0, clause[0])]
    found = scene.grammar.anaphora.search(scene.text)
    if found:
        listed = scene.earlier
        wanted = _count_of(scene, found)
        return tuple(listed[-wanted:]) if wanted and len(listed) >= wanted else tuple(earlier)
    return tuple(earlier)


def _count_of(scene: Scene, found: re.Match[str]) -> int:
    numeral = next(scene.tools.reader.read(found["count"]), None)
    return int(numeral.value) if numeral else 0


class _Judge:
    """One share against every part and every whole that its wording may mean."""

    def __init__(self, scene: Scene, share: Share, wording: Wording) -> None:
        self.scene, self.share, self.wording = scene, share, wording
        self.knowledge = scene.knowledge
        clause = scene.clause_of(share.start)
        self.period = scene.period_in(*clause)
        self.units = wording.base_noun.units if wording.base_noun else tuple(one.key for one in self.knowledge.units)

    def judge(self) -> Statement:
        if self.period is None or (self.period == BEFORE and not self._has(BEFORE)):
            return self.say(Verdict.UNKNOWN, Reason.NO_EARLIER)
        pairs = list(self.pairs())
        told = [one for one in pairs if self.fits(*one)]
        if told:
            return self.agreed(*told[0])
        reduced = next(self.reduced(pairs), None)
        if reduced is not None:
            part, whole, names = reduced
            return self.say(Verdict.TRUE_WITH, Reason.LEFT_OUT, part, whole, names)
        if pairs and self.is_firm():
            part, whole = self.fullest(pairs)
            if part.is_hidden or whole.is_hidden:
                return self.say(Verdict.HIDDEN_NUMBER, Reason.HIDDEN, part, whole)
            return self.say(Verdict.FALSE, Reason.OTHER_SHARE, part, whole)
        return self.unknown()

    def agreed(self, part: Reading, whole: Reading) -> Statement:
        if part.is_hidden or whole.is_hidden:
            return self.say(Verdict.HIDDEN_NUMBER, Reason.HIDDEN, part, whole)
        if 0 < part.value < self.knowledge.threshold:
            return self.say(Verdict.SMALL, Reason.SMALL, part, whole)
        return self.say(Verdict.TRUE, Reason.AGREES, part, whole)

    def unknown(self) -> Statement:
        clause = self.scene.clause_of(self.share.start)
        is_idle = self.wording.base_noun is None or self.scene.is_generic(*clause)
        if is_idle and self.share.part is None:
            return self.say(Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
        return self.say(Verdict.UNKNOWN, Reason.NOT_COUNTED)

    def fits(self, part: Reading, whole: Reading) -> bool:
        if self.share.part is not None:
            return part.value == self.share.part and whole.value == self.share.whole
        if not whole.value:
            return False
        return share_fits(Fraction(part.value, whole.value), self.share.claimed, self.share.hedge, self.share.slack)

    def pairs(self) -> Iterator[tuple[Reading, Reading]]:
        """Every part with every whole that it is a part of; the fullest first."""
        for part in self.parts():
            for whole in self.wholes():
                if whole.members < part.members and self._is_within(part, whole) and whole.value >= part.value:
                    yield part, whole

    def parts(self) -> list[Reading]:
        units = (*self.units, *related(self.knowledge, self.units))
        places = [place for one in self.wording.mentions for place in one.places]
        beside = self.scene.with_context((*self.wording.mentions, *self.wording.base))
        found = readings(self.knowledge, units, [*places, *beside], self.period or BEFORE)
        if self.share.part is not None and not places:
            found = self._of_value(self.share.part, units)
        base = [one.places for one in self.wording.base]
        return [one for one in found if one.members and all(self._is_inside(one, places) for places in base)]

    def wholes(self) -> list[Reading]:
        units = (*self.units, *related(self.knowledge, self.units))
        places = self.scene.with_context((*self.wording.base, *self.wording.mentions))
        found = readings(self.knowledge, units, places, self.period or BEFORE)
        return full(found, [one.places for one in self.wording.base])

    def reduced(self, pairs: Sequence[tuple[Reading, Reading]]) -> Iterator[tuple[Reading, Reading, tuple[str, ...]]]:
        """Wholes that leave out what their dimension need not count, such as complaints that were rejected."""
        for part, whole in pairs:
            for dimension in by_dimension(part.members - whole.members):
                yield from self._without(part, whole, dimension)

    def _without(
        self, part: Reading, whole: Reading, dimension: str
    ) -> Iterator[tuple[Reading, Reading, tuple[str, ...]]]:
        if self.share.part is not None and part.value != self.share.part:
            return
        others = self._beside(part, whole, dimension)
        residual = [one for one in others if self._is_residual(one)]
        for left_out in ([one] for one in others) if self.share.part is not None else ([one] for one in residual):
            less = sum(one.value for one in left_out)
            names = tuple(
                self.knowledge.label(place) for one in left_out for place in one.members if place[0] == dimension
            )
            smaller = Reading((_less(whole, less),), whole.members, whole.unit)
            if less and self.fits(part, smaller):
                yield part, smaller, names

    def _beside(self, part: Reading, whole: Reading, dimension: str) -> list[Quantity]:
        """The other members of the part's dimension, in the whole."""
        used = {place for place in part.members if place[0] == dimension}
        names = [name for name in self.knowledge.by_dimension.get(dimension, ()) if name.place not in used]
        found = [
            self.knowledge.quantity(whole.unit, {*whole.members, name.place}, self.period or BEFORE) for name in names
        ]
        return [one for one in found if one is not None]

    def _is_residual(self, one: Quantity) -> bool:
        return any(
            self.knowledge.by_place[place].is_residual for place in one.members if place in self.knowledge.by_place
        )

    def _of_value(self, value: int, units: Sequence[str]) -> list[Reading]:
        """Where only the numbers tell what is meant: every count of this size."""
        return [
            Reading((one,), one.members, one.unit)
            for one in self.knowledge.quantities
            if one.value == value and one.unit in units and one.period == self.period and one.members
        ]

    def _is_within(self, part: Reading, whole: Reading) -> bool:
        return part.unit == whole.unit or self.knowledge.unit(part.unit).within == whole.unit

    def _is_inside(self, one: Reading, places: Sequence[Place]) -> bool:
        """Whether a reading lies in a member, or in something below it."""
        below = {self.knowledge.by_place[place].parent for place in one.members if place in self.knowledge.by_place}
        return bool((one.members | {place for place in below if place}) & set(places))

    def is_firm(self) -> bool:
        mentions = self.wording.mentions
        return (
            bool(mentions)
            and self.wording.base_noun is not None
            and all(one.is_sure for one in (*mentions, *self.wording.base))
            and self.scene.is_plain(*self.wording.rest)
            and not self.scene.is_generic(*self.scene.clause_of(self.share.start))
        )

    def fullest(self, pairs: Sequence[tuple[Reading, Reading]]) -> tuple[Reading, Reading]:
        return min(pairs, key=lambda pair: (-len(pair[0].members), pair[0].unit != pair[1].unit, len(pair[1].members)))

    def _has(self, period: str) -> bool:
        return any(one.period == period for one in self.knowledge.quantities)

    def say(
        self,
        verdict: Verdict,
        reason: Reason,
        part: Reading | None = None,
        whole: Reading | None = None,
        names: Sequence[str] = (),
    ) -> Statement:
        share = self.share
        expected = Fraction(part.value, whole.value) if part and whole and whole.value else None
        about = (*(part.keys if part else ()), *(whole.keys if whole else ()))
        return self.scene.statement(
            share.start, share.end, Kind.SHARE, verdict, reason,
            found=share.claimed, expected=expected, names=names, about=about,
        )  # fmt: skip


def _less(whole: Reading, left_out: int) -> Quantity:
    first = whole.quantities[0]
    return Quantity(first.key, whole.value - left_out, whole.unit, whole.members, first.period)
