"""Any system of sums as a linear program for HiGHS: how far one unknown cell can be raised or lowered.

The unknowns are deviations from the true table. A table is taken only when it fits every sum in whole-number
arithmetic, whatever the solver says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ombud.core.disclosure.attack import Attack
from ombud.core.disclosure.certificates import Deviations

TOLERANCE = 1e-6
PRIMAL = 4


@dataclass(frozen=True)
class Answer:
    """How many units; the deviations of all cells."""

    units: float
    values: NDArray[np.float64]
    cell: int
    sign: int
    duals: NDArray[np.float64]

    @cached_property
    def prices(self) -> Mapping[int, float]:
        """The change of the cell asked for is the sum of price times change over the other cells."""
        scale = 1.0 + self.sign * self.duals[self.cell]
        priced = np.flatnonzero(np.abs(self.duals) > TOLERANCE).tolist()
        return {one: float(-self.duals[one] / scale) for one in priced if one != self.cell}


class Program:
    """The sums with bounds on every deviation: nought where the cell is told."""

    def __init__(self, attack: Attack) -> None:
        self._attack = attack
        self._size = len(attack.keys)
        self._bounds = [(0.0, 0.0)] * self._size
        self._solver = solver_of(attack, 1)
        self._solver.setOptionValue("presolve", "off")
        self._solver.setOptionValue("simplex_strategy", PRIMAL)
        places = [(row, cell, sign) for row, cells in enumerate(attack.rows) for cell, sign in cells]
        rows, cells, signs = np.array(places, dtype=np.int64).reshape(-1, 3).T
        self._sums = csr_array((signs, (rows, cells)), shape=(len(attack.rows), self._size))
        self._slack = np.array(attack.slack, dtype=np.int64)

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
            return Answer(0.0, np.zeros(self._size), cell, sign, np.zeros(self._size))
        solution = self._solver.getSolution()
        values = np.array(solution.col_value)
        duals = np.array(solution.col_dual) if solution.dual_valid else np.zeros(self._size)
        return Answer(float(sign * values[cell]), values, cell, sign, duals)

    def table(self, answer: Answer) -> Deviations | None:
        """The answer as a table of whole numbers; None when it is none, breaks a sum or goes under a floor."""
        rounded = np.rint(answer.values)
        if np.abs(answer.values - rounded).max(initial=0.0) > TOLERANCE:
            return None
        whole = rounded.astype(np.int64)
        if (whole < -self._slack).any() or (self._sums @ whole).any():
            return None
        return {int(cell): int(whole[cell]) for cell in np.flatnonzero(whole)}

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
