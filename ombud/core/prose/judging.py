"""From the readings of a wording to a verdict: true before doubtful, doubtful before false."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ombud.core.prose.knowledge import NOW, Knowledge, Place
from ombud.core.prose.readings import Reading, alone, full, readings, related
from ombud.core.prose.statement import Reason, Verdict


@dataclass(frozen=True)
class Asked:
    """What a wording says is counted. ``needed`` are the members named (a name may have several meanings), ``places``
    all that may narrow it; ``period`` None where it is not known. ``own`` are the members that the wording itself
    names: what headings and the sentence before name cannot alone make it false. ``is_plain``: nothing narrows it but
    what is named; ``is_firm``: and all names in it are surely names.
    """

    units: tuple[str, ...]
    places: tuple[Place, ...]
    needed: tuple[tuple[Place, ...], ...]
    period: str | None
    is_plain: bool
    is_firm: bool
    own: tuple[tuple[Place, ...], ...] = ()


@dataclass(frozen=True)
class Judged:
    """The verdict with the reading it rests on."""

    verdict: Verdict
    reason: Reason
    reading: Reading | None = None


def judge(
    knowledge: Knowledge,
    asked: Asked,
    fits: Callable[[int], bool],
    *,
    is_exact: bool = True,
    is_small: bool | None = None,
) -> Judged:
    """Hold a count that is claimed against all that it may mean. ``is_small``: what it says tells of a small count that
    it is small; without it an exact number does.
    """
    if asked.period is None:
        return Judged(Verdict.UNKNOWN, Reason.NOT_COUNTED)
    own = readings(knowledge, asked.units, asked.places, asked.period)
    named = full(own, asked.needed)
    agreeing = [one for one in own if fits(one.value)]
    hidden = _hidden(named, agreeing, asked)
    if hidden is not None:
        return Judged(Verdict.HIDDEN_NUMBER, Reason.HIDDEN, hidden)
    if agreeing:
        is_small = is_exact if is_small is None else is_small
        return _agreed(knowledge, agreeing[0], asked, is_exact=is_exact, is_small=is_small)
    return _disagreed(knowledge, asked, named, alone(own, asked.own), fits, is_exact=is_exact)


def _hidden(named: Sequence[Reading], agreeing: Sequence[Reading], asked: Asked) -> Reading | None:
    """The hidden count that a wording tells: named in full, or guessed right."""
    told = [one for one in agreeing if one.is_hidden and one.members]
    open_ones = [one for one in agreeing if not one.is_hidden]
    if told and (told[0] in named or not open_ones):
        return told[0]
    said = {place for places in asked.needed for place in places}
    within = [one for one in named if one.members <= said]
    meant = within[:1] if asked.is_firm and asked.needed and not open_ones else []
    return next((one for one in meant if one.is_hidden), None)


def _agreed(knowledge: Knowledge, reading: Reading, asked: Asked, *, is_exact: bool, is_small: bool) -> Judged:
    if is_exact and _is_as_many_as_its_namesake(knowledge, reading, asked):
        return Judged(Verdict.UNKNOWN, Reason.SAME_AS_UNIT, reading)
    if is_small and 0 < reading.value < knowledge.threshold:
        return Judged(Verdict.SMALL, Reason.SMALL, reading)
    return Judged(Verdict.TRUE, Reason.AGREES, reading)


def _disagreed(
    knowledge: Knowledge,
    asked: Asked,
    named: Sequence[Reading],
    refuted: Sequence[Reading],
    fits: Callable[[int], bool],
    *,
    is_exact: bool,
) -> Judged:
    """``refuted`` are the readings that rest on nothing carried over: only they can make a claim false."""
    assert asked.period is not None
    refuted = refuted if asked.own else named
    others = readings(knowledge, related(knowledge, asked.units), asked.places, asked.period)
    alike = [one for one in full(others, asked.needed) if fits(one.value) and not one.is_hidden]
    if alike and not refuted:
        return Judged(Verdict.TRUE_WITH, Reason.OTHER_UNIT, alike[0])
    if alike and refuted and asked.is_firm and is_exact:
        return Judged(Verdict.FALSE, Reason.WRONG_UNIT, alike[0])
    shown = _shown(named, refuted, asked)
    if refuted and asked.is_firm:
        return Judged(Verdict.FALSE, Reason.OTHER_NUMBER, shown)
    if shown and asked.is_plain and not shown.is_hidden:
        return Judged(Verdict.UNKNOWN, Reason.OTHER_NUMBER, shown)
    if asked.period != NOW and not named:
        return Judged(Verdict.UNKNOWN, Reason.NO_EARLIER)
    return Judged(Verdict.UNKNOWN, Reason.NOT_COUNTED)


def _shown(named: Sequence[Reading], refuted: Sequence[Reading], asked: Asked) -> Reading | None:
    """The reading that is told beside the claim: with the headings, then without, then with what was carried over.
    Where the wording names nothing itself, that is the total.
    """
    said = {place for places in asked.needed for place in places}
    within = [one for one in named if one.members <= said and (one.members or not asked.own)]
    return next(iter((*within, *refuted, *named)), None)


def _is_as_many_as_its_namesake(knowledge: Knowledge, reading: Reading, asked: Asked) -> bool:
    """Points counted exactly as often as the enquiries of their name ("klageforhold", "klage"): one may have been
    printed for the other (R279).
    """
    unit = knowledge.unit(reading.unit)
    if not unit.within or reading.members or reading.value < 2:
        return False
    others = readings(knowledge, (unit.within,), (), asked.period or NOW)
    stem = unit.singular[:4].casefold()
    alike = [
        one
        for one in knowledge.quantities
        if one.unit == unit.within and one.period == asked.period and one.value == reading.value
    ]
    namesakes = [
        one for one in alike if any(knowledge.label(place).casefold().startswith(stem) for place in one.members)
    ]
    return bool(namesakes) and all(one.value != reading.value for one in others)
