"""Flows where cells are hidden in part: each carries its share of what it could, in whole units of a ten-thousandth."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from ombud.core.disclosure.network import Network

UNIT = 10_000


class PartFlows:
    """The network with capacities: raising a cell carries ``most`` times its share, lowering at most its slack."""

    def __init__(self, network: Network, slack: Sequence[int], shares: Mapping[int, float], most: int) -> None:
        self._network, self._most = network, most
        self._edges: dict[tuple[int, int], int] = {}
        self._carried: dict[int, tuple[int, int]] = {}
        for cell, share in shares.items():
            raised, lowered = round(share * most * UNIT), round(share * min(most, slack[cell]) * UNIT)
            self._carried[cell] = raised, lowered
            tail, head = network.tails[cell], network.heads[cell]
            self._edges[tail, head] = self._edges.get((tail, head), 0) + raised
            self._edges[head, tail] = self._edges.get((head, tail), 0) + lowered
        places = sorted(self._edges)
        self._place = {edge: place for place, edge in enumerate(places)}
        rows = np.fromiter((tail for tail, _ in places), np.int32, len(places))
        columns = np.fromiter((head for _, head in places), np.int32, len(places))
        self._capacities = np.fromiter((self._edges[edge] for edge in places), np.int32, len(places))
        starts = np.searchsorted(rows, np.arange(network.nodes + 1)).astype(np.int32)
        self._graph = csr_array((self._capacities, columns, starts), shape=(network.nodes, network.nodes))

    def smallest(self, source: int, sink: int, but: int) -> tuple[float, frozenset[int], frozenset[int]]:
        """How many units can flow without the cell ``but``, and what the source reaches and the sink is reached from
        when no more can.
        """
        self._turn(but, -1)
        flow = maximum_flow(self._graph, source, sink)
        residual = (self._graph - flow.flow).tocsr()
        self._turn(but, 1)
        residual.eliminate_zeros()
        near = breadth_first_order(residual, source, return_predecessors=False)
        far = breadth_first_order(residual.T.tocsr(), sink, return_predecessors=False)
        return flow.flow_value / UNIT, frozenset(near.tolist()), frozenset(far.tolist())

    def _turn(self, cell: int, sign: int) -> None:
        if cell in self._carried:
            tail, head = self._network.tails[cell], self._network.heads[cell]
            raised, lowered = self._carried[cell]
            data: NDArray[np.int32] = self._graph.data
            data[self._place[tail, head]] += sign * raised
            data[self._place[head, tail]] += sign * lowered
