"""Small-count rounding: only the small inner counts change, to nought or to the base; the sums follow them (Langsrud
and Heldal 2018, here to the proven optimum).

What a total changes by depends only on how many of its small counts go up, and is convex in that number. Priced by its
corners at whole numbers it leaves the network a network, so that one linear program mostly gives the optimum at once.
"""

from collections.abc import Mapping

from ombud.core.disclosure.system import Relation, System
from ombud.core.rounding.program import Program, solve
from ombud.core.rounding.rounded import CannotRound, Rounded, rounded

UNLIMITED = float("inf")


def round_small_counts(
    system: System, base: int, fixed: Mapping[str, int] | None = None, time_limit: float | None = None
) -> Rounded:
    """Counts without parts from 1 to under ``base`` become 0 or the base, others without parts stay, and totals are
    their sums; least change over all distinct counts. No total is then from 1 to under the base either.

    ``fixed`` is what an earlier release printed for some counts. ``CannotRound`` where the two ways in which a total
    is divided cannot agree; ``ValueError`` at a base under 2 or a fixed small count that is neither 0 nor the base.
    """
    if base < 2:
        raise ValueError("The base is at least 2")
    told = {key: value for key, value in (fixed or {}).items() if key in system.cells}
    found = _Rounding(system, base, told).solved(time_limit)
    if found is None:
        alone = bool(told) and _Rounding(system, base, {}).solved(time_limit) is not None
        raise CannotRound(base, is_for_earlier=alone)
    return found


class _Rounding:
    """Every count is something sure plus the base times a number, which is 0 or 1 for a small inner count."""

    def __init__(self, system: System, base: int, told: Mapping[str, int]) -> None:
        self._system, self._base, self._told = system, base, told
        self._totals = {one.total for one in system.relations}
        self._sure = self._sure_parts()
        self._scale = len(system.cells) + 1
        self._start: dict[str, int] = {}
        self._costs: list[float] = []
        self._upper: list[float] = []
        self._columns = {key: self._priced(key) for key in system.cells}

    def solved(self, time_limit: float | None) -> Rounded | None:
        rows = [self._row(one) for one in self._system.relations]
        sides = [self._side(one) for one in self._system.relations]
        if any(side % self._base for side in sides):
            return None
        sides = [side // self._base for side in sides]
        found = solve(Program(self._costs, [0.0] * len(self._costs), self._upper, rows, sides), time_limit)
        if found is None:
            return None
        values = {}
        for key, columns in self._columns.items():
            number = self._start[key] + sum(factor * found.values[column] for column, factor in columns)
            values[key] = self._sure[key] + self._base * number
        return rounded(self._system, self._base, values, found.is_proven)

    def _sure_parts(self) -> dict[str, int]:
        """What a count is whatever the small ones become: all of an earlier one or a large one, a total's from its
        parts.
        """
        sure = {
            key: 0 if 0 < cell.value < self._base else cell.value
            for key, cell in self._system.cells.items()
            if key not in self._totals
        }
        for key, value in self._told.items():
            if key not in self._totals and sure[key] == 0 and value not in (0, self._base):
                raise ValueError(f"{key}: {value} is neither 0 nor {self._base}")
        sure |= self._told
        waiting = [one for one in self._system.relations if one.total not in sure]
        while waiting:
            ready = [one for one in waiting if all(part in sure for part in one.parts)]
            for one in ready:
                sure.setdefault(one.total, sum(sure[part] for part in one.parts))
            later = [one for one in waiting if one.total not in sure]
            if not ready:
                raise ValueError(f"{waiting[0].total} is a part of itself")
            waiting = later
        return sure

    def _priced(self, key: str) -> tuple[tuple[int, int], ...]:
        """The columns that make a count's number: the step over its true value, more, and less. More and less cost a
        trifle besides, so that of equal roundings the one is taken that moves totals by less than the base.
        """
        true, sure = self._system.cells[key].value, self._sure[key]
        self._start[key], over = divmod(true - sure, self._base)
        if key in self._told or (key not in self._totals and true == sure):
            self._start[key] = 0
            return ()
        place = len(self._costs)
        self._costs.append(float((self._base - 2 * over) * self._scale))
        self._upper.append(1.0)
        if key not in self._totals:
            return ((place, 1),)
        self._costs += [float(self._base * self._scale + 1)] * 2
        self._upper += [UNLIMITED, UNLIMITED]
        return (place, 1), (place + 1, 1), (place + 2, -1)

    def _row(self, one: Relation) -> list[tuple[int, int]]:
        parts = [(column, -factor) for part in one.parts for column, factor in self._columns[part]]
        return [*self._columns[one.total], *parts]

    def _side(self, one: Relation) -> int:
        """What the columns of a relation make, in counts."""
        sure = sum(self._sure[part] for part in one.parts) - self._sure[one.total]
        started = sum(self._start[part] for part in one.parts) - self._start[one.total]
        return sure + self._base * started
