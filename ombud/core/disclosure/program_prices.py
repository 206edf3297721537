"""What must be hidden for a demand at the lowest price, under sums of any kind."""

from itertools import chain

import highspy
import numpy as np

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate
from ombud.core.disclosure.found import Unguarded
from ombud.core.disclosure.program import TOLERANCE, solver_of
from ombud.core.disclosure.program_pattern import ProgramPattern

LITTLE = 1e-4


class ProgramPayer:
    """Every cell twice, for raising and for lowering, each unit at the price of hiding the cell."""

    def __init__(self, pattern: ProgramPattern, attack: Attack) -> None:
        self._pattern, self._attack = pattern, attack
        self._size = size = len(attack.keys)
        self._prices = np.array([weight + LITTLE for weight in attack.weights])
        self._solver = solver_of(attack, 2)
        self._ranges = np.concatenate([np.full(size, highspy.kHighsInf), np.array(attack.slack, dtype=np.float64)])
        places = np.arange(2 * size, dtype=np.int32)
        self._solver.changeColsBounds(2 * size, places, np.zeros(2 * size), self._ranges)
        self._solver.changeColsCost(2 * size, places, np.tile(self._prices, 2))
        for cell in pattern.unknown:
            self._free(cell)

    def meet(self, demand: Demand) -> Certificate:
        """The certificate of a demand, hiding what it takes. ``Unguarded`` when nothing is enough."""
        for whole in (False, True):
            made = self._pattern.certify(demand)
            if made.meets(demand):
                return made
            for cell in self._cheapest(demand, whole):
                self._pattern.hide(cell)
                self._free(cell)
        made = self._pattern.certify(demand)
        if not made.meets(demand):
            raise Unguarded(demand)
        return made

    def _cheapest(self, demand: Demand, whole: bool) -> list[int]:
        """The cells of the cheapest way to rise and to fall far enough."""
        most = min(self._attack.slack[demand.cell], demand.width)
        ways = [(max(demand.up, demand.width - less), less) for less in range(most + 1)]
        best = None
        for more, less in dict.fromkeys(ways):
            rising, falling = self._change(demand.cell, more, whole), self._change(demand.cell, -less, whole)
            if rising and falling and (best is None or rising[0] + falling[0] < best[0]):
                best = (rising[0] + falling[0], [*rising[1], *falling[1]])
        if best is None:
            raise Unguarded(demand)
        return [cell for cell in dict.fromkeys(best[1]) if cell not in self._pattern.unknown]

    def _change(self, cell: int, by: int, whole: bool) -> tuple[float, list[int]] | None:
        """The price of changing a cell and the cells that change with it; None when it cannot be."""
        if not by:
            return 0.0, []
        raised, lowered = float(max(by, 0)), float(max(-by, 0))
        self._solver.changeColBounds(cell, raised, raised)
        self._solver.changeColBounds(cell + self._size, lowered, lowered)
        self._integral(whole)
        self._solver.run()
        solved = self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        price = self._solver.getInfo().objective_function_value if solved else 0.0
        values = np.array(self._solver.getSolution().col_value) if solved else np.zeros(2 * self._size)
        self._integral(False)
        for place in (cell, cell + self._size):
            self._solver.changeColBounds(place, 0.0, self._ranges[place])
        cells = chain.from_iterable(np.flatnonzero(half > TOLERANCE).tolist() for half in np.split(values, 2))
        return (price, list(cells)) if solved else None

    def _integral(self, whole: bool) -> None:
        kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
        places = np.arange(2 * self._size, dtype=np.int32)
        self._solver.changeColsIntegrality(2 * self._size, places, np.full(2 * self._size, kind))

    def _free(self, cell: int) -> None:
        for place in (cell, cell + self._size):
            self._solver.changeColCost(place, LITTLE)
