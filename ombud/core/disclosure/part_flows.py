"""Flows where cells are hidden in part: each carries its share of what it could, in whole ten-thousandths of a unit."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombud.core.disclosure.network import Network

UNIT = 10_000


@dataclass(frozen=True)
class Smallest:
    """How many units flow (no more than asked for), and when that is less: what the source reaches and what the sink
    is reached from.
    """

    units: float
    near: frozenset[int]
    far: frozenset[int]


class PartFlows:
    """The network with capacities: ``most`` times its share is what a cell carries, lowered no more than its slack;
    ``both_ways`` lets it carry the same in both directions, whatever its slack.
    """

    def __init__(
        self,
        network: Network,
        slack: Sequence[int],
        shares: Mapping[int, float],
        most: int,
        *,
        both_ways: bool = False,
    ) -> None:
        self._most = most
        self._left: dict[int, int] = {}
        self._around: list[list[tuple[int, int]]] = [[] for _ in range(network.nodes)]
        for cell, share in shares.items():
            lowered = most if both_ways else min(most, slack[cell])
            self._left[2 * cell], self._left[2 * cell + 1] = round(share * most * UNIT), round(share * lowered * UNIT)
            tail, head = network.tails[cell], network.heads[cell]
            self._around[tail].append((2 * cell, head))
            self._around[head].append((2 * cell + 1, tail))

    def smallest(self, source: int, sink: int, but: int) -> Smallest:
        """The flow without the cell ``but``."""
        wanted = flowing = self._most * UNIT
        left = self._left.copy()
        left[2 * but] = left[2 * but + 1] = 0
        while wanted:
            came = self._reached(source, sink, left)
            if sink not in came:
                return Smallest((flowing - wanted) / UNIT, frozenset(came), self._before(sink, left))
            wanted -= _send(came, sink, left, wanted)
        return Smallest(flowing / UNIT, frozenset(), frozenset())

    def _reached(self, source: int, sink: int, left: dict[int, int]) -> dict[int, tuple[int, int]]:
        """The nodes reached, with the node and the edge before each; ends early at the sink."""
        came = {source: (-1, -1)}
        waiting = deque([source])
        while waiting and sink not in came:
            node = waiting.popleft()
            for edge, other in self._around[node]:
                if other not in came and left[edge]:
                    came[other] = (node, edge)
                    waiting.append(other)
        return came

    def _before(self, sink: int, left: dict[int, int]) -> frozenset[int]:
        came = {sink}
        waiting = deque([sink])
        while waiting:
            for edge, other in self._around[waiting.popleft()]:
                if other not in came and left[edge ^ 1]:
                    came.add(other)
                    waiting.append(other)
        return frozenset(came)


def _send(came: dict[int, tuple[int, int]], sink: int, left: dict[int, int], wanted: int) -> int:
    """Send what the path carries."""
    path = []
    node, edge = came[sink]
    while edge >= 0:
        path.append(edge)
        node, edge = came[node]
    sent = min(wanted, *(left[edge] for edge in path)) if path else wanted
    for edge in path:
        left[edge] -= sent
        left[edge ^ 1] += sent
    return sent
