"""Claims that a number rose, fell or stayed: checked per open month where the periods are not equally long (R234, R239,
R243, I6).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ombud.core.prose.grammar import Hedge, Way
from ombud.core.prose.knowledge import BEFORE, NOW, Knowledge, Place
from ombud.core.prose.naming import Mention
from ombud.core.prose.nearness import share_fits
from ombud.core.prose.readings import Reading, full, readings, related
from ombud.core.prose.scene import Scene
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict
from ombud.core.statistics.trend import trend


@dataclass(frozen=True)
class Course:
    """The same count in two periods, with the months each was open (None where that is not known)."""

    now: Reading
    before: Reading
    months: tuple[Fraction | None, Fraction | None]

    @property
    def is_comparable(self) -> bool:
        return None in self.months or self.months[0] == self.months[1]

    @property
    def rates(self) -> tuple[Fraction, Fraction]:
        """Per month where the periods are unlike, else the counts."""
        now, before = Fraction(self.now.value), Fraction(self.before.value)
        if self.is_comparable:
            return now, before
        first, second = self.months
        return now / (first or 1), before / (second or 1)

    def goes(self, way: Way) -> bool:
        """Whether it went that way. "Level" is the stated rule of core.statistics.trend, or no difference at all."""
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
        return now == before or trend(self.now.value, self._before_in_months_now()) == "level"

    def _before_in_months_now(self) -> int:
        if self.is_comparable:
            return self.before.value
        return round(self.before.value * (self.months[0] or 1) / (self.months[1] or 1))

    @property
    def is_clear(self) -> bool:
        return trend(self.now.value, self._before_in_months_now()) in ("up", "down")


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
            if not any(start <= found.start() < end for start, end in not_meant):
                return way, found
    return None


def _judged(scene: Scene, way: Way, found: re.Match[str], clause: tuple[int, int]) -> Iterator[Statement]:
    nouns = scene.nouns_in(*clause) or scene.nouns
    mentions = scene.mentions_in(*clause)
    if not nouns or scene.is_generic(clause[0], _stop(scene, found.end(), clause[1])):
        return
    units = tuple(dict.fromkeys(unit for noun in nouns for unit in noun.units))
    span = _span(scene, found, clause)
    courses = _courses(scene, units, mentions)
    if not courses:
        if _is_claimed(scene, clause):
            yield scene.statement(*span, Kind.DIRECTION, Verdict.UNKNOWN, Reason.NO_EARLIER)
        return
    yield _against(scene, way, courses, mentions, span, clause)


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
    wanted = [one.places for one in mentions] + _headings(scene, mentions)
    for these in (units, related(knowledge, units)):
        found = full(readings(knowledge, these, places, NOW), wanted)
        courses = [course for one in found if (course := _course(knowledge, one)) is not None]
        if courses:
            return courses
    return []


def _headings(scene: Scene, mentions: list[Mention]) -> list[tuple[Place, ...]]:
    known = {place[0] for one in mentions for place in one.places}
    return [(place,) for place in scene.context if place[0] not in known]


def _course(knowledge: Knowledge, now: Reading) -> Course | None:
    before = [one for one in readings(knowledge, (now.unit,), now.members, BEFORE) if one.members == now.members]
    if not before:
        return None
    return Course(now, before[0], (knowledge.months.get(NOW), knowledge.months.get(BEFORE)))


def _against(
    scene: Scene,
    way: Way,
    courses: list[Course],
    mentions: list[Mention],
    span: tuple[int, int],
    clause: tuple[int, int],
) -> Statement:
    agreeing = [one for one in courses if one.goes(way)]
    course = (agreeing or courses)[0]
    verdict, reason = _verdict(scene, course, bool(agreeing), mentions, clause)
    now, before = course.rates
    return scene.statement(
        *span, Kind.DIRECTION, verdict, reason,
        found=before, expected=now, names=[scene.knowledge.label(one) for one in sorted(course.now.members)],
        about=(*course.now.keys, *course.before.keys), unit=scene.knowledge.unit(course.now.unit).plural,
    )  # fmt: skip


def _verdict(
    scene: Scene, course: Course, is_so: bool, mentions: list[Mention], clause: tuple[int, int]
) -> tuple[Verdict, Reason]:
    if course.now.is_hidden or course.before.is_hidden:
        return Verdict.UNKNOWN, Reason.TOO_FEW
    is_loud = bool(scene.grammar.strong.search(scene.text, *clause))
    if is_so and is_loud and not course.is_clear:
        return Verdict.UNKNOWN, Reason.TOO_FEW
    if is_so and not course.is_comparable:
        return Verdict.TRUE_WITH, Reason.PER_MONTH
    if is_so:
        return Verdict.TRUE, Reason.AGREES
    is_firm = scene.is_plain(*_around(scene, clause)) and all(one.is_sure for one in mentions)
    reason = Reason.OTHER_WAY if course.is_comparable else Reason.PER_MONTH
    if not is_firm:
        return Verdict.UNKNOWN, reason
    return Verdict.FALSE, reason


def _around(scene: Scene, clause: tuple[int, int]) -> list[tuple[int, int]]:
    """The clause without the words that claim the course themselves."""
    taken = [one.span() for pattern, _ in scene.grammar.ways for one in pattern.finditer(scene.text, *clause)]
    taken += [one.span() for one in scene.grammar.strong.finditer(scene.text, *clause)]
    spans, at = [], clause[0]
    for start, end in sorted(taken):
        if start > at:
            spans.append((at, start))
        at = max(at, end)
    return [*spans, (at, clause[1])]
