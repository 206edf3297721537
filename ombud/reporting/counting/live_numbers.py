"""Numbers that stand in prose and come from the cubes (R85, R190, R265): `{number: enquiries}`, `{tal: sager}`.

Names, Danish and English alike:

- ``enquiries`` ``matters`` ``follow-on`` ``period`` ``period-name`` ``municipality``
- ``citizens`` (different ones, R44) ``staffing`` (R11)
- ``decisions`` ``decisions-with-remarks`` ``decisions-rejected`` ``remarks``
- ``share:decisions-with-remarks`` of those processed in substance, with both numbers (31 of 60)
- ``department:NAME`` ``theme:NAME`` ``subtheme:NAME`` count matters, ``type:NAME`` ``channel:NAME`` count enquiries
- ``share:department:NAME`` and so on: numerator, denominator and per cent; ``group:NAME`` a group's share of its theme
- ``trend:group:NAME``: that share now and in the period before, and what both carry
- ``trend``: what the enquiries of the period and of the one before can carry; the reason where they are not comparable
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ombud.core.comparison.sentences import sentence, share_with_interval
from ombud.core.comparison.shares import share_interval
from ombud.core.comparison.verdicts import SharePair, judge_shares
from ombud.core.numbers import number_text
from ombud.core.statistics.breaks import why_cut
from ombud.core.statistics.cube import Cube, counts_by, select, total
from ombud.core.statistics.facts import APPEAL_DECISIONS, APPEAL_REMARKS, MATTERS
from ombud.core.statistics.inputs import Inputs, PeriodData
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import PeriodCounts, previous
from ombud.core.statistics.shares import Share
from ombud.core.statistics.table import Origin
from ombud.core.statistics.trend import trend_sentence
from ombud.core.words import Words

DANISH = {
    "enquiries": "henvendelser",
    "matters": "sager",
    "follow-on": "følgesager",
    "period": "periode",
    "period-name": "periodenavn",
    "municipality": "kommune",
    "citizens": "borgere",
    "staffing": "bemanding",
    "decisions": "afgørelser",
    "decisions-with-remarks": "afgørelser-med-bemærkninger",
    "decisions-rejected": "afviste-klager",
    "remarks": "bemærkninger",
    "trend": "udvikling",
    "department": "afdeling",
    "theme": "tema",
    "subtheme": "undertema",
    "type": "type",
    "channel": "kanal",
    "share": "andel",
    "group": "gruppe",
}
OF_MATTERS = ("department", "theme", "subtheme")
OF_ENQUIRIES = ("type", "channel")
ENQUIRIES = {"role": ("main",)}


@dataclass(frozen=True)
class ThemeSet:
    """Subthemes counted together, with the keys of the cube (R229)."""

    name: str
    subthemes: tuple[str, ...]


@dataclass(frozen=True)
class Count:
    """A count that a number in prose tells: so many facts of a kind inside ``where``, in ``period`` (None: the reported
    one).
    """

    kind: str
    where: Mapping[str, tuple[str, ...]]
    number: int
    period: Period | None = None


@dataclass(frozen=True)
class LiveNumber:
    """A number as it is printed, and the counts it tells (none where it is no count of facts)."""

    text: str
    told: tuple[Count, ...] = ()


def live_numbers(inputs: Inputs, groups: Sequence[ThemeSet], words: Words) -> dict[str, LiveNumber]:
    """Every number by name, under its English and its Danish name."""
    found: dict[str, LiveNumber] = {}
    for name, text, *told in _Numbers(inputs, groups, words).all():
        found[name] = LiveNumber(text, tuple(told))
        found[":".join(DANISH.get(part, part) for part in name.split(":"))] = found[name]
    return found


def _matters(data: PeriodData) -> Cube | None:
    return data.cubes.get(MATTERS)


def _enquiries(data: PeriodData) -> Cube | None:
    return select(data.cubes[MATTERS], ENQUIRIES) if MATTERS in data.cubes else None


Told = tuple[str, str, *tuple[Count, ...]]
"""The name of a number, its text, and the counts it tells."""


class _Numbers:
    def __init__(self, inputs: Inputs, groups: Sequence[ThemeSet], words: Words) -> None:
        self.inputs, self.groups, self.words = inputs, groups, words

    def all(self) -> Iterator[Told]:
        yield "period", self.inputs.now.period.label(self.words)
        yield "period-name", self.inputs.now.period.name
        cubes = self.inputs.now.cubes
        if MATTERS in cubes:
            yield from self.of_matters(cubes[MATTERS])
        if APPEAL_DECISIONS in cubes:
            yield from self.of_appeals(cubes)

    def of_matters(self, matters: Cube) -> Iterator[Told]:
        enquiries = select(matters, ENQUIRIES)
        of_all, of_main = Count(MATTERS, {}, total(matters)), Count(MATTERS, ENQUIRIES, total(enquiries))
        follow_on = Count(MATTERS, {"role": ("follow_on",)}, of_all.number - of_main.number)
        yield "enquiries", self.text(of_main.number), of_main
        yield "matters", self.text(of_all.number), of_all
        yield "follow-on", self.text(follow_on.number), follow_on
        for name in OF_MATTERS:
            yield from self.by_member(matters, name, "matters", {})
        for name in OF_ENQUIRIES:
            yield from self.by_member(enquiries, name, "enquiries", ENQUIRIES)
        yield from self.of_groups(matters)
        yield from self.of_trend(of_main)

    def by_member(self, cube: Cube, name: str, unit: str, where: Mapping[str, tuple[str, ...]]) -> Iterator[Told]:
        counts, whole = counts_by(cube, [name]), Count(cube.kind, where, total(cube))
        for member in cube.dimension(name).members:
            part = Count(cube.kind, {**where, name: (member.key,)}, counts.get((member.key,), 0))
            yield f"{name}:{member.label}", self.text(part.number), part
            yield f"share:{name}:{member.label}", self.share(part, whole, member.label, unit), part, whole

    def of_groups(self, matters: Cube) -> Iterator[Told]:
        subtheme = matters.dimension("subtheme")
        for group in self.groups:
            keys = tuple(key for key in group.subthemes if key in subtheme.places)
            parents = tuple(sorted({subtheme.members[subtheme.code(key)].parent for key in keys}))
            part = Count(MATTERS, {"subtheme": keys}, total(select(matters, {"subtheme": keys})))
            whole = Count(MATTERS, {"theme": parents}, total(select(matters, {"theme": parents})))
            yield f"group:{group.name}", self.share(part, whole, group.name, "matters"), part, whole
            if whole.number:
                text, told = self.group_trend(group, parents, part, whole)
                yield f"trend:group:{group.name}", text, *told

    def group_trend(
        self, group: ThemeSet, parents: Sequence[str], part: Count, whole: Count
    ) -> tuple[str, tuple[Count, ...]]:
        """The share of a group now and in the period before, and what both carry, with the counts it tells. Where the
        earlier counts are not known they are asked for: a rounded share is never tested (R229).
        """
        subtheme = self.inputs.now.cubes[MATTERS].dimension("subtheme")
        before = previous(self.inputs, "matters", subtheme, _matters)
        below = [one.key for one in subtheme.members if one.parent in parents]
        if before is None or not set(below) <= set(before.counts):
            interval = share_interval(part.number, whole.number)
            text = share_with_interval(part.number, whole.number, interval, self.words)
            asked = self.words.gettext("The earlier counts are not known, so no development is judged.")
            return f"{group.name}: {text}. {asked}", (part, whole)
        cut = why_cut(before.period, self.inputs.now.period, self.inputs.breaks, ("subtheme",), self.words)
        if cut:
            return cut, ()
        counts = [sum(before.counts[key] for key in keys) for keys in (group.subthemes, below)]
        found = judge_shares([SharePair(group.name, part.number, whole.number, *counts)])
        unit = self.inputs.unit_name("matters", 2, self.words)
        earlier = told_before(before, (part, counts[0]), (whole, counts[1]))
        return " ".join(sentence(one, unit, self.words) for one in found), (part, whole, *earlier)

    def of_trend(self, now: Count) -> Iterator[Told]:
        before = previous(self.inputs, "enquiries", None, _enquiries)
        if before is None or before.total is None:
            return
        periods = self.inputs.now.period, before.period
        text = why_cut(before.period, periods[0], self.inputs.breaks, (), self.words)
        if not text:
            unit = self.inputs.unit_name("enquiries", 2, self.words)
            text = trend_sentence(unit[:1].upper() + unit[1:], (now.number, before.total), periods, unit, self.words)
        told = (now, *told_before(before, (now, before.total)))
        yield "trend", text, *told

    def of_appeals(self, cubes: Mapping[str, Cube]) -> Iterator[Told]:
        outcomes = counts_by(cubes[APPEAL_DECISIONS], ["outcome"])
        decisions = Count(APPEAL_DECISIONS, {}, total(cubes[APPEAL_DECISIONS]))
        remarked, rejected = (
            Count(APPEAL_DECISIONS, {"outcome": (key,)}, outcomes.get((key,), 0))
            for key in ("with_remarks", "rejected")
        )
        processed = Count(APPEAL_DECISIONS, {}, decisions.number - rejected.number)
        yield "decisions", self.text(decisions.number), decisions
        yield "decisions-with-remarks", self.text(remarked.number), remarked
        yield "decisions-rejected", self.text(rejected.number), rejected
        share = self.share(remarked, processed, "", "decisions")
        yield "share:decisions-with-remarks", share, remarked, decisions, rejected
        if APPEAL_REMARKS in cubes:
            remarks = Count(APPEAL_REMARKS, {}, total(cubes[APPEAL_REMARKS]))
            yield "remarks", self.text(remarks.number), remarks

    def text(self, number: int) -> str:
        return number_text(number, self.words.get_language())

    def share(self, part: Count, whole: Count, name: str, unit: str) -> str:
        unit_name = self.inputs.unit_name(unit, 2, self.words)
        return Share(part.number, whole.number, name, unit_name).text(self.words)


def told_before(before: PeriodCounts, *counts: tuple[Count, int]) -> tuple[Count, ...]:
    """The same facts in the period before, with their numbers there; none where they were published elsewhere."""
    if before.origin is not Origin.COUNTED:
        return ()
    return tuple(replace(now, number=number, period=before.period) for now, number in counts)
