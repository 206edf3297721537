"""The attack that protection must withstand: what a reader does not know, what they know about it, and the sums.

Keys and labels stay here: whatever searches and solves sees numbers only (cells by place, relations by sign).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ombud.core.disclosure.policy import Policy, Protection, Weight
from ombud.core.disclosure.system import Cell, Relation, Standing, System

Row = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Demand:
    """A cell that nobody may work out: some table that fits the release has at least ``up`` more in it than the truth,
    and the largest and the smallest possible count lie at least ``width`` apart.
    """

    cell: int
    up: int
    width: int


@dataclass(frozen=True)
class Attack:
    """Everything by place: ``keys`` and ``values`` of the cells that may be unknown to a reader, ``floors`` the least
    that the reader takes an unknown one to be, ``weights`` what hiding costs. ``unknown`` are unknown whatever is
    decided, ``candidates`` may be hidden. ``rows`` are the sums: (place, +1 for a part and -1 for the total).
    ``demands`` are to be met; the ``watched`` cells are noughts that are not printed: they may be known for noughts,
    but not be known to be nought or a small count.
    """

    keys: tuple[str, ...]
    values: tuple[int, ...]
    floors: tuple[int, ...]
    weights: tuple[int, ...]
    unknown: frozenset[int]
    candidates: tuple[int, ...]
    demands: tuple[Demand, ...]
    watched: tuple[Demand, ...]
    rows: tuple[Row, ...]

    @cached_property
    def slack(self) -> tuple[int, ...]:
        """How far below the truth a reader can imagine every cell."""
        return tuple(value - floor for value, floor in zip(self.values, self.floors, strict=True))

    def weight_of(self, cells: Iterable[int]) -> int:
        """What hiding these cells costs."""
        return sum(self.weights[cell] for cell in cells)


@dataclass(frozen=True)
class Terms:
    """What to be safe from. ``floor``: the least that a reader takes a hidden count to be. ``end``: what the upper end
    of an interval must reach under P2; 0 for one more than the truth, whatever that is.
    """

    policy: Policy
    floor: int
    end: int

    def demand(self, place: int, value: int) -> Demand:
        """P1 asks for an interval of two counts; P2 also for an end at ``end`` or above and above the truth. At
        threshold 3 and floor 1 that is the "value + 1 and width 2" of the literature.
        """
        if self.policy.protection is Protection.P1:
            return Demand(place, 0, 1)
        return Demand(place, max(1, self.end - value), 2)


def terms_of(policy: Policy, floor: int | None = None) -> Terms:
    """The terms of a policy. With a ``floor`` of its own that is not the policy's they are those of the literature."""
    if floor is None or floor == policy.lower_bound:
        return Terms(policy, policy.lower_bound, policy.threshold)
    return Terms(policy, floor, 0)


def attack_on(system: System, terms: Terms, known: frozenset[str]) -> Attack:
    """The attack on a release of ``system`` by a reader who is told the cells ``known`` in any case (the grand totals)
    besides the forced ones and the noughts.
    """
    policy = terms.policy
    kept = {key: cell for key, cell in system.cells.items() if not is_told(cell, policy) and key not in known}
    place = {key: number for number, key in enumerate(kept)}
    cells = list(enumerate(kept.values()))
    unknown = frozenset(number for number, cell in cells if starts_unknown(cell, policy))
    return Attack(
        keys=tuple(kept),
        values=tuple(cell.value for _, cell in cells),
        floors=tuple(_floor(cell, terms.floor) for _, cell in cells),
        weights=tuple(cell.value if policy.weight is Weight.VALUE else 1 for _, cell in cells),
        unknown=unknown,
        candidates=tuple(number for number, _ in cells if number not in unknown),
        demands=tuple(terms.demand(number, cell.value) for number, cell in cells if is_small(cell, policy)),
        watched=tuple(terms.demand(number, 0) for number, cell in cells if is_watched(cell, policy)),
        rows=_rows(system.relations, place),
    )


def is_told(cell: Cell, policy: Policy) -> bool:
    """Whether a reader sees the cell whatever protection decides."""
    if cell.standing is Standing.FORCED:
        return True
    return cell.standing is Standing.PRINTED and cell.value == 0 and policy.zeros_shown


def starts_unknown(cell: Cell, policy: Policy) -> bool:
    """Whether a reader does not see the cell whatever protection decides."""
    return cell.standing in (Standing.HIDDEN, Standing.IMPLIED) or is_small(cell, policy)


def is_small(cell: Cell, policy: Policy) -> bool:
    """Whether the cell is one that nobody may work out."""
    if cell.standing is Standing.IMPLIED:
        return 0 < cell.value < policy.threshold
    return cell.standing is not Standing.FORCED and policy.is_small(cell.value)


def is_watched(cell: Cell, policy: Policy) -> bool:
    """Whether the cell is a nought that is not printed, and of which P2 says that it must not be half known."""
    return cell.standing is Standing.IMPLIED and cell.value == 0 and policy.protection is Protection.P2


def grand_totals(system: System) -> frozenset[str]:
    """The cells that are the total of everything they are bound to: told unless nothing else protects."""
    bound = _Bound()
    parts: set[str] = set()
    totals: dict[str, None] = {}
    for one in system.relations:
        totals[one.total] = None
        parts.update(one.parts)
        for key in one.parts:
            bound.unite(one.total, key)
    tops: dict[str, list[str]] = defaultdict(list)
    for key in totals:
        if key not in parts:
            tops[bound.find(key)].append(key)
    return frozenset(found[0] for found in tops.values() if len(found) == 1)


def _floor(cell: Cell, floor: int) -> int:
    return 0 if cell.standing is Standing.IMPLIED else min(floor, cell.value)


def _rows(relations: Iterable[Relation], place: dict[str, int]) -> tuple[Row, ...]:
    rows: dict[Row, None] = {}
    for one in relations:
        signs: dict[int, int] = defaultdict(int)
        for key, sign in ((one.total, -1), *((key, 1) for key in one.parts)):
            if key in place:
                signs[place[key]] += sign
        row = tuple(sorted((cell, sign) for cell, sign in signs.items() if sign))
        if row:
            rows[row] = None
    return tuple(rows)


class _Bound:
    """Cells that some relation ties together, directly or by way of others."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, key: str) -> str:
        top = key
        while self._above.get(top, top) != top:
            top = self._above[top]
        while self._above.get(key, key) != top:
            self._above[key], key = top, self._above[key]
        return top

    def unite(self, one: str, other: str) -> None:
        one, other = self.find(one), self.find(other)
        if one != other:
            self._above[other] = one
