"""A good pattern quickly: for every cell to guard the cheapest path of cells to hide with it (after Castro 2007).

Cells that are hidden already cost next to nothing, so that later paths follow earlier ones. The order is fixed, and
ties are broken by the order of the cells.
"""

from heapq import heappop, heappush

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import LOWER, RAISE, Certificate, Deviations
from ombud.core.disclosure.found import Unguarded
from ombud.core.disclosure.pattern import START, Pattern, Seen, back

SCALE = 1 << 20


class Payer:
    """Hides what a demand needs, at the lowest price, in a pattern that grows."""

    def __init__(self, pattern: Pattern, attack: Attack) -> None:
        self.pattern = pattern
        self._price = [weight * SCALE + 1 for weight in attack.weights]
        for cell in pattern.unknown:
            self._price[cell] = 1
        network = pattern.network
        self._around: list[list[tuple[int, int]]] = [[] for _ in range(network.nodes)]
        for cell in sorted({*attack.candidates, *pattern.unknown}):
            tail, head = network.tails[cell], network.heads[cell]
            self._around[tail].append((2 * cell, head))
            self._around[head].append((2 * cell + 1, tail))

    def meet(self, demand: Demand) -> Certificate:
        """The certificate of a demand, hiding what it takes. ``Unguarded`` when nothing is enough."""
        made = self.pattern.certify(demand)
        while made.more < demand.up:
            self._take(demand, made, RAISE, self._path(demand, made, RAISE, None))
        while not made.meets(demand):
            more = self._path(demand, made, RAISE, None)
            less = self._path(demand, made, LOWER, more[0] if more else None)
            self._take(demand, made, *((LOWER, less) if less else (RAISE, more)))
        return made

    def _path(
        self, demand: Demand, made: Certificate, direction: int, limit: int | None
    ) -> tuple[int, list[int]] | None:
        if direction == LOWER and made.less >= self.pattern.slack[demand.cell]:
            return None
        used = made.high if direction == RAISE else made.low
        return self.cheapest(*self.pattern.ends(demand.cell, direction), used, demand.cell, limit)

    def _take(self, demand: Demand, made: Certificate, direction: int, path: tuple[int, list[int]] | None) -> None:
        if path is None:
            raise Unguarded(demand)
        made.take(path[1], direction)
        for step in path[1]:
            self.pattern.hide(step >> 1)
            self._price[step >> 1] = 1

    def cheapest(
        self, source: int, sink: int, used: Deviations, but: int, limit: int | None
    ) -> tuple[int, list[int]] | None:
        """The price and the steps of the cheapest path for one unit; None when there is none cheaper than ``limit``."""
        best = {source: 0}
        came = {source: START}
        done: set[int] = set()
        waiting = [(0, source)]
        slack, price = self.pattern.slack, self._price
        while waiting:
            cost, node = heappop(waiting)
            if node == sink:
                return cost, _steps(came, sink)
            if node in done:
                continue
            if limit is not None and cost >= limit:
                return None
            done.add(node)
            for step, other in self._around[node]:
                cell = step >> 1
                if cell == but or (step & 1 and slack[cell] + used.get(cell, 0) <= 0):
                    continue
                total = cost + price[cell]
                if other not in best or total < best[other]:
                    best[other], came[other] = total, (node, step)
                    heappush(waiting, (total, other))
        return None


def _steps(came: Seen, node: int) -> list[int]:
    return list(back(came, node))[::-1]
