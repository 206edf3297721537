"""A linear program with sides that must be met exactly, solved by HiGHS: first among all numbers, then among whole."""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

CLOSE = 1e-6


@dataclass(frozen=True)
class Program:
    """Least ``costs`` times columns between ``lower`` and ``upper``, each of ``rows`` (column, factor) equal to its
    side.
    """

    costs: Sequence[float]
    lower: Sequence[float]
    upper: Sequence[float]
    rows: Sequence[Sequence[tuple[int, int]]]
    sides: Sequence[int]


@dataclass(frozen=True)
class Solution:
    """Whole numbers, one a column; whether no better ones exist."""

    values: tuple[int, ...]
    is_proven: bool


def solve(program: Program, time_limit: float | None = None) -> Solution | None:
    """The best whole numbers; None where there are none (or none were found in ``time_limit`` seconds). The same
    program gives the same answer unless the time runs out.
    """
    solver = _solver(program)
    found = _run(solver)
    if found is None:
        return None
    whole = tuple(round(one) for one in found)
    if all(abs(one - other) < CLOSE for one, other in zip(found, whole, strict=True)):
        return Solution(whole, True)
    columns = np.arange(len(program.costs), dtype=np.int32)
    kinds = np.full(len(columns), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
    solver.changeColsIntegrality(len(columns), columns, kinds)
    if time_limit is not None:
        solver.setOptionValue("time_limit", solver.getRunTime() + time_limit)
    found = _run(solver)
    if found is None:
        return None
    return Solution(tuple(round(one) for one in found), solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _run(solver: highspy.Highs) -> Sequence[float] | None:
    """The columns; None where nothing meets the rows or nothing was found in time."""
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    stopped = status == highspy.HighsModelStatus.kTimeLimit
    if stopped and solver.getInfo().primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return None
    if not stopped and status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"The solver stopped with {status}")
    values: Sequence[float] = solver.getSolution().col_value
    return values


def _solver(program: Program) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(name, value)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(program.costs), len(program.rows)
    model.col_cost_ = np.array(program.costs, dtype=np.float64)
    model.col_lower_ = np.array(program.lower, dtype=np.float64)
    model.col_upper_ = np.array(program.upper, dtype=np.float64)
    model.row_lower_ = model.row_upper_ = np.array(program.sides, dtype=np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row) for row in program.rows)], dtype=np.int32)
    model.a_matrix_.index_ = np.array([column for row in program.rows for column, _ in row], dtype=np.int32)
    model.a_matrix_.value_ = np.array([factor for row in program.rows for _, factor in row], dtype=np.float64)
    solver.passModel(model)
    return solver
