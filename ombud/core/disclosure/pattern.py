"""A pattern of unknown cells on a network, and the paths by which a change of one cell can be made up for by others.

Raising a cell is free, lowering stops at its floor.
"""

from collections.abc import Iterable, Sequence

from ombud.core.disclosure.attack import Demand
from ombud.core.disclosure.certificates import LOWER, RAISE, Certificate, Deviations
from ombud.core.disclosure.network import Network

Seen = dict[int, tuple[int, int]]
START = (-1, -1)


class Pattern:
    """The unknown cells of a network. ``slack[c]`` is how far a reader can imagine cell ``c`` below the truth."""

    def __init__(self, network: Network, slack: Sequence[int], unknown: Iterable[int]) -> None:
        self.network, self.slack = network, slack
        self.unknown: set[int] = set()
        self._around: list[dict[int, int]] = [{} for _ in range(network.nodes)]
        for cell in unknown:
            self.hide(cell)

    def hide(self, cell: int) -> None:
        """Make a cell unknown to the reader."""
        if cell not in self.unknown:
            tail, head = self.network.tails[cell], self.network.heads[cell]
            self.unknown.add(cell)
            self._around[tail][2 * cell] = head
            self._around[head][2 * cell + 1] = tail

    def show(self, cell: int) -> None:
        """Tell the reader a cell again."""
        self.unknown.remove(cell)
        del self._around[self.network.tails[cell]][2 * cell]
        del self._around[self.network.heads[cell]][2 * cell + 1]

    def ends(self, cell: int, direction: int) -> tuple[int, int]:
        """Where a path begins and ends that makes up for one more (RAISE) or one less (LOWER) in a cell."""
        tail, head = self.network.tails[cell], self.network.heads[cell]
        return (tail, head) if direction else (head, tail)

    def certify(self, demand: Demand) -> Certificate:
        """As much of what is asked for as the unknown cells give; see whether it ``meets`` the demand."""
        made = Certificate()
        while made.more < demand.up and self._change(demand, made, RAISE):
            pass
        for direction in (LOWER, RAISE):
            while made.more >= demand.up and not made.meets(demand) and self._change(demand, made, direction):
                pass
        return made

    def _change(self, demand: Demand, made: Certificate, direction: int) -> bool:
        if direction == LOWER and made.less >= self.slack[demand.cell]:
            return False
        used = made.low if direction else made.high
        path = self.path(*self.ends(demand.cell, direction), used, demand.cell)
        if path is not None:
            made.take(path, direction)
        return path is not None

    def path(self, source: int, sink: int, used: Deviations, but: int) -> list[int] | None:
        """The steps of a path for one unit that does not use the cell ``but``; None when there is none. Looked for from
        both ends, the smaller front first.
        """
        if source == sink:
            return []
        ahead: Seen = {source: START}
        behind: Seen = {sink: START}
        first, last = [source], [sink]
        while first and last:
            if len(first) <= len(last):
                first, met = self._spread(first, ahead, behind, used, but, RAISE)
            else:
                last, met = self._spread(last, behind, ahead, used, but, LOWER)
            if met is not None:
                return [*reversed(list(back(ahead, met))), *(step ^ 1 for step in back(behind, met))]
        return None

    def near(self, source: int, used: Deviations, but: int) -> Seen:
        """The nodes that a unit from the source can come to."""
        return self._all(source, used, but, RAISE)

    def far(self, sink: int, used: Deviations, but: int) -> Seen:
        """The nodes from which a unit can come to the sink."""
        return self._all(sink, used, but, LOWER)

    def _all(self, start: int, used: Deviations, but: int, turned: int) -> Seen:
        seen: Seen = {start: START}
        front = [start]
        while front:
            front, _ = self._spread(front, seen, {}, used, but, turned)
        return seen

    def _spread(
        self, front: list[int], seen: Seen, goal: Seen, used: Deviations, but: int, turned: int
    ) -> tuple[list[int], int | None]:
        """The nodes one step further on, and the first of them in ``goal``. ``turned`` goes against the steps."""
        slack, around = self.slack, self._around
        found: list[int] = []
        for node in front:
            for step, other in around[node].items():
                if other in seen:
                    continue
                cell = step >> 1
                if cell == but or ((step ^ turned) & 1 and slack[cell] + used.get(cell, 0) <= 0):
                    continue
                seen[other] = (node, step)
                if other in goal:
                    return found, other
                found.append(other)
        return found, None


def back(seen: Seen, node: int) -> Iterable[int]:
    """The steps from a node back to where the search began."""
    before, step = seen[node]
    while step >= 0:
        yield step
        before, step = seen[before]
