"""Where a text claims a share: per cents, fractions in words, "every fourth", "31 of 60"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from itertools import pairwise

from ombud.core.prose.grammar import Hedge
from ombud.core.prose.nearness import EVERYDAY, percent_slack
from ombud.core.prose.numerals import Numeral
from ombud.core.prose.scene import Scene

FARTHEST_NUMBERS = 70
"""Letters after a share in which its two numbers may stand: "over half of the cases (31 of 60)"."""


class Form(Enum):
    """How a share is put. MOST and ALL are of a unit, MOSTLY of what is named before it in what is named after it,
    NONE_BUT of the name after it.
    """

    PERCENT = "60 per cent"
    FRACTION = "a third"
    EVERY = "every fourth"
    NUMBERS = "31 of 60"
    MOST = "most"
    MOSTLY = "mostly"
    ALL = "all"
    NONE_BUT = "none but"


@dataclass(frozen=True)
class Share:
    """A share where it stands. ``part`` and ``whole`` where both numbers are told, ``numbers`` where those stand."""

    start: int
    end: int
    form: Form
    claimed: Fraction
    hedge: Hedge
    slack: Fraction
    part: int | None = None
    whole: int | None = None
    numbers: tuple[int, int] | None = None

    @property
    def rest(self) -> "Share":
        """What is left for the others."""
        part = None if self.part is None or self.whole is None else self.whole - self.part
        return replace(self, claimed=1 - self.claimed, hedge=_OPPOSITE.get(self.hedge, self.hedge), part=part)

    @property
    def own_numbers(self) -> "Share | None":
        """The two numbers as a claim of their own, where they stand apart from the share."""
        if self.numbers is None or self.numbers[0] < self.end or not self.whole:
            return None
        claimed = Fraction(self.part or 0, self.whole)
        return replace(
            self, start=self.numbers[0], end=self.numbers[1], form=Form.NUMBERS, claimed=claimed, hedge=Hedge.EXACT
        )


_OPPOSITE = {
    Hedge.OVER: Hedge.UNDER,
    Hedge.UNDER: Hedge.OVER,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.AT_MOST: Hedge.AT_LEAST,
    Hedge.JUST_OVER: Hedge.ABOUT,
    Hedge.JUST_UNDER: Hedge.ABOUT,
}


def find_shares(scene: Scene) -> list[Share]:
    """Every share of a sentence, those in words with the two numbers that follow them in brackets."""
    told = list(_told(scene))
    worded = [_with_numbers(scene, one, told) for one in _worded(scene)]
    used = {one.numbers for one in worded if one.numbers}
    return [*worded, *(one for one in told if one.numbers not in used)]


def _told(scene: Scene) -> Iterator[Share]:
    """ "31 of 60", "three out of four"."""
    for first, second in pairwise(scene.numerals):
        if first.whole is None or not second.whole or first.whole > second.whole or first.reach or second.reach:
            continue
        between = _without_noun(scene, first, second)
        if not scene.grammar.out_of.fullmatch(between):
            continue
        hedge, begin = scene.hedge_before(first.start)
        share = Share(
            begin, second.end, Form.NUMBERS, Fraction(first.whole, second.whole), Hedge.EXACT, EVERYDAY,
            first.whole, second.whole, (begin, second.end),
        )  # fmt: skip
        if first.is_word and second.is_word and not scene.grammar.definite.search(between):
            share = replace(share, form=Form.FRACTION, hedge=hedge, part=None, whole=None, numbers=None)
        yield share


def _without_noun(scene: Scene, first: Numeral, second: Numeral) -> str:
    """What stands between two numbers; the noun may come after the first: "31 cases of 60"."""
    for noun in scene.nouns_in(first.end, second.start):
        if not scene.text[first.end : noun.start].strip():
            return scene.text[noun.end : second.start]
    return scene.text[first.end : second.start]


def _worded(scene: Scene) -> Iterator[Share]:
    found = [*_per_cents(scene), *_fractions(scene), *_everys(scene), *_alls(scene), *_none_buts(scene)]
    last = -1
    for share in sorted(found, key=lambda one: (one.start, -one.end)):
        if share.start >= last:
            yield share
            last = share.end


def _per_cents(scene: Scene) -> Iterator[Share]:
    for one in scene.numerals:
        hedge, begin = scene.hedge_before(one.start)
        if one.is_percent and one.value <= 100 and not scene.is_change(one):
            yield Share(begin, one.end, Form.PERCENT, one.value / 100, hedge, percent_slack(one.decimals))


def _fractions(scene: Scene) -> Iterator[Share]:
    half = Fraction(1, 2)
    for found in scene.grammar.fraction.finditer(scene.text):
        hedge, begin = scene.hedge_before(found.start())
        form, claimed = Form.FRACTION, half
        match found.lastgroup:
            case "part":
                grammar = scene.grammar
                claimed = Fraction(grammar.some[found["count"].casefold()], grammar.parts[found["part"].casefold()])
            case "third":
                claimed = Fraction(1, 3)
            case "most":
                form, hedge = Form.MOST, Hedge.OVER
            case "mostly":
                form, hedge = Form.MOSTLY, Hedge.OVER
            case "even":
                hedge = Hedge.ABOUT
        if claimed <= 1:
            yield Share(begin, found.end(), form, claimed, hedge, EVERYDAY)


def _everys(scene: Scene) -> Iterator[Share]:
    for found in scene.grammar.every.finditer(scene.text):
        hedge, begin = scene.hedge_before(found.start())
        claimed = Fraction(1, scene.grammar.nths[found["nth"].casefold()])
        yield Share(begin, found.end(), Form.EVERY, claimed, hedge, EVERYDAY)


def _alls(scene: Scene) -> Iterator[Share]:
    for found in scene.grammar.all_of.finditer(scene.text):
        yield Share(found.start(), found.end(), Form.ALL, Fraction(1), Hedge.EXACT, Fraction(0))


def _none_buts(scene: Scene) -> Iterator[Share]:
    """ "Nobody but Roads had cases about access": all of them."""
    for one in scene.mentions:
        found = scene.grammar.none_but.search(scene.text, 0, one.start)
        if found is not None:
            yield Share(found.start(), one.end, Form.NONE_BUT, Fraction(1), Hedge.EXACT, Fraction(0))


def _with_numbers(scene: Scene, share: Share, told: Sequence[Share]) -> Share:
    """The share with the two numbers that follow it in the same clause, in brackets."""
    clause = scene.clause_of(share.start)
    for one in told:
        is_near = share.end <= one.start < min(clause[1], share.end + FARTHEST_NUMBERS)
        if one.numbers is not None and is_near and re.search(r"\(", scene.text[share.end : one.start + 1]):
            return replace(share, part=one.part, whole=one.whole, numbers=one.numbers)
    return share
