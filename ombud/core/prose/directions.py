"""Claims that a number rose, fell or stayed: checked per open month where the periods are not equally long (R234, R239,
R243, I6).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from ombud.core.comparison.verdicts import Claim, OpenTime, Pair, judge
from ombud.core.prose.grammar import Hedge, Way
from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Span
from ombud.core.prose.naming import Mention
from ombud.core.prose.nearness import percent_slack, share_fits, tells
from ombud.core.prose.numerals import Numeral
from ombud.core.prose.readings import Reading, alone, full, readings, related
from ombud.core.prose.scene import Scene
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict

LEVEL = Fraction(1, 10)
"""How far from the number before a number may be that is called level with it."""


@dataclass(frozen=True)
class Course:
    """The same count in two periods."""

    now: Reading
    before: Reading
    span: Span
    span_before: Span

    @property
    def is_comparable(self) -> bool:
        """Whether the periods are equally long, as far as is known."""
        months = (self.span.months, self.span_before.months)
        return None in months or months[0] == months[1]

    @property
    def rates(self) -> tuple[Fraction, Fraction]:
        """Per month where the periods are unlike, else the counts."""
        now, before = Fraction(self.now.value), Fraction(self.before.value)
        if self.is_comparable:
            return now, before
        return now / (self.span.months or 1), before / (self.span_before.months or 1)

    @cached_property
    def claim(self) -> Claim:
        """What the two counts can carry."""
        months, days = self.span.months, self.span.open_days
        before, days_before = self.span_before.months, self.span_before.open_days
        if not months or not days or not before or not days_before:
            months = days = before = days_before = Fraction(1)
        now, then = OpenTime(days, months), OpenTime(days_before, before)
        return judge([Pair("", self.now.value, now, self.before.value, then)])[0].claim

    @property
    def is_hidden(self) -> bool:
        return self.now.is_hidden or self.before.is_hidden

    def goes(self, way: Way) -> bool:
        """Whether it went that way. Level is what shows no sign of a change, or differs by a tenth at most."""
        now, before = self.rates
        match way:
            case Way.UP:
                return now > before
            case Way.DOWN:
                return now < before
            case Way.DOUBLED:
                return before > 0 and share_fits(now / before, Fraction(2), Hedge.ABOUT, Fraction(1, 5))
            case Way.HALVED:
                return before > 0 and share_fits(now / before, Fraction(1, 2), Hedge.ABOUT)
        is_near = abs(now - before) <= before * LEVEL
        return now == before or self.claim is Claim.NO_SIGN or (is_near and self.claim is not Claim.SHOWN)


def check_directions(scene: Scene) -> Iterator[Statement]:
    """Every claim of a course in a sentence, once for each clause."""
    for clause in scene.clauses:
        found = _claim(scene, clause)
        if found is not None:
            way, match = found
            yield from _judged(scene, way, match, clause)


def _claim(scene: Scene, clause: tuple[int, int]) -> tuple[Way, re.Match[str]] | None:
    not_meant = [one.span() for one in scene.grammar.no_way.finditer(scene.text, *clause)]
    for pattern, way in scene.grammar.ways:
        for found in pattern.finditer(scene.text, *clause):
            is_set_phrase = any(start <= found.start() < end for start, end in not_meant)
            if not is_set_phrase and not _is_between_things(scene, found, clause):
                return way, found
    return None


def _is_between_things(scene: Scene, found: re.Match[str], clause: tuple[int, int]) -> bool:
    """ "some make more decisions than others": likened to other things, not to another time."""
    beside = scene.grammar.beside.search(scene.text, found.start(), found.end())
    if beside is None or scene.grammar.of_time.search(scene.text, *clause):
        return False
    return beside.lastgroup is None or bool(scene.mentions_in(found.end(), clause[1]))


def _judged(scene: Scene, way: Way, found: re.Match[str], clause: tuple[int, int]) -> Iterator[Statement]:
    nouns = scene.nouns_in(*clause) or scene.nouns
    mentions = scene.mentions_in(*clause)
    if not nouns or scene.is_generic(clause[0], _stop(scene, found.end(), clause[1])):
        return
    units = tuple(dict.fromkeys(unit for noun in nouns for unit in noun.units))
    span = _span(scene, found, clause)
    if _contradicts_itself(scene, way, clause):
        yield scene.statement(*span, Kind.DIRECTION, Verdict.FALSE, Reason.OWN_NUMBERS)
        return
    courses = _courses(scene, units, mentions)
    if not courses:
        if _is_claimed(scene, clause):
            yield scene.statement(*span, Kind.DIRECTION, Verdict.UNKNOWN, Reason.NO_EARLIER)
        return
    yield _against(scene, way, courses, mentions, span, clause)


def _contradicts_itself(scene: Scene, way: Way, clause: tuple[int, int]) -> bool:
    """ "faldet fra 21 til 27": the two numbers go the other way."""
    inside = [one for one in scene.numerals if clause[0] <= one.start < clause[1]]
    for first, second in pairwise(inside):
        if (
            scene.grammar.course.search(scene.text, 0, first.start)
            and len(scene.text[first.end : second.start].split()) <= 4
        ):
            return (way is Way.UP and second.value < first.value) or (way is Way.DOWN and second.value > first.value)
    return False


def _changes(scene: Scene, clause: tuple[int, int]) -> list[Numeral]:
    """The numbers by which something is said to have changed: "steget med 6", "faldet med 20 %"."""
    return [one for one in scene.numerals if clause[0] <= one.start < clause[1] and scene.is_change(one)]


def _changes_by_other(scene: Scene, course: Course, clause: tuple[int, int]) -> bool:
    """Whether the number by which it is said to have changed is another."""
    change = abs(course.now.value - course.before.value)
    for one in _changes(scene, clause):
        hedge, _ = scene.hedge_before(one.start)
        if one.is_percent and course.before.value:
            share = Fraction(change, course.before.value)
            return not share_fits(share, one.value / 100, hedge, percent_slack(one.decimals))
        return one.whole is not None and not tells(change, one.whole, hedge, one.reach)
    return False


def _stop(scene: Scene, start: int, end: int) -> int:
    """The end of the words that the claim stands among: the next comma or bracket."""
    found = re.search(r"[,;:(]", scene.text[start:end])
    return start + found.start() if found else end


def _span(scene: Scene, found: re.Match[str], clause: tuple[int, int]) -> tuple[int, int]:
    """From the claim to the unit it is about, so that the explanation can quote both."""
    nouns = scene.nouns_in(*clause)
    near = min(nouns, key=lambda one: abs(one.start - found.start()), default=None)
    if near is None:
        return found.span()
    return min(found.start(), near.start), max(found.end(), near.end)


def _is_claimed(scene: Scene, clause: tuple[int, int]) -> bool:
    """Whether the course of a number is claimed, rather than the word used in passing."""
    return bool(scene.nouns_in(*clause))


def _courses(scene: Scene, units: tuple[str, ...], mentions: list[Mention]) -> list[Course]:
    """The counts the claim may be about, now and before, the fullest first."""
    knowledge = scene.knowledge
    places = scene.with_context(mentions)
    wanted = [one.places for one in mentions] + scene.needed_above(mentions)
    for these in (units, related(knowledge, units)):
        found = full(readings(knowledge, these, places, NOW), wanted)
        courses = [course for one in found if (course := _course(knowledge, one)) is not None]
        if courses:
            return courses
    return []


def _course(knowledge: Knowledge, now: Reading) -> Course | None:
    before = [one for one in readings(knowledge, (now.unit,), now.members, BEFORE) if one.members == now.members]
    if not before:
        return None
    return Course(now, before[0], knowledge.span(NOW), knowledge.span(BEFORE))


def _against(
    scene: Scene,
    way: Way,
    courses: list[Course],
    mentions: list[Mention],
    span: tuple[int, int],
    clause: tuple[int, int],
) -> Statement:
    agreeing = [one for one in courses if one.goes(way)]
    own = alone([one.now for one in courses], [one.places for one in mentions])
    refuted = [one for one in courses if not mentions or one.now in own]
    course = (agreeing or refuted or courses)[0]
    verdict, reason = _verdict(scene, way, course, bool(agreeing), mentions, clause)
    if verdict is Verdict.FALSE and not refuted:
        verdict = Verdict.UNKNOWN
    how_much = bool(_changes(scene, clause)) or way in (Way.DOUBLED, Way.HALVED)
    if course.is_hidden:
        if agreeing and how_much and not _changes_by_other(scene, course, clause):
            verdict, reason = Verdict.HIDDEN_NUMBER, Reason.HIDDEN
        return scene.statement(*span, Kind.DIRECTION, verdict, reason, about=(*course.now.keys, *course.before.keys))
    now, before = course.rates
    return scene.statement(
        *span, Kind.DIRECTION, verdict, reason,
        found=before, expected=now, names=[scene.knowledge.label(one) for one in sorted(course.now.members)],
        about=(*course.now.keys, *course.before.keys), unit=scene.knowledge.unit(course.now.unit).plural,
        tells=how_much and bool(agreeing) and not _changes_by_other(scene, course, clause),
    )  # fmt: skip


def _verdict(
    scene: Scene, way: Way, course: Course, is_so: bool, mentions: list[Mention], clause: tuple[int, int]
) -> tuple[Verdict, Reason]:
    if course.is_hidden:
        return Verdict.UNKNOWN, Reason.TOO_FEW
    is_loud = bool(scene.grammar.strong.search(scene.text, *clause))
    if is_so and is_loud and course.claim is not Claim.SHOWN:
        return Verdict.UNKNOWN, Reason.TOO_FEW
    if is_so and course.is_comparable and _changes_by_other(scene, course, clause):
        return (Verdict.FALSE if scene.is_plain(clause) else Verdict.UNKNOWN), Reason.OTHER_WAY
    if is_so and not course.is_comparable:
        return Verdict.TRUE_WITH, Reason.PER_MONTH
    if is_so:
        return Verdict.TRUE, Reason.AGREES
    is_firm = scene.is_plain(clause) and all(one.is_sure for one in mentions) and not scene.is_torn(mentions)
    if way is Way.LEVEL and course.claim is Claim.TOO_FEW:
        return Verdict.UNKNOWN, Reason.TOO_FEW
    reason = Reason.OTHER_WAY if course.is_comparable else Reason.PER_MONTH
    if not is_firm:
        return Verdict.UNKNOWN, reason
    return Verdict.FALSE, reason
