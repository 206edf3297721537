"""A good pattern quickly: for every cell to guard the cheapest path of cells to hide with it (after Castro 2007).

Cells that are hidden already cost next to nothing, so that later paths follow earlier ones. The order is fixed, and
ties are broken by the order of the cells.
"""

from collections.abc import Sequence
from heapq import heappop, heappush

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate, certify
from ombud.core.disclosure.found import Unguarded
from ombud.core.disclosure.pattern import LOWER, RAISE, Deviations, Pattern, Step, send

SCALE = 1 << 20


class Payer:
    """Hides what a demand needs, at the lowest price, in a pattern that grows."""

    def __init__(self, pattern: Pattern, attack: Attack) -> None:
        self.pattern = pattern
        network = pattern.network
        self.price = [weight * SCALE + 1 for weight in attack.weights]
        for cell in pattern.unknown:
            self.price[cell] = 1
        self.around: list[list[tuple[int, bool, int]]] = [[] for _ in range(network.nodes)]
        for cell in sorted({*attack.candidates, *pattern.unknown}):
            tail, head = network.tails[cell], network.heads[cell]
            self.around[tail].append((cell, RAISE, head))
            self.around[head].append((cell, LOWER, tail))

    def meet(self, demand: Demand) -> Certificate:
        """The certificate of a demand, hiding what it takes. ``Unguarded`` when nothing is enough."""
        made = certify(self.pattern, demand)
        while made.more < demand.up:
            self._take(demand, made, RAISE, self._path(demand, made, RAISE, None))
        while not made.meets(demand):
            more = self._path(demand, made, RAISE, None)
            less = self._path(demand, made, LOWER, more[0] if more else None)
            self._take(demand, made, *((LOWER, less) if less else (RAISE, more)))
        return made

    def _path(
        self, demand: Demand, made: Certificate, direction: bool, limit: int | None
    ) -> tuple[int, dict[int, Step | None]] | None:
        if direction is LOWER and made.less >= self.pattern.slack[demand.cell]:
            return None
        used = made.high if direction is RAISE else made.low
        return self.cheapest(*self.pattern.ends(demand.cell, direction), used, demand.cell, limit)

    def _take(
        self, demand: Demand, made: Certificate, direction: bool, path: tuple[int, dict[int, Step | None]] | None
    ) -> None:
        if path is None:
            raise Unguarded(demand)
        _, sink = self.pattern.ends(demand.cell, direction)
        for cell in send(path[1], sink, made.high if direction is RAISE else made.low):
            self.pattern.hide(cell)
            self.price[cell] = 1
        if direction is RAISE:
            made.more += 1
        else:
            made.less += 1

    def cheapest(
        self, source: int, sink: int, used: Deviations, skip: int, limit: int | None
    ) -> tuple[int, dict[int, Step | None]] | None:
        """The price and the steps of the cheapest path for one unit; None when there is none cheaper than ``limit``."""
        best = {source: 0}
        came: dict[int, Step | None] = {source: None}
        done: set[int] = set()
        waiting = [(0, source)]
        slack, price = self.pattern.slack, self.price
        while waiting:
            cost, node = heappop(waiting)
            if node == sink:
                return cost, came
            if node in done:
                continue
            if limit is not None and cost >= limit:
                return None
            done.add(node)
            for cell, direction, other in self.around[node]:
                if cell == skip or (direction is LOWER and slack[cell] + used.get(cell, 0) <= 0):
                    continue
                total = cost + price[cell]
                if other not in best or total < best[other]:
                    best[other], came[other] = total, (node, cell, direction)
                    heappush(waiting, (total, other))
        return None


def pattern_by_paths(
    pattern: Pattern, attack: Attack, demands: Sequence[Demand] | None = None
) -> dict[Demand, Certificate]:
    """Hide in ``pattern`` what the demands need; the certificate of each. ``Unguarded`` at one that cannot be met."""
    payer = Payer(pattern, attack)
    return {demand: payer.meet(demand) for demand in (attack.demands if demands is None else demands)}
