"""The least and the greatest flow of every arc of a network, in whole numbers.

A reader's table is a flow. An arc carries more exactly where a way leads round from its head to its tail past all
others, and less where one leads from its tail to its head (Ford and Fulkerson 1956); pushing along such ways until
there is none gives each bound exactly. Ways are looked for from both ends at once: where there is none, one end is
mostly shut in after a few steps.
"""

from collections.abc import Sequence

from ombud.core.auditing.network import Network

Step = tuple[int, int]
"""An arc and in which direction it is passed: 1 with it, -1 against it."""


class NoFlow(Exception):
    """No flow meets what the nodes want; ``nodes`` are those that together show it."""

    def __init__(self, nodes: frozenset[int]) -> None:
        super().__init__("No flow meets what is wanted")
        self.nodes = nodes


class Flow:
    """A flow with room for more: ``carried`` per arc, from 0 to its ``room`` (None: without limit)."""

    def __init__(self, network: Network, room: Sequence[int | None]) -> None:
        self._tails, self._heads = network.tails, network.heads
        self._bound = sum(map(abs, network.wanted)) + sum(one for one in room if one is not None)
        self._room = [2 * self._bound + 2 if one is None else one for one in room]
        self.carried = [0] * len(room)
        self._was_empty = [True] * len(room)
        self._beside: list[list[tuple[int, int, int]]] = [[] for _ in range(network.ground + 1)]
        for arc, (tail, head) in enumerate(zip(self._tails, self._heads, strict=True)):
            self._beside[tail].append((arc, head, 1))
            self._beside[head].append((arc, tail, -1))
        self._start(network)

    def bounds(self) -> list[tuple[int, int | None]]:
        """The least and the greatest flow of each arc; no greatest where nothing limits it."""
        least = [0 if self._was_empty[arc] else self._drain(arc) for arc in range(len(self.carried))]
        most = [self._fill(arc) for arc in range(len(self.carried))]
        return [(low, high if high <= self._bound else None) for low, high in zip(least, most, strict=True)]

    def _drain(self, arc: int) -> int:
        """As little as can be in this arc, led round from its tail to its head; enough where it was empty before."""
        while not self._was_empty[arc]:
            way = self._way(self._tails[arc], self._heads[arc], arc)
            if way is None:
                return self.carried[arc]
            self._push([*way, (arc, -1)])
        return 0

    def _fill(self, arc: int) -> int:
        """As much as can be in this arc, led back from its head to its tail."""
        while self.carried[arc] < self._room[arc]:
            way = self._way(self._heads[arc], self._tails[arc], arc)
            if way is None:
                break
            self._push([*way, (arc, 1)])
        return self.carried[arc]

    def _free(self, arc: int, direction: int) -> int:
        return self._room[arc] - self.carried[arc] if direction > 0 else self.carried[arc]

    def _push(self, way: list[Step], limit: int | None = None) -> int:
        """As much as the way takes."""
        amount = min(self._free(arc, direction) for arc, direction in way)
        amount = amount if limit is None else min(amount, limit)
        for arc, direction in way:
            self.carried[arc] += direction * amount
            if not self.carried[arc]:
                self._was_empty[arc] = True
        return amount

    def _start(self, network: Network) -> None:
        """A first flow that gives every node what it wants, each surplus led to the nearest want."""
        wanted = [*network.wanted, -sum(network.wanted)]
        self._was_empty = [False] * len(self.carried)
        for node in range(len(wanted)):
            while wanted[node] < 0:
                way, end = self._nearest_want(node, wanted)
                amount = self._push(way, min(-wanted[node], wanted[end]))
                wanted[node] += amount
                wanted[end] -= amount
        self._was_empty = [not one for one in self.carried]

    def _nearest_want(self, start: int, wanted: list[int]) -> tuple[list[Step], int]:
        before: dict[int, tuple[int, Step]] = {}
        seen, layer = {start}, [start]
        while layer:
            following = []
            for node in layer:
                for arc, other, direction in self._beside[node]:
                    if other not in seen and self._free(arc, direction):
                        seen.add(other)
                        before[other] = (node, (arc, direction))
                        if wanted[other] > 0:
                            return _walk(before, other, start), other
                        following.append(other)
            layer = following
        raise NoFlow(frozenset(seen))

    def _way(self, start: int, end: int, without: int) -> list[Step] | None:
        """A shortest way with free room, not through the arc ``without``; None where there is none. A count in
        no sum at all goes from the ground to the ground.
        """
        if start == end:
            return []
        before: dict[int, tuple[int, Step]] = {}
        after: dict[int, tuple[int, Step]] = {}
        seen, seen_back = {start}, {end}
        layer, layer_back = [start], [end]
        while layer and layer_back:
            if len(layer) <= len(layer_back):
                layer, met = self._spread(layer, seen, before, seen_back, without, 1)
            else:
                layer_back, met = self._spread(layer_back, seen_back, after, seen, without, -1)
            if met is not None:
                return _walk(before, met, start) + _walk(after, met, end)[::-1]
        return None

    def _spread(
        self,
        layer: list[int],
        seen: set[int],
        come: dict[int, tuple[int, Step]],
        goal: set[int],
        without: int,
        along: int,
    ) -> tuple[list[int], int | None]:
        """One step further from ``layer``, with the flow (``along`` 1) or against it; the node that the other side has
        reached too, if any.
        """
        carried, room = self.carried, self._room
        following: list[int] = []
        for node in layer:
            for arc, other, direction in self._beside[node]:
                if other in seen or arc == without:
                    continue
                passed = direction * along
                if carried[arc] < room[arc] if passed > 0 else carried[arc]:
                    seen.add(other)
                    come[other] = (node, (arc, passed))
                    if other in goal:
                        return following, other
                    following.append(other)
        return following, None


def _walk(come: dict[int, tuple[int, Step]], node: int, start: int) -> list[Step]:
    """The steps from ``start`` to ``node``."""
    steps = []
    while node != start:
        node, step = come[node]
        steps.append(step)
    return steps[::-1]
