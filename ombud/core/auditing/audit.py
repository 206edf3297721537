"""What anybody can work out from a release: the exact interval of every count that is not printed (R138).

This is a check of the protection by other means: it is written apart from it, sees the published document and the
policy only, and knows no true count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombud.core.auditing import flow, whole_numbers
from ombud.core.auditing.equations import Equation, Equations, components, equations_of
from ombud.core.auditing.network import network_of
from ombud.core.auditing.redundant import needed
from ombud.core.auditing.release import EXACT, Contradiction, Interval, Release

Bounds = list[tuple[int, int | None]]


@dataclass(frozen=True)
class Audit:
    """``intervals`` of all holes and implied counts; ``refused`` are those that give somebody away, in their order."""

    intervals: Mapping[str, Interval]
    refused: tuple[str, ...]


def audit(release: Release) -> Audit:
    """The intervals, exact in whole numbers, and what they refuse. ``Contradiction`` where no table fits."""
    intervals = intervals_of(release)
    refused = tuple(key for key, one in intervals.items() if gives_away(release, key, one))
    return Audit(intervals, refused)


def gives_away(release: Release, key: str, interval: Interval) -> bool:
    """P2: the count is certainly under the threshold. P1: it is, and it is known exactly. An implied count that is
    certainly 0 tells of nobody.
    """
    if interval.high is None or interval.high >= release.threshold:
        return False
    if key in release.implied and interval.high == 0:
        return False
    return interval.is_exact or release.protection != EXACT


def intervals_of(release: Release) -> dict[str, Interval]:
    """The interval of every hole and implied count, by key; sums that follow from others are checked at the end."""
    kept = needed(release.relations)
    equations = equations_of(release, kept)
    found: dict[str, Interval] = {}
    table: dict[str, int] = dict(release.printed)
    for unknown, bound_by in components(equations):
        bounds, example = _component(release, equations, unknown, bound_by)
        for one, (low, high), value in zip(unknown, bounds, example, strict=True):
            least, key = equations.least[one], equations.unknown[one]
            found[key] = Interval(low + least, None if high is None else high + least)
            table[key] = value + least
    _check(release, table)
    return {key: found[key] for key in equations.unknown}


def _component(
    release: Release, equations: Equations, unknown: Sequence[int], bound_by: Sequence[Equation]
) -> tuple[Bounds, list[int]]:
    """Bounds above the least of each unknown, and one table that fits."""
    room = [None if (most := equations.most[one]) is None else most - equations.least[one] for one in unknown]
    place = {one: number for number, one in enumerate(unknown)}
    shifted = [_shifted(one, equations.least, place) for one in bound_by]
    names = [release.relations[one.relation][0] for one in bound_by]
    network = network_of(range(len(unknown)), shifted)
    if network is None:
        try:
            return whole_numbers.bounds(shifted, room)
        except whole_numbers.NoWholeNumbers:
            raise Contradiction(tuple(dict.fromkeys(names))) from None
    try:
        flows = flow.Flow(network, room)
    except flow.NoFlow as shown:
        nodes = [node for node in range(len(names)) if (node in shown.nodes) != (network.ground in shown.nodes)]
        raise Contradiction(tuple(dict.fromkeys(names[node] for node in nodes))) from None
    return flows.bounds(), flows.carried


def _shifted(equation: Equation, least: Sequence[int], place: Mapping[int, int]) -> Equation:
    """The same for what each unknown is above its least, with the unknowns numbered within the component."""
    right = equation.right - sum(factor * least[one] for one, factor in equation.terms)
    return Equation(equation.relation, tuple((place[one], factor) for one, factor in equation.terms), right)


def _check(release: Release, table: Mapping[str, int]) -> None:
    """That a table that fits the sums asked fits those left out too; they follow from them unless print is wrong."""
    for total, parts in release.relations:
        made = sum(table[part] for part in parts)
        if made != table[total]:
            printed = all(key in release.printed for key in (total, *parts))
            raise Contradiction((total,), made, table[total]) if printed else Contradiction((total,))
