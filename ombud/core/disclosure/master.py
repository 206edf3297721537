"""The choice of cells to hide as a program for HiGHS: least weight, one row per cut, cuts added between runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, isfinite
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from ombud.core.disclosure.attack import Attack
from ombud.core.disclosure.cuts import Cut

TOLERANCE = 1e-6
NOTHING_BETTER = 1 << 60


@dataclass(frozen=True)
class Chosen:
    """A solution: how much of each cell is hidden (by place), and what no solution of the program weighs less than
    (``NOTHING_BETTER`` when the cells left allow no solution)."""

    shares: dict[int, float]
    bound: int


class Master:
    """One thread and a fixed seed: the same cuts give the same choice."""

    def __init__(self, attack: Attack) -> None:
        self._cells = list(attack.candidates)
        self._column = {cell: number for number, cell in enumerate(self._cells)}
        self._weights = np.array([attack.weights[cell] for cell in self._cells], dtype=np.float64)
        self._known: set[Cut] = set()
        self._program: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1), ("mip_rel_gap", 0.0)):
            self._program.setOptionValue(option, value)
        count = len(self._cells)
        self._program.addVars(count, np.zeros(count), np.ones(count))
        places = np.arange(count, dtype=np.int32)
        self._program.changeColsCost(count, places, self._weights)

    def add(self, cuts: Iterable[Cut]) -> int:
        """Add the cuts that are new; how many they are."""
        new = [cut for cut in dict.fromkeys(cuts) if cut not in self._known]
        self._known.update(new)
        if not new:
            return 0
        starts: list[int] = []
        places: list[int] = []
        factors: list[int] = []
        for cut in new:
            starts.append(len(places))
            places += [self._column[cell] for cell, _ in cut.factors]
            factors += [factor for _, factor in cut.factors]
        least = np.array([cut.least for cut in new], dtype=np.float64)
        self._program.addRows(
            len(new),
            least,
            np.full(len(new), highspy.kHighsInf),
            len(places),
            np.array(starts, dtype=np.int32),
            np.array(places, dtype=np.int32),
            np.array(factors, dtype=np.float64),
        )
        return len(new)

    def relaxed(self, seconds: float) -> Chosen | None:
        """The best choice with cells hidden in part; None when the time ran out."""
        self._run(seconds)
        if self._program.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return Chosen(self._shares(), self._rounded(self._program.getInfo().objective_function_value))

    def leave_dear(self, best: int) -> None:
        """Leave out for good the cells that no choice better than ``best`` can hide, going by their reduced costs in
        the relaxed solution just made.
        """
        value = self._program.getInfo().objective_function_value
        dual = np.array(self._program.getSolution().col_dual)
        out = np.flatnonzero(value + dual > best - 1 + TOLERANCE).astype(np.int32)
        if len(out):
            self._program.changeColsBounds(len(out), out, np.zeros(len(out)), np.zeros(len(out)))

    def whole_only(self) -> None:
        """From now on a cell is hidden or not."""
        count = len(self._cells)
        kinds = np.full(count, highspy.HighsVarType.kInteger)
        self._program.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)

    def whole(self, seconds: float) -> Chosen | None:
        """The best choice of whole cells, or the best one by the time; None when there is none."""
        self._run(seconds)
        status = self._program.getModelStatus()
        information = self._program.getInfo()
        bound = information.mip_dual_bound
        if status == highspy.HighsModelStatus.kInfeasible:
            return Chosen({}, NOTHING_BETTER)
        if information.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        return Chosen(self._shares(), self._rounded(bound))

    def _run(self, seconds: float) -> None:
        self._program.setOptionValue("time_limit", self._program.getRunTime() + max(seconds, 0.0))
        self._program.run()

    def _shares(self) -> dict[int, float]:
        values: NDArray[np.float64] = np.array(self._program.getSolution().col_value)
        return {self._cells[place]: float(values[place]) for place in np.flatnonzero(values > TOLERANCE)}

    def _rounded(self, bound: float) -> int:
        return ceil(bound - 1e-4) if isfinite(bound) else 0
