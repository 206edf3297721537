"""Where a pattern falls short on a network: the cuts that it violates, from both sides of the smallest boundaries.

The near side is what a unit can come to from the source, the far side what it can come to the sink from; cuts of the
near side alone take many more rounds.
"""

from collections.abc import Set

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import LOWER, RAISE, Certificate, Deviations
from ombud.core.disclosure.cuts import Boundary, Cut, made_cut, needed_up
from ombud.core.disclosure.pattern import Pattern

Factors = dict[int, int]


class Separation:
    """Looks for violated cuts of one attack on one network."""

    def __init__(self, attack: Attack, boundary: Boundary) -> None:
        self._attack, self._boundary = attack, boundary

    def violated(self, pattern: Pattern, demand: Demand) -> list[Cut]:
        """The cuts of a demand that the pattern violates; none when it meets the demand."""
        slack = self._attack.slack[demand.cell]
        up = needed_up(demand, slack)
        more, high = _flow(pattern, demand.cell, RAISE, max(up, demand.width))
        if more < up:
            return self.made(self._sides(pattern, demand.cell, RAISE, high, up), up)
        less, low = _flow(pattern, demand.cell, LOWER, demand.width - more)
        if more + min(less, slack) >= demand.width:
            return []
        rising = self._sides(pattern, demand.cell, RAISE, high, demand.width)
        falling = self._sides(pattern, demand.cell, LOWER, low, demand.width)
        pairs = [added(one, other) for one, other in zip(rising, falling, strict=True)]
        return self.made([*self._either_way(pattern, demand, high), *pairs], demand.width)

    def first(self, pattern: Pattern, demand: Demand) -> list[Cut]:
        """The cuts of a demand round the two sums that its cell stands in."""
        up = needed_up(demand, self._attack.slack[demand.cell])
        source, sink = pattern.ends(demand.cell, RAISE)
        if not up or source == sink:
            return []
        return self.made(self.boundaries({source}, {sink}, demand.cell, up), up)

    def boundaries(self, near: Set[int], far: Set[int], but: int, most: int) -> list[Factors]:
        """What leads out of the near side and into the far side."""
        return [self._boundary.out_of(near, but, most), self._boundary.into(far, but, most)]

    def across(self, nodes: Set[int], but: int, most: int) -> Factors:
        """What leads out of the nodes or into them."""
        return self._boundary.across(nodes, but, most)

    def made(self, sides: list[Factors], least: int) -> list[Cut]:
        """The sides as cuts."""
        return [cut for cut in (made_cut(factors, least, self._attack) for factors in sides) if cut]

    def _sides(self, pattern: Pattern, cell: int, direction: int, used: Deviations, most: int) -> list[Factors]:
        source, sink = pattern.ends(cell, direction)
        near, far = pattern.near(source, used, cell), pattern.far(sink, used, cell)
        return self.boundaries(near.keys(), far.keys(), cell, most)

    def _either_way(self, pattern: Pattern, demand: Demand, high: Deviations) -> list[Factors]:
        source, sink = pattern.ends(demand.cell, RAISE)
        sides = (pattern.near(source, high, demand.cell), pattern.far(sink, high, demand.cell))
        return [self.across(nodes.keys(), demand.cell, demand.width) for nodes in sides]


def added(one: Factors, other: Factors) -> Factors:
    """The factors of two boundaries together."""
    return {cell: one.get(cell, 0) + other.get(cell, 0) for cell in {**one, **other}}


def _flow(pattern: Pattern, cell: int, direction: int, most: int) -> tuple[int, Deviations]:
    """How many units, ``most`` at the most, can make up for a change of a cell, and how."""
    source, sink = pattern.ends(cell, direction)
    made = Certificate()
    used = made.low if direction else made.high
    for units in range(most):
        path = pattern.path(source, sink, used, cell)
        if path is None:
            return units, used
        made.take(path, direction)
    return max(most, 0), used
