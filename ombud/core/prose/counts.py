"""Counts in prose: a number, what it counts, and whether that is so (R265, R278, R279, R284)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ombud.core.prose.complements import complement, is_outside, is_rest
from ombud.core.prose.grammar import Hedge
from ombud.core.prose.judging import Asked, Judged, judge
from ombud.core.prose.knowledge import BEFORE, NOW
from ombud.core.prose.naming import Mention, Noun
from ombud.core.prose.nearness import tells
from ombud.core.prose.numerals import Numeral
from ombud.core.prose.scene import Scene
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict

_GAP_WORDS = re.compile(r"[^\W\d_][\w-]*")
_LABELLED = re.compile(r"\s*(?:[-–:(]\s*)?$")
_MORE_NUMBERS = re.compile(r"\s+\d")
_RANGE = re.compile(r"\s*[-–]\s*")
MOST_BETWEEN = 3
"""Words that may stand between a number and its noun: "24 nye, unikke henvendelser"."""
_TELLING = (Verdict.TRUE, Verdict.SMALL, Verdict.HIDDEN_NUMBER)
_LOWER_BOUNDS = (Hedge.OVER, Hedge.JUST_OVER, Hedge.AT_LEAST)


@dataclass(frozen=True)
class Counted:
    """A number with the stretch of text that belongs to it. ``noun`` is None where a name or a label says what is
    counted; ``head`` is the name directly after the number. ``is_quiet``: what is counted is less than plain, so that
    the number is spoken of only where it tells a count.
    """

    numeral: Numeral
    start: int
    end: int
    noun: Noun | None
    head: Mention | None
    is_quiet: bool = False


def check_counts(scene: Scene, taken: Sequence[tuple[int, int]]) -> Iterator[Statement]:
    """Every number of a sentence but those ``taken``, which are shares already judged."""
    free = [one for one in scene.numerals if not any(start <= one.start < end for start, end in taken)]
    ranges = list(_ranges(scene, free))
    for first, second in ranges:
        yield _range(scene, first, second)
    in_ranges = [one for pair in ranges for one in pair]
    free = [one for one in free if one not in in_ranges and not scene.is_change(one)]
    for clause in scene.clauses:
        inside = [one for one in free if clause[0] <= one.start < clause[1]]
        cuts = [scene.cut(first.end, second.start) for first, second in pairwise(inside)]
        starts, ends = [*(one.start for one in inside[:1]), *cuts], [*cuts, clause[1]]
        before: Counted | None = None
        for numeral, start, end in zip(inside, starts, ends, strict=False):
            counted = _counted(scene, numeral, start, end, before)
            before = counted if counted.noun or counted.head else before
            yield _judged(scene, counted, clause, inside[0].start)


def check_undecided(scene: Scene, shares: Sequence[Statement]) -> Iterator[Statement]:
    """The two numbers of a share that could not be decided, "two of the three cases", each for the count it tells."""
    for share in shares:
        first, last = (at - scene.sentence.start for at in (share.start, share.end))
        pair = [one for one in scene.numerals if first <= one.start < last and one.whole is not None]
        if share.verdict not in (Verdict.UNKNOWN, Verdict.NOT_ABOUT_DATA) or len(pair) != 2:
            continue
        clause = scene.clause_of(first)
        noun = _noun_of(scene, pair[1], clause[1]) or _part_of(scene, pair[0], clause[1])
        for numeral in pair if noun else ():
            counted = Counted(numeral, pair[0].start, clause[1], noun, None, is_quiet=True)
            statement = _judged(scene, counted, clause, pair[0].start)
            if statement.verdict in _TELLING and statement.names:
                yield statement


def _ranges(scene: Scene, free: Sequence[Numeral]) -> Iterator[tuple[Numeral, Numeral]]:
    """ "58-91", "mellem 58 og 91"."""
    for first, second in pairwise(free):
        between = scene.text[first.end : second.start]
        is_between = scene.grammar.between.search(scene.text, 0, first.start) is not None
        if _RANGE.fullmatch(between) or (is_between and len(between.split()) == 1):
            yield first, second


def _range(scene: Scene, first: Numeral, second: Numeral) -> Statement:
    """A range is of the totals of other periods, where those are known."""
    noun = _noun_of(scene, second, scene.clause_of(second.start)[1])
    if noun is None or scene.is_generic(*scene.clause_of(first.start)):
        return scene.statement(first.start, second.end, Kind.COUNT, Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
    of_name = _range_of_name(scene, first, second, noun)
    if of_name is not None:
        return of_name
    totals = [one for one in scene.knowledge.quantities if one.unit in noun.units and not one.members]
    values = [one.value for one in totals if one.period != NOW]
    is_so = len(values) > 1 and (min(values), max(values)) == (first.whole, second.whole)
    verdict, reason = (Verdict.TRUE, Reason.AGREES) if is_so else (Verdict.UNKNOWN, Reason.NO_EARLIER)
    return scene.statement(
        first.start, noun.end, Kind.COUNT, verdict, reason, about=[one.key for one in totals] if is_so else []
    )


def _range_of_name(scene: Scene, first: Numeral, second: Numeral, noun: Noun) -> Statement | None:
    """ "2-3 cases at Roads": the count of what is named, where it lies in the range."""
    start, end = scene.clause_of(first.start)
    low, high = first.whole, second.whole
    asked = _asked(scene, Counted(second, first.start, end, noun, None), (start, first.start), None)
    if not asked.own or low is None or high is None:
        return None
    is_small = low < scene.knowledge.threshold
    judged = judge(scene.knowledge, asked, lambda known: low <= known <= high, is_exact=False, is_small=is_small)
    if judged.verdict not in _TELLING or not (judged.reading and judged.reading.members):
        return None
    return _statement(scene, judged, first.start, noun.end, high, asked)


def _counted(scene: Scene, numeral: Numeral, start: int, end: int, before: Counted | None) -> Counted:
    noun, head = _noun_of(scene, numeral, end), _head_of(scene, numeral, end)
    if noun and head and head.start < noun.end and head.end > noun.start:
        head = None
    if noun is None and head is None:
        noun = _amount_of(scene, numeral) or _ahead(scene, numeral) or _subject_of(scene, numeral, end)
    if noun is None and head is None and before is not None and _is_paired(scene, before, numeral):
        noun = before.noun
    if noun is None and head is None:
        noun = _part_of(scene, numeral, end) or _of_those(scene, numeral, before)
        return Counted(numeral, start, end, noun, head, is_quiet=noun is not None or _is_course_of_name(scene, numeral))
    return Counted(numeral, start, end, noun, head)


def _noun_of(scene: Scene, numeral: Numeral, following: int) -> Noun | None:
    for noun in scene.nouns_in(numeral.end, following):
        between = scene.text[numeral.end : noun.start]
        words = _GAP_WORDS.findall(between)
        if scene.grammar.is_so.fullmatch(between.strip()):
            return noun
        if len(words) <= MOST_BETWEEN and not re.search(r"[.:;(]", between) and _may_stand_between(scene, words):
            return noun
        return None
    return None


def _part_of(scene: Scene, numeral: Numeral, end: int) -> Noun | None:
    """The unit of "two of the cases", or of "all cases but one"."""
    for noun in scene.nouns_in(numeral.end, end)[:1]:
        if scene.grammar.out_of.fullmatch(scene.text, numeral.end, noun.start):
            return noun
    start, _ = scene.clause_of(numeral.start)
    if not is_rest(scene, numeral):
        return None
    return next(iter((*scene.nouns_in(start, numeral.start)[-1:], *scene.nouns_in(numeral.end, end))), None)


def _of_those(scene: Scene, numeral: Numeral, before: Counted | None) -> Noun | None:
    """The unit of "of the three cases two came from Roads"."""
    is_about = scene.grammar.about.match(scene.text, numeral.end + 1) is not None
    return before.noun if before is not None and is_about else None


def _may_stand_between(scene: Scene, words: Sequence[str]) -> bool:
    """Adjectives only: a joining word or a verb would start something new."""
    return all(
        scene.grammar.neutral.fullmatch(word)
        or (word.endswith(("e", "ede", "ige")) and not scene.grammar.links.fullmatch(word))
        for word in words
    )


def _head_of(scene: Scene, numeral: Numeral, following: int) -> Mention | None:
    for one in scene.mentions_in(numeral.end, following):
        between = scene.text[numeral.end : one.start]
        is_next = all(scene.grammar.neutral.fullmatch(word) for word in _GAP_WORDS.findall(between))
        return one if is_next or scene.grammar.is_so.fullmatch(between.strip()) else None
    return None


def _ahead(scene: Scene, numeral: Numeral) -> Noun | None:
    """The unit of a course: after the second number, "fra 21 til 27 henvendelser", or before what went that way,
    "sagerne er steget fra 21 til 27".
    """
    clause = scene.clause_of(numeral.start)
    following = [one for one in scene.numerals if numeral.end <= one.start < clause[1]][:1]
    is_course = scene.grammar.course.search(scene.text, 0, numeral.start) is not None
    if not following or not is_course:
        return None
    ways = [way.search(scene.text, clause[0], numeral.start) for way, _ in scene.grammar.ways]
    subjects = scene.nouns_in(clause[0], numeral.start)
    is_subject = any(ways) and len(subjects) == 1
    return _noun_of(scene, following[0], clause[1]) or (subjects[0] if is_subject else None)


def _is_course_of_name(scene: Scene, numeral: Numeral) -> bool:
    """Whether a number is one end of a course of a name alone: "Roads rose from 1 to 3"."""
    clause = scene.clause_of(numeral.start)
    before = [one for one in scene.numerals if clause[0] <= one.start < numeral.start][-1:]
    starts = [numeral.start, *(one.start for one in before if len(scene.text[one.end : numeral.start].split()) == 1)]
    is_course = any(scene.grammar.course.search(scene.text, 0, at) for at in starts)
    if not is_course or not (scene.mentions_in(clause[0], numeral.start) or scene.context):
        return False
    return any(way.search(scene.text, clause[0], numeral.start) for way, _ in scene.grammar.ways)


def _amount_of(scene: Scene, numeral: Numeral) -> Noun | None:
    """The unit of "the number of enquiries was two"."""
    clause = scene.clause_of(numeral.start)
    for noun in scene.nouns_in(clause[0], numeral.start):
        is_amount = scene.grammar.amount.search(scene.text, 0, noun.start) is not None
        if is_amount and scene.is_plain((noun.end, numeral.start)):
            return noun
    return None


def _subject_of(scene: Scene, numeral: Numeral, end: int) -> Noun | None:
    """The unit that opens the clause: "Sagerne fordeler sig på 44 om Andet"."""
    start, _ = scene.clause_of(numeral.start)
    nouns = scene.nouns_in(start, numeral.start)
    is_about = scene.grammar.about.match(scene.text, numeral.end + 1) is not None
    is_opening = len(nouns) == 1 and not any(one.start < numeral.start for one in scene.numerals if one.start >= start)
    return nouns[0] if is_about and is_opening and scene.mentions_in(numeral.end, end) else None


def _is_paired(scene: Scene, before: Counted, numeral: Numeral) -> bool:
    """Whether a number without a noun goes with the one before it: "58 henvendelser mod 30 sidste år"."""
    between = scene.text[before.numeral.end : numeral.start]
    after = scene.text[numeral.end : numeral.end + 1]
    return bool(scene.grammar.splits.search(between)) and after in ("", " ", ".", ",", ")", ";")


def _label_of(scene: Scene, numeral: Numeral) -> Mention | None:
    """The name right before a number, as in a legend: "Borgerservice - 12"; no row of a table."""
    if _MORE_NUMBERS.match(scene.text, numeral.end):
        return None
    for one in scene.mentions:
        if one.end <= numeral.start and _LABELLED.fullmatch(scene.text[one.end : numeral.start]):
            return one
    return None


def _judged(scene: Scene, counted: Counted, clause: tuple[int, int], first: int) -> Statement:
    numeral = counted.numeral
    label = _label_of(scene, numeral) if counted.noun is None else None
    value = numeral.whole
    hedge, begin = scene.hedge_before(numeral.start)
    end = max([numeral.end, *[one.end for one in (counted.noun, counted.head) if one and one.start >= numeral.end]])
    if value is None or not (counted.noun or counted.head or label or counted.is_quiet):
        return scene.statement(begin, end, Kind.COUNT, Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
    asked = _asked(scene, counted, (clause[0], first), label)
    rest = _of_rest(scene, counted, asked, hedge)
    if rest is not None:
        verdict, reason, about = rest
        return scene.statement(begin, end, Kind.COUNT, verdict, reason, found=value, about=about)
    judged = _weighed(counted, _held(scene, counted, asked, hedge), asked, hedge)
    if (
        judged.verdict is Verdict.UNKNOWN
        and judged.reason is not Reason.SAME_AS_UNIT
        and _is_idle(scene, counted, clause)
    ):
        judged = Judged(Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
    return _statement(scene, judged, begin, end, value, asked)


def _held(scene: Scene, counted: Counted, asked: Asked, hedge: Hedge) -> Judged:
    value, reach = counted.numeral.whole or 0, counted.numeral.reach
    return judge(
        scene.knowledge,
        asked,
        lambda known: tells(known, value, hedge, reach),
        is_exact=hedge is Hedge.EXACT and not reach,
        is_small=hedge not in _LOWER_BOUNDS and value - reach - (hedge is Hedge.UNDER) < scene.knowledge.threshold,
    )


def _of_rest(
    scene: Scene, counted: Counted, asked: Asked, hedge: Hedge
) -> tuple[Verdict, Reason, tuple[str, ...]] | None:
    """The verdict on a number of all but a member, where it is one: "others than", or "all but" the number."""
    numeral, value = counted.numeral, counted.numeral.whole or 0
    clause = scene.clause_of(numeral.start)
    mentions = [one for one in scene.mentions_in(*clause) if set(one.places) <= set(asked.places)]
    outside = [one for one in mentions if is_outside(scene, one) != is_rest(scene, numeral)]
    return complement(scene.knowledge, asked, iter(outside), lambda rest: tells(rest, value, hedge, numeral.reach))


def _weighed(counted: Counted, judged: Judged, asked: Asked, hedge: Hedge) -> Judged:
    """A verdict on a number that may be none, or is no exact one: it is asked about only where the wording is plain."""
    numeral, verdict = counted.numeral, judged.verdict
    nothing = Judged(Verdict.NOT_ABOUT_DATA, Reason.SOMETHING_ELSE)
    if hedge is Hedge.AT_LEAST and numeral.value == 1:
        return nothing
    if counted.is_quiet:
        return judged if verdict in _TELLING else nothing
    if not numeral.is_soft:
        return judged
    if verdict is Verdict.FALSE and numeral.reach:
        judged = Judged(Verdict.UNKNOWN, judged.reason, judged.reading)
    if verdict in (Verdict.FALSE, Verdict.UNKNOWN):
        return judged if asked.own and asked.is_plain else nothing
    return judged if asked.own or asked.is_plain else nothing


def _statement(scene: Scene, judged: Judged, begin: int, end: int, value: int, asked: Asked) -> Statement:
    reading = judged.reading
    knowledge = scene.knowledge
    named = [knowledge.label(place) for place in sorted(reading.members)] if reading else []
    unit = reading.unit if reading else (asked.units[0] if len(asked.units) == 1 else "")
    return scene.statement(
        begin,
        end,
        Kind.COUNT,
        judged.verdict,
        judged.reason,
        found=value,
        expected=reading.value if reading else None,
        names=named,
        about=reading.keys if reading else (),
        unit=knowledge.unit(unit).plural if unit else "",
    )


def _asked(scene: Scene, counted: Counted, head: tuple[int, int], label: Mention | None) -> Asked:
    """``head`` is the wording before the first number of the clause: it is about all of them."""
    span = (counted.start, counted.end)
    local = [*([label] if label else []), *scene.mentions_in(*span)]
    known = {place[0] for one in local for place in one.places}
    shared = [one for one in scene.mentions_in(*head) if not known & {place[0] for place in one.places}]
    units = counted.noun.units if counted.noun else tuple(unit.key for unit in scene.knowledge.units)
    period = _period(scene, counted, head)
    mentions = [*local, *shared]
    needed = [one.places for one in mentions] + scene.needed_above(mentions)
    is_another = counted.noun is not None and counted.noun not in scene.nouns_in(*span)
    is_plain = (
        scene.is_plain(head, span)
        and not (is_another and scene.nouns_in(*span))
        and not scene.is_generic(head[0], counted.end)
        and not _is_told_before(scene, counted.numeral)
        and (bool(needed) or _says_something(scene, counted, head))
    )
    is_sure = all(one.is_sure or one in (counted.head, label) for one in mentions)
    is_firm = is_plain and is_sure and not scene.is_torn(mentions) and not any(is_outside(scene, x) for x in mentions)
    told = [one for one in scene.mentions_in(0, counted.start) if one not in mentions]
    own = tuple(one.places for one in mentions)
    return Asked(units, scene.with_context(mentions, told), tuple(needed), period, is_plain, is_firm, own)


def _says_something(scene: Scene, counted: Counted, head: tuple[int, int]) -> bool:
    """Whether there is more than a number and its noun, which alone claim no total."""
    end = counted.noun.end if counted.noun else counted.numeral.end
    around = scene.text[head[0] : counted.numeral.start] + scene.text[max(end, counted.numeral.end) : counted.end]
    return bool(_GAP_WORDS.search(around))


def _period(scene: Scene, counted: Counted, head: tuple[int, int]) -> str | None:
    """The period of a number: said with it, or "from 21 to 27"."""
    period = scene.period_in(counted.start, counted.end)
    is_first = counted.start == head[1]
    if period == NOW and is_first:
        period = scene.period_in(*head)
    is_course = any(way.search(scene.text, *head) for way, _ in scene.grammar.ways)
    if is_first and is_course and scene.grammar.course.search(scene.text, 0, counted.numeral.start):
        return BEFORE if period == NOW else period
    return period


def _is_told_before(scene: Scene, numeral: Numeral) -> bool:
    """ "de to sager": of something already told, or of nothing counted."""
    found = list(scene.grammar.definite.finditer(scene.text[: numeral.start]))
    return bool(found) and not scene.text[found[-1].end() : numeral.start].strip()


def _is_idle(scene: Scene, counted: Counted, clause: tuple[int, int]) -> bool:
    """Whether a number that fits nothing need not be asked about: rules, stories, things told before."""
    is_none = counted.numeral.value == 0
    return is_none or scene.is_generic(*clause) or _is_told_before(scene, counted.numeral) or counted.noun is None
