"""The least and the greatest of every unknown count where the sums are no network: two hierarchies, three ways.

First a linear program for each bound. Where its answer is in whole numbers it is final; where not, it promises too
much (in a 3x4x4 table it calls counts free that are exactly determined), and a whole-number program decides.
"""

from collections.abc import Sequence

import highspy
import numpy as np

from ombud.core.auditing.equations import Equation

CLOSE = 1e-6
NO_BEST = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)


class NoWholeNumbers(Exception):
    """No whole numbers meet the equations."""


def bounds(equations: Sequence[Equation], room: Sequence[int | None]) -> tuple[list[tuple[int, int | None]], list[int]]:
    """For each column, numbered as in the terms, what it is at least and at most (None: without limit) among the whole
    numbers from 0 to its ``room`` that meet all equations; and one table of such numbers. ``NoWholeNumbers`` where
    there is none.
    """
    search = _Bounds(equations, room)
    return search.all(), search.example


class _Bounds:
    """Both programs with the range of every column among the tables found so far."""

    def __init__(self, equations: Sequence[Equation], room: Sequence[int | None]) -> None:
        self._equations, self._room = equations, room
        self._linear = _program(equations, room, whole=False)
        self._whole = _program(equations, room, whole=True)
        start = _solve(self._whole)
        if start is None:
            raise NoWholeNumbers
        self.example = [round(one) for one in start]
        self._low, self._high = list(self.example), list(self.example)

    def all(self) -> list[tuple[int, int | None]]:
        return [(self._bound(place, 1) or 0, self._bound(place, -1)) for place in range(len(self._room))]

    def _bound(self, place: int, sense: int) -> int | None:
        """The least (``sense`` 1) or the greatest (-1)."""
        if sense > 0 and not self._low[place]:
            return 0
        found = self._asked(self._linear, place, sense)
        if found is None:
            return None
        limit = -np.floor(CLOSE - found[place]) if sense > 0 else np.floor(found[place] + CLOSE)
        if self._seen(place, sense) != limit:
            answer = self._asked(self._whole, place, sense)
            if answer is None or round(answer[place]) != self._seen(place, sense):
                raise RuntimeError("The solver's whole numbers do not meet the equations")
        return self._seen(place, sense)

    def _seen(self, place: int, sense: int) -> int:
        return self._low[place] if sense > 0 else self._high[place]

    def _asked(self, program: highspy.Highs, place: int, sense: int) -> Sequence[float] | None:
        """A best table for one column; None where there is no best. One in whole numbers is noted for all columns."""
        program.changeColCost(place, float(sense))
        found = _solve(program)
        program.changeColCost(place, 0.0)
        if found is not None:
            self._note(found)
        return found

    def _note(self, table: Sequence[float]) -> None:
        whole = [round(one) for one in table]
        if all(sum(factor * whole[one] for one, factor in each.terms) == each.right for each in self._equations):
            self._low = list(map(min, self._low, whole))
            self._high = list(map(max, self._high, whole))


def _program(equations: Sequence[Equation], room: Sequence[int | None], whole: bool) -> highspy.Highs:
    program = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5)):
        program.setOptionValue(name, value)
    for one in room:
        program.addVar(0.0, highspy.kHighsInf if one is None else float(one))
    for each in equations:
        columns = np.array([one for one, _ in each.terms], dtype=np.int32)
        factors = np.array([factor for _, factor in each.terms], dtype=np.float64)
        program.addRow(float(each.right), float(each.right), len(columns), columns, factors)
    if whole:
        for place in range(len(room)):
            program.changeColIntegrality(place, highspy.HighsVarType.kInteger)
    return program


def _solve(program: highspy.Highs) -> Sequence[float] | None:
    """The best table; None where there is none or nothing limits it. Any other end is no answer at all."""
    program.run()
    status = program.getModelStatus()
    if status in NO_BEST:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"The solver stopped with {status}")
    values: Sequence[float] = program.getSolution().col_value
    return values
