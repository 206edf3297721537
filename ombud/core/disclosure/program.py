"""Any system of sums as a linear program for HiGHS: how far one unknown cell can be raised or lowered.

The unknowns are deviations from the true table. A table is taken only when it fits every sum in whole-number
arithmetic, whatever the solver says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from ombud.core.disclosure.attack import Attack
from ombud.core.disclosure.certificates import Deviations

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Answer:
    """How many units; the table (None when the answer is no table of whole numbers); and ``prices``: the change of the
    cell asked for is the sum of price times change over the other cells.
    """

    units: float
    table: Deviations | None
    prices: Mapping[int, float]


class Program:
    """The sums with bounds on every deviation: nought where the cell is told."""

    def __init__(self, attack: Attack) -> None:
        self._attack = attack
        self._size = len(attack.keys)
        self._bounds = [(0.0, 0.0)] * self._size
        self._solver = solver_of(attack, 1)
        self._solver.setOptionValue("presolve", "off")

    def bound(self, cell: int, least: float, most: float) -> None:
        """Let a cell deviate from ``least`` to ``most``."""
        self._bounds[cell] = (least, most)
        self._solver.changeColBounds(cell, least, most)

    def ask(self, cell: int, sign: int, most: float, *, whole: bool = False) -> Answer:
        """How far the cell can be raised (sign 1) or lowered (-1), ``most`` at the most; ``whole`` for whole numbers in
        all cells.
        """
        self._solver.changeColCost(cell, float(-sign))
        self._solver.changeColBounds(cell, min(0.0, sign * most), max(0.0, sign * most))
        if whole:
            self._solver.changeColsIntegrality(self._size, self._places, self._kinds(highspy.HighsVarType.kInteger))
        self._solver.run()
        answer = self._answer(cell, sign)
        if whole:
            self._solver.changeColsIntegrality(self._size, self._places, self._kinds(highspy.HighsVarType.kContinuous))
        self._solver.changeColCost(cell, 0.0)
        self._solver.changeColBounds(cell, *self._bounds[cell])
        return answer

    def _answer(self, cell: int, sign: int) -> Answer:
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return Answer(0.0, {}, {})
        solution = self._solver.getSolution()
        values = np.array(solution.col_value)
        duals = np.array(solution.col_dual) if solution.dual_valid else np.zeros(self._size)
        scale = 1.0 + sign * duals[cell]
        prices = {
            int(one): float(-duals[one] / scale) for one in np.flatnonzero(np.abs(duals) > TOLERANCE) if one != cell
        }
        return Answer(float(sign * values[cell]), whole_table(values, self._attack), prices)

    @cached_property
    def _places(self) -> NDArray[np.int32]:
        return np.arange(self._size, dtype=np.int32)

    def _kinds(self, kind: Any) -> Any:
        return np.full(self._size, kind)


def solver_of(attack: Attack, copies: int) -> Any:
    """A solver with the sums as rows and every cell ``copies`` times: the second copy counts the other way."""
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(option, value)
    size = len(attack.keys)
    solver.addVars(size * copies, np.zeros(size * copies), np.zeros(size * copies))
    for row in attack.rows:
        cells = np.array([cell + size * copy for copy in range(copies) for cell, _ in row], dtype=np.int32)
        signs = np.array([-sign if copy else sign for copy in range(copies) for _, sign in row], dtype=np.float64)
        solver.addRow(0.0, 0.0, len(cells), cells, signs)
    return solver


def whole_table(values: NDArray[np.float64], attack: Attack) -> Deviations | None:
    """The values as a table of whole numbers; None when they are none, break a sum or go under a floor."""
    rounded = np.rint(values)
    if np.abs(values - rounded).max(initial=0.0) > TOLERANCE:
        return None
    table = {int(cell): int(rounded[cell]) for cell in np.flatnonzero(rounded)}
    if any(by < -attack.slack[cell] for cell, by in table.items()):
        return None
    return None if any(sum_of(row, table) for row in attack.rows) else table


def sum_of(row: Iterable[tuple[int, int]], table: Mapping[int, int]) -> int:
    """By how much a table breaks a sum."""
    return sum(sign * table.get(cell, 0) for cell, sign in row)
