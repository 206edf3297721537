"""Equations as a network: each sum a node, each unknown count an arc between the two sums that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass

from ombud.core.auditing.equations import Equation


@dataclass(frozen=True)
class Network:
    """``tails`` and ``heads`` per unknown (in the order given): it flows from one node to the other. ``wanted`` is what
    must flow into each node more than out of it; the last node, the ground, takes whatever is left.
    """

    tails: tuple[int, ...]
    heads: tuple[int, ...]
    wanted: tuple[int, ...]

    @property
    def ground(self) -> int:
        return len(self.wanted)


def network_of(unknown: Sequence[int], equations: Sequence[Equation]) -> Network | None:
    """The network, or None where an unknown stands in more than two equations or their signs cannot be turned so
    that it flows out of one into the other.
    """
    uses: dict[int, list[tuple[int, int]]] = {one: [] for one in unknown}
    for node, equation in enumerate(equations):
        for one, factor in equation.terms:
            uses[one].append((node, factor))
            if abs(factor) != 1 or len(uses[one]) > 2:
                return None
    signs = _signs(len(equations), list(uses.values()))
    if signs is None:
        return None
    ground = len(equations)
    tails, heads = [], []
    for one in unknown:
        ends = {signs[node] * factor: node for node, factor in uses[one]}
        tails.append(ends.get(-1, ground))
        heads.append(ends.get(1, ground))
    return Network(tuple(tails), tuple(heads), tuple(signs[n] * one.right for n, one in enumerate(equations)))


def _signs(nodes: int, uses: Sequence[Sequence[tuple[int, int]]]) -> list[int] | None:
    """A sign for each node so that the two factors of every unknown become opposite."""
    beside: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for ends in uses:
        if len(ends) == 2:
            (first, one), (second, other) = ends
            beside[first].append((second, -one * other))
            beside[second].append((first, -one * other))
    signs = [0] * nodes
    for start in range(nodes):
        if signs[start]:
            continue
        signs[start], stack = 1, [start]
        while stack:
            node = stack.pop()
            for other, turn in beside[node]:
                if not signs[other]:
                    signs[other] = signs[node] * turn
                    stack.append(other)
                elif signs[other] != signs[node] * turn:
                    return None
    return signs
