"""Claims about what fills most or least, with what must be left out for them to hold (R230, R284, I13)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ombud.core.prose.knowledge import BEFORE, Members, Name, Place
from ombud.core.prose.naming import Mention
from ombud.core.prose.readings import by_dimension
from ombud.core.prose.scene import Scene
from ombud.core.prose.statement import Kind, Reason, Statement, Verdict


class Rank(Enum):
    """Which place a claim gives to what it names."""

    MOST = 0
    SECOND = 1
    LEAST = -1


@dataclass(frozen=True)
class Standing:
    """The members of a dimension with their counts of one unit, most first."""

    dimension: str
    unit: str
    counts: tuple[tuple[Name, int], ...]
    keys: tuple[str, ...]
    hidden: frozenset[Place]

    def of(self, places: Sequence[Place]) -> list[int]:
        return [count for name, count in self.counts if name.place in places]

    def above(self, places: Sequence[Place], rank: Rank) -> list[Name]:
        """The members not named that the claim forgets: larger (or smaller) than those named."""
        own = self.of(places)
        if rank is Rank.LEAST:
            return [name for name, count in self.counts if name.place not in places and count < max(own)]
        return [name for name, count in self.counts if name.place not in places and count > min(own)]


def check_rankings(scene: Scene) -> Iterator[Statement]:
    """Every ranking of a sentence that names what it ranks; one that names nothing known claims nothing."""
    grammar = scene.grammar
    for pattern, rank in ((grammar.second, Rank.SECOND), (grammar.most, Rank.MOST), (grammar.least, Rank.LEAST)):
        for found in pattern.finditer(scene.text):
            clause = scene.clause_of(found.start())
            mentions = _ranked(scene, found, clause)
            if mentions and not scene.is_generic(*clause):
                yield _judged(scene, found, rank, mentions, clause)


def _ranked(scene: Scene, found: re.Match[str], clause: tuple[int, int]) -> list[Mention]:
    """The names of one dimension that the claim is about: those before it, else those after it."""
    inside = scene.mentions_in(*clause)
    for side in (
        [one for one in inside if one.end <= found.start()],
        [one for one in inside if one.start >= found.end()],
    ):
        if side:
            wanted = _dimension_said(scene, clause)
            dimensions = by_dimension(place for one in side for place in one.places)
            dimension = next((one for one in wanted if one in dimensions), next(iter(dimensions)))
            return [one for one in side if any(place[0] == dimension for place in one.places)]
    return []


def _dimension_said(scene: Scene, clause: tuple[int, int]) -> list[str]:
    return [name for name, pattern in scene.grammar.thing_words.items() if pattern.search(scene.text, *clause)]


def _judged(
    scene: Scene, found: re.Match[str], rank: Rank, mentions: Sequence[Mention], clause: tuple[int, int]
) -> Statement:
    start, end = min(found.start(), mentions[0].start), max(found.end(), mentions[-1].end)
    period = scene.period_in(*clause)
    verdicts = [
        _against(scene, standing, rank, places, (start, end))
        for places in _choices(mentions)
        for standing in _standings(scene, places, clause, period)
    ]
    if not verdicts:
        reason = Reason.NO_EARLIER if period == BEFORE else Reason.NOT_COUNTED
        return scene.statement(start, end, Kind.RANKING, Verdict.UNKNOWN, reason)
    order = [Verdict.TRUE, Verdict.TRUE_WITH, Verdict.FALSE, Verdict.UNKNOWN]
    return min(verdicts, key=lambda one: order.index(one.verdict))


def _choices(mentions: Sequence[Mention]) -> list[list[Place]]:
    """The members named, by the dimension they are taken to belong to."""
    dimensions = by_dimension(place for one in mentions for place in one.places)
    return [list(places) for places in dimensions.values() if all(set(one.places) & set(places) for one in mentions)]


def _standings(scene: Scene, places: Sequence[Place], clause: tuple[int, int], period: str | None) -> list[Standing]:
    """The members beside those named, under every condition that the wording may set, in every unit."""
    if period is None:
        return []
    dimension = places[0][0]
    nouns = scene.nouns_in(*clause)
    said = list(dict.fromkeys(unit for noun in nouns for unit in noun.units))
    rest = [unit.key for unit in scene.knowledge.units if unit.key not in said]
    others = [place for one in scene.mentions_in(*clause) for place in one.places if place[0] != dimension]
    conditions = [frozenset(others), frozenset(scene.context), frozenset[Place]()]
    for units in (said, rest):
        standings = [
            _standing(scene, dimension, unit, condition, period)
            for unit in units
            for condition in dict.fromkeys(conditions)
        ]
        found = [one for one in standings if one is not None and len(one.of(places)) == len(set(places))]
        if found:
            return found
    return []


def _standing(scene: Scene, dimension: str, unit: str, condition: Members, period: str) -> Standing | None:
    knowledge = scene.knowledge
    condition = frozenset(place for place in condition if place[0] != dimension)
    found = []
    for name in knowledge.by_dimension.get(dimension, ()):
        quantity = knowledge.quantity(unit, {*condition, name.place}, period)
        if quantity is not None:
            found.append((name, quantity))
    if len(found) < 2:
        return None
    found.sort(key=lambda pair: -pair[1].value)
    counts = tuple((name, quantity.value) for name, quantity in found)
    hidden = frozenset(name.place for name, quantity in found if quantity.hidden)
    return Standing(dimension, unit, counts, tuple(quantity.key for _, quantity in found), hidden)


def _against(scene: Scene, standing: Standing, rank: Rank, places: Sequence[Place], span: tuple[int, int]) -> Statement:
    own = standing.of(places)
    above = standing.above(places, rank)
    if standing.hidden & {*places, *(name.place for name in above)}:
        return scene.statement(*span, Kind.RANKING, Verdict.UNKNOWN, Reason.TOO_FEW, about=standing.keys)
    residual = [name for name in above if _is_residual(scene, name)]
    real = [name for name in above if name not in residual]
    allowed = 1 if rank is Rank.SECOND else 0
    verdict, reason, names = Verdict.TRUE, Reason.AGREES, [scene.knowledge.label(place) for place in places]
    if len(real) > allowed or (rank is Rank.SECOND and not above):
        verdict, reason = Verdict.FALSE, Reason.SMALLER if rank is Rank.LEAST else Reason.LARGER
        names = [name.label for name in (real or [name for name, _ in standing.counts[:1]])][:1]
    elif residual and len(above) > allowed:
        verdict, reason, names = Verdict.TRUE_WITH, Reason.LEFT_OUT, [name.label for name in residual]
    counts = {name.label: count for name, count in standing.counts}
    return scene.statement(
        *span, Kind.RANKING, verdict, reason,
        found=min(own), expected=max((counts[name] for name in names), default=0),
        names=names, about=standing.keys, unit=scene.knowledge.unit(standing.unit).plural,
    )  # fmt: skip


def _is_residual(scene: Scene, name: Name) -> bool:
    """Whether it, or what it stands under, gathers what fits nowhere else."""
    above = scene.knowledge.by_place.get(name.parent) if name.parent else None
    return name.is_residual or bool(above and above.is_residual)
