"""Inequalities that every safe pattern satisfies (Fischetti & Salazar-Gonzalez 2001, capacity cuts on a network)."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.network import Network


@dataclass(frozen=True)
class Cut:
    """The cells hidden, each times its factor, make at least ``least``."""

    factors: tuple[tuple[int, int], ...]
    least: int


def made_cut(factors: Mapping[int, int], least: int, attack: Attack) -> Cut | None:
    """The cut with what is unknown anyway counted in and the factors cut down to what is left; None when nothing is."""
    rest = least - sum(factor for cell, factor in factors.items() if cell in attack.unknown)
    if rest <= 0:
        return None
    kept = sorted(
        (cell, min(factor, rest)) for cell, factor in factors.items() if factor and cell not in attack.unknown
    )
    if kept and all(factor == rest for _, factor in kept):
        return Cut(tuple((cell, 1) for cell, _ in kept), 1)
    return Cut(tuple(kept), rest)


def when_hidden(cut: Cut, cells: Iterable[int], attack: Attack) -> Cut:
    """The cut that asks the same, but only of a pattern that hides all these cells."""
    given = [cell for cell in cells if cell not in attack.unknown]
    factors = dict(cut.factors)
    for cell in given:
        factors[cell] = factors.get(cell, 0) - cut.least
    kept = tuple(sorted((cell, factor) for cell, factor in factors.items() if factor))
    return Cut(kept, cut.least * (1 - len(given)))


class Boundary:
    """Which cells lead out of a set of nodes, and how much each can carry."""

    def __init__(self, network: Network, slack: Sequence[int], cells: Iterable[int]) -> None:
        self._slack = slack
        self._around: list[list[tuple[int, int, bool]]] = [[] for _ in range(network.nodes)]
        for cell in cells:
            tail, head = network.tails[cell], network.heads[cell]
            self._around[tail].append((cell, head, True))
            self._around[head].append((cell, tail, False))

    def out_of(self, nodes: Set[int], but: int, most: int) -> dict[int, int]:
        """The cells by which a unit can leave the nodes, with what each carries, ``most`` at the most."""
        return self._crossed(nodes, but, most, leaving=True)

    def across(self, nodes: Set[int], but: int, most: int) -> dict[int, int]:
        """The cells that lead out or in, with ``most`` each."""
        return dict.fromkeys({**self.out_of(nodes, but, most), **self.into(nodes, but, most)}, most)

    def into(self, nodes: Set[int], but: int, most: int) -> dict[int, int]:
        """The cells by which a unit can come to the nodes."""
        return self._crossed(nodes, but, most, leaving=False)

    def _crossed(self, nodes: Set[int], but: int, most: int, *, leaving: bool) -> dict[int, int]:
        factors = {}
        for node in nodes:
            for cell, other, is_tail in self._around[node]:
                if other not in nodes and cell != but:
                    carried = most if is_tail is leaving else min(most, self._slack[cell])
                    if carried:
                        factors[cell] = carried
        return factors


def needed_up(demand: Demand, slack: int) -> int:
    """How much the count must be able to rise in any case: what is asked, and the part of the width that its own slack
    cannot give.
    """
    return max(demand.up, demand.width - slack)


def bridge_rows(attack: Attack) -> list[Cut]:
    """No cell is hidden alone in a sum: it would not be hidden. Never needed, so that an optimum without it exists."""
    unknown = attack.unknown
    rows = []
    for row in attack.rows:
        cells = [cell for cell, _ in row]
        if any(cell in unknown for cell in cells):
            continue
        rows += [Cut(tuple((other, -1 if other == cell else 1) for other in cells), 0) for cell in cells]
    return rows
