"""Shares in prose held against every part and every whole that they may mean (R190, R191, R229, R231, R232, I12)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from ombud.core.prose.complements import is_outside
from ombud.core.prose.knowledge import Members, Place, Quantity
from ombud.core.prose.nearness import share_fits
from ombud.core.prose.readings import Reading, by_dimension, full, readings, related
from ombud.core.prose.scene import Scene
from ombud.core.prose.share_finding import Form, Share, find_shares
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict
from ombud.core.prose.wording import Wording, wording_of

Pair = tuple[Reading, Reading]


def check_shares(scene: Scene) -> Iterator[Statement]:
    """Every share of a sentence; two numbers in brackets are a claim of their own beside it."""
    for share in find_shares(scene):
        for one in (share, share.own_numbers):
            if one is not None:
                yield _judged(scene, one)


def _judged(scene: Scene, share: Share) -> Statement:
    if share.part is not None and share.whole:
        own = Fraction(share.part, share.whole)
        if not share_fits(own, share.claimed, share.hedge, share.slack):
            return scene.statement(
                share.start, share.end, Kind.SHARE, Verdict.FALSE, Reason.OWN_NUMBERS, found=share.claimed, expected=own
            )
    wording = wording_of(scene, share)
    if _claims_nothing(scene, share, wording):
        return scene.statement(share.start, share.end, Kind.SHARE, Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
    if share.form is not Form.NONE_BUT and any(is_outside(scene, one) for one in wording.mentions):
        return _of_rest(scene, share, wording)
    return _Judge(scene, share, wording).judge()


def _of_rest(scene: Scene, share: Share, wording: Wording) -> Statement:
    """The share of all but a member, "99 % concerned others than Roads", is that of the member turned round."""
    judge = _Judge(scene, share.rest, wording)
    found = judge.judge()
    if found.verdict in (Verdict.TRUE, Verdict.SMALL, Verdict.HIDDEN_NUMBER):
        return replace(found, found=share.claimed, expected=None)
    is_idle = wording.base_noun is None or share.form is Form.ALL or scene.is_generic(*scene.clause_of(share.start))
    return judge.say(
        *((Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE) if is_idle else (Verdict.UNKNOWN, Reason.NOT_COUNTED))
    )


def _claims_nothing(scene: Scene, share: Share, wording: Wording) -> bool:
    """Whether the words are no claim about counts: no unit, or nothing named that could have the share."""
    if share.form is Form.MOSTLY:
        return not wording.base or not wording.mentions
    if share.form is Form.NONE_BUT and any(share.end <= one.start for one in scene.numerals):
        return True
    if share.form in (Form.MOST, Form.ALL, Form.NONE_BUT):
        return wording.base_noun is None or not wording.mentions
    return wording.base_noun is None and not wording.mentions and not scene.context


class _Judge:
    """One share in one wording."""

    def __init__(self, scene: Scene, share: Share, wording: Wording) -> None:
        self.scene, self.share, self.wording = scene, share, wording
        self.knowledge = scene.knowledge
        period = scene.period_in(*scene.clause_of(share.start))
        self.period = period or ""
        noun = wording.base_noun
        self.units = noun.units if noun else tuple(one.key for one in self.knowledge.units)

    def judge(self) -> Statement:
        if not any(one.period == self.period for one in self.knowledge.quantities):
            return self.say(Verdict.UNKNOWN, Reason.NO_EARLIER)
        pairs = list(self.pairs(self.parts()))
        fitting = next((one for one in pairs if self.fits(*one)), None)
        if fitting is not None:
            return self.agreed(*fitting)
        guessed = list(self.pairs(self.guessed()))
        fitting = next((one for one in guessed if self.fits(*one)), None)
        if fitting is not None:
            return self.agreed(*fitting)
        reduced = next(self.reduced([*pairs, *guessed]), None)
        if reduced is not None:
            part, whole, names = reduced
            return self.say(Verdict.TRUE_WITH, Reason.LEFT_OUT, part, whole, names)
        return self.disagreed(pairs)

    def agreed(self, part: Reading, whole: Reading) -> Statement:
        if part.is_hidden or whole.is_hidden:
            return self.say(Verdict.HIDDEN_NUMBER, Reason.HIDDEN, part, whole)
        if 0 < part.value < self.knowledge.threshold:
            return self.say(Verdict.SMALL, Reason.SMALL, part, whole)
        return self.say(Verdict.TRUE, Reason.AGREES, part, whole)

    def disagreed(self, pairs: Sequence[Pair]) -> Statement:
        around = {*self.own(), *self.scene.context}
        said = [one for one in pairs if one[1].unit in self.units and _rests_on(one, around)]
        if any(_rests_on(one, self.own()) for one in said) and self.is_firm():
            part, whole = min(said, key=_meant)
            if part.is_hidden or whole.is_hidden:
                return self.say(Verdict.HIDDEN_NUMBER, Reason.HIDDEN, part, whole)
            is_near = any(self.fits(*one, slack=2) for one in pairs)
            return self.say(Verdict.UNKNOWN if is_near else Verdict.FALSE, Reason.OTHER_SHARE, part, whole)
        shown = [one for one in pairs if not (one[0].is_hidden or one[1].is_hidden)]
        if shown and self.is_plain():
            return self.say(Verdict.UNKNOWN, Reason.OTHER_SHARE, *min(shown, key=_meant))
        is_idle = self.wording.base_noun is None or self.scene.is_generic(*self.scene.clause_of(self.share.start))
        if self.share.form in (Form.ALL, Form.NONE_BUT) or (is_idle and self.share.part is None):
            return self.say(Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
        return self.say(Verdict.UNKNOWN, Reason.NOT_COUNTED)

    def fits(self, part: Reading, whole: Reading, slack: int = 1) -> bool:
        """Whether the share is what is claimed; with ``slack`` 2 within twice the tolerance of words like "almost"."""
        if self.share.part is not None:
            return part.value == self.share.part and whole.value == self.share.whole
        if not whole.value:
            return False
        share, wider = Fraction(part.value, whole.value), 1 if self.share.form is Form.PERCENT else slack
        return share_fits(share, self.share.claimed, self.share.hedge, self.share.slack * wider, wider)

    def own(self) -> set[Place]:
        """The members that the wording itself names; what is carried over cannot alone make a share false."""
        return {place for one in (*self.wording.mentions, *self.wording.base) for place in one.places}

    def pairs(self, parts: Sequence[Reading]) -> Iterator[Pair]:
        """Every part with every whole that it is a part of; the fullest first."""
        wholes = self.wholes() if parts else []
        for part in parts:
            inside = self.with_above(part.members)
            for whole in wholes:
                if self._is_of(part, whole) and whole.members < inside and whole.value >= part.value:
                    yield part, whole

    def _is_of(self, part: Reading, whole: Reading) -> bool:
        """Whether the two count the same things, or what each of them has once at most (remarks of one theme)."""
        unit = self.knowledge.unit(part.unit)
        return part.unit == whole.unit or (unit.once_each and unit.within == whole.unit and len(part.quantities) == 1)

    def parts(self) -> list[Reading]:
        units = (*self.units, *related(self.knowledge, self.units))
        mentions = (*self.wording.mentions, *self.wording.base)
        found = readings(self.knowledge, units, self.scene.with_context(mentions), self.period)
        base = [one.places for one in self.wording.base]
        own = [place for one in self.wording.mentions for place in one.places]
        found = [one for one in found if one.members and (not own or one.members & set(own))]
        return [one for one in found if all(self.with_above(one.members) & set(places) for places in base)]

    def wholes(self) -> list[Reading]:
        units = (*self.units, *related(self.knowledge, self.units))
        places = self.scene.with_context((*self.wording.base, *self.wording.mentions))
        found = readings(self.knowledge, units, places, self.period)
        return full(found, [one.places for one in self.wording.base])

    def with_above(self, members: Members) -> Members:
        """The members and what they stand under: a subtheme is a part of its theme."""
        names = (self.knowledge.by_place.get(place) for place in members)
        return members | {name.parent for name in names if name and name.parent}

    def reduced(self, pairs: Sequence[Pair]) -> Iterator[tuple[Reading, Reading, tuple[str, ...]]]:
        """Wholes that leave out one member beside the part: complaints that were rejected, enquiries without a centre.
        Where only a share is claimed the member must be one that gathers what fits nowhere else.
        """
        for part, whole in pairs:
            if self.share.part is not None and part.value != self.share.part:
                continue
            for dimension in by_dimension(part.members - whole.members):
                for other in self._beside(part, whole, dimension):
                    smaller = Reading((_less(whole, other.value),), whole.members, whole.unit)
                    if other.value and self.fits(part, smaller):
                        names = (self.knowledge.label(place) for place in other.members if place[0] == dimension)
                        yield part, smaller, tuple(names)

    def _beside(self, part: Reading, whole: Reading, dimension: str) -> Iterator[Quantity]:
        """The other members of the part's dimension, in the whole."""
        for name in self.knowledge.by_dimension.get(dimension, ()):
            if name.place not in part.members and (self.share.part is not None or name.is_residual):
                one = self.knowledge.quantity(whole.unit, {*whole.members, name.place}, self.period)
                if one is not None:
                    yield one

    def guessed(self) -> list[Reading]:
        """Where only the numbers tell what is meant: every count of the part's size."""
        return [
            Reading((one,), one.members, one.unit)
            for one in self.knowledge.quantities
            if one.value == self.share.part and one.unit in self.units and one.period == self.period and one.members
        ]

    def is_firm(self) -> bool:
        """Whether the wording has one meaning only, and every name in it is surely one."""
        if self.wording.is_label:
            return not self.scene.sentence.in_case
        return self.is_plain() and all(one.is_sure for one in (*self.wording.mentions, *self.wording.base))

    def is_plain(self) -> bool:
        wording, scene = self.wording, self.scene
        if self.share.form is Form.MOSTLY or not wording.mentions:
            return False
        return (
            wording.base_noun is not None
            and scene.is_plain(*wording.rest)
            and not scene.is_generic(*scene.clause_of(self.share.start))
        )

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


def _rests_on(pair: Pair, places: Collection[Place]) -> bool:
    """Whether neither the part nor the whole needs any other member."""
    return all(place in places for one in pair for place in one.members)


def _meant(pair: Pair) -> tuple[int, bool, int]:
    """Most members named, then the part counted as the whole is, then the widest whole."""
    part, whole = pair
    return -len(part.members), part.unit != whole.unit, len(whole.members)


def _less(whole: Reading, left_out: int) -> Quantity:
    first = whole.quantities[0]
    return Quantity(first.key, whole.value - left_out, whole.unit, whole.members, first.period)
