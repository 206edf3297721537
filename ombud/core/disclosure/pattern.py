"""A pattern of unknown cells on a network, and how many units more or less a cell in it may hold.

The flow is kept as deviations from the true table: cell -> how many more it holds. Raising is free, lowering stops at
the floor of the cell.
"""

from collections import deque
from collections.abc import Iterable, Sequence

from ombud.core.disclosure.network import Network

Deviations = dict[int, int]
Step = tuple[int, int, bool]
RAISE, LOWER = True, False


class Pattern:
    """The unknown cells of a network. ``slack[c]`` is how far a reader can imagine cell ``c`` below the truth."""

    def __init__(self, network: Network, slack: Sequence[int], unknown: Iterable[int]) -> None:
        self.network, self.slack = network, slack
        self.unknown: set[int] = set()
        self.around: list[dict[tuple[int, bool], int]] = [{} for _ in range(network.nodes)]
        for cell in unknown:
            self.hide(cell)

    def hide(self, cell: int) -> None:
        """Make a cell unknown to the reader."""
        if cell not in self.unknown:
            tail, head = self.network.tails[cell], self.network.heads[cell]
            self.unknown.add(cell)
            self.around[tail][cell, RAISE] = head
            self.around[head][cell, LOWER] = tail

    def show(self, cell: int) -> None:
        """Tell the reader a cell again."""
        self.unknown.remove(cell)
        del self.around[self.network.tails[cell]][cell, RAISE]
        del self.around[self.network.heads[cell]][cell, LOWER]

    def ends(self, cell: int, direction: bool) -> tuple[int, int]:
        """Where a path begins and ends that makes up for one more (RAISE) or one less (LOWER) in a cell."""
        tail, head = self.network.tails[cell], self.network.heads[cell]
        return (head, tail) if direction is RAISE else (tail, head)

    def reach(self, source: int, sink: int, used: Deviations, skip: int) -> dict[int, Step | None]:
        """The nodes that a unit from the source can come to, with the step that led there; ends early at the sink."""
        came: dict[int, Step | None] = {source: None}
        waiting = deque([source])
        slack = self.slack
        while waiting and sink not in came:
            node = waiting.popleft()
            for (cell, direction), other in self.around[node].items():
                if other in came or cell == skip:
                    continue
                if direction is LOWER and slack[cell] + used.get(cell, 0) <= 0:
                    continue
                came[other] = (node, cell, direction)
                waiting.append(other)
        return came

    def before(self, sink: int, used: Deviations, skip: int) -> set[int]:
        """The nodes from which a unit can come to the sink."""
        came = {sink}
        waiting = deque([sink])
        slack = self.slack
        while waiting:
            node = waiting.popleft()
            for (cell, direction), other in self.around[node].items():
                if other in came or cell == skip:
                    continue
                if direction is RAISE and slack[cell] + used.get(cell, 0) <= 0:
                    continue
                came.add(other)
                waiting.append(other)
        return came


def send(came: dict[int, Step | None], sink: int, used: Deviations) -> list[int]:
    """Send one unit along the path found; the cells on it."""
    cells = []
    step = came[sink]
    while step is not None:
        node, cell, direction = step
        used[cell] = used.get(cell, 0) + (1 if direction is RAISE else -1)
        if not used[cell]:
            del used[cell]
        cells.append(cell)
        step = came[node]
    return cells
