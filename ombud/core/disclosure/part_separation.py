"""The cuts that cells hidden in part violate on a network."""

from collections.abc import Mapping

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.cuts import Cut, needed_up
from ombud.core.disclosure.network import Network
from ombud.core.disclosure.part_flows import PartFlows
from ombud.core.disclosure.separation import Separation, added

NEARLY = 1e-3


class PartSeparation:
    """Looks for cuts that one relaxed choice violates; ``carried`` are the shares, 1 for what is unknown anyway."""

    def __init__(self, attack: Attack, network: Network, separation: Separation, carried: Mapping[int, float]) -> None:
        self._attack, self._network, self._separation, self._carried = attack, network, separation, carried
        self._flows: dict[tuple[int, bool], PartFlows] = {}

    def violated(self, demand: Demand) -> list[Cut]:
        """Cuts of the rise of a cell first, then of its width."""
        source, sink = self._network.heads[demand.cell], self._network.tails[demand.cell]
        slack = self._attack.slack[demand.cell]
        up = needed_up(demand, slack)
        if up:
            rising = self._of_rise(demand.cell, up, source, sink)
            if rising or up >= demand.width or not slack:
                return rising
        return self._both_ways(demand, source, sink) or self._of_width(demand, source, sink)

    def _of_rise(self, cell: int, up: int, source: int, sink: int) -> list[Cut]:
        found = self._flow(up).smallest(source, sink, cell)
        if found.units >= up - NEARLY:
            return []
        return self._separation.made(self._separation.boundaries(found.near, found.far, cell, up), up)

    def _both_ways(self, demand: Demand, source: int, sink: int) -> list[Cut]:
        """Cells across one boundary, in either direction: some must be hidden for any change of the cell."""
        found = self._flow(demand.width, both_ways=True).smallest(source, sink, demand.cell)
        if found.units >= demand.width - NEARLY:
            return []
        sides = [self._separation.across(nodes, demand.cell, demand.width) for nodes in (found.near, found.far)]
        return self._separation.made(sides, demand.width)

    def _of_width(self, demand: Demand, source: int, sink: int) -> list[Cut]:
        """Cells across two boundaries, one for more and one for less."""
        cell, width = demand.cell, demand.width
        flow = self._flow(width)
        more, less = flow.smallest(source, sink, cell), flow.smallest(sink, source, cell)
        if more.units + less.units >= width - NEARLY:
            return []
        rising = self._separation.boundaries(more.near, more.far, cell, width)
        falling = self._separation.boundaries(less.near, less.far, cell, width)
        return self._separation.made([added(one, other) for one, other in zip(rising, falling, strict=True)], width)

    def _flow(self, most: int, *, both_ways: bool = False) -> PartFlows:
        key = (most, both_ways)
        if key not in self._flows:
            self._flows[key] = PartFlows(self._network, self._attack.slack, self._carried, most, both_ways=both_ways)
        return self._flows[key]
