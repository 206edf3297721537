"""Sums that follow from the other sums: which relations may be left out without a reader knowing less.

A combination of rows that cancels every cell is a null combination; every row in it follows from its others.
Cells in one or two rows tie the factors of those rows together at once (union-find with signs); the few that are left
are solved by elimination in whole numbers, exactly.
"""

from collections.abc import Iterable, Sequence
from math import gcd

from ombud.core.disclosure.attack import Row

Combination = dict[int, int]


def null_combinations(rows: Sequence[Row], cells: int) -> list[Combination]:
    """Independent combinations {row: factor} that cancel everything: a basis of all of them, in a fixed order."""
    occurrences = rows_of_cells(rows, cells)
    classes = _Signed(len(rows))
    later = []
    for found in occurrences:
        if len(found) == 1:
            classes.zero(found[0][0])
        elif len(found) == 2 and abs(found[0][1]) == abs(found[1][1]):
            (one, sign), (other, opposite) = found
            classes.tie(one, other, -1 if sign == opposite else 1)
        elif len(found) >= 2:
            later.append(found)
    echelon = _eliminate(_reduced(found, classes) for found in later)
    members: dict[int, list[tuple[int, int]]] = {}
    for row in range(len(rows)):
        top, sign = classes.find(row)
        if not classes.is_zero(top):
            members.setdefault(top, []).append((row, sign))
    return _basis(echelon, members)


def rows_of_cells(rows: Sequence[Row], cells: int) -> list[list[tuple[int, int]]]:
    """The rows that each cell stands in, with its sign there."""
    found: list[list[tuple[int, int]]] = [[] for _ in range(cells)]
    for number, row in enumerate(rows):
        for cell, sign in row:
            found[cell].append((number, sign))
    return found


def without(combinations: list[Combination], row: int) -> list[Combination]:
    """The null combinations that remain when a row that stands in one of them is left out."""
    pivot = next(one for one in combinations if row in one)
    return [_cancelled(one, pivot, row) for one in combinations if one is not pivot]


def _cancelled(one: Combination, pivot: Combination, row: int) -> Combination:
    """``one`` with ``row`` cancelled by means of ``pivot``, in the smallest whole numbers."""
    if row not in one:
        return one
    factor, divisor = one[row], pivot[row]
    mixed = {key: value * divisor for key, value in one.items()}
    for key, value in pivot.items():
        mixed[key] = mixed.get(key, 0) - value * factor
    return _smallest(mixed)


def _smallest(one: Combination) -> Combination:
    left = {key: value for key, value in one.items() if value}
    common = gcd(*left.values()) if left else 1
    return {key: value // common for key, value in left.items()} if common > 1 else left


def _eliminate(equations: Iterable[Combination]) -> dict[int, Combination]:
    """Equations between the factors of classes, each solved for one class that stands in no other."""
    solved: dict[int, Combination] = {}
    for equation in equations:
        left = equation
        for key in [key for key in left if key in solved]:
            left = _cancelled(left, solved[key], key)
        if not left:
            continue
        pivot = max(left)
        for key, other in solved.items():
            solved[key] = _cancelled(other, left, pivot)
        solved[pivot] = left
    return solved


def _reduced(found: Sequence[tuple[int, int]], classes: "_Signed") -> Combination:
    equation: Combination = {}
    for row, sign in found:
        top, turned = classes.find(row)
        if not classes.is_zero(top):
            equation[top] = equation.get(top, 0) + sign * turned
    return _smallest(equation)


def _basis(solved: dict[int, Combination], members: dict[int, list[tuple[int, int]]]) -> list[Combination]:
    """One combination for every class that the equations leave free, spread over the rows of the classes."""
    basis = []
    for free in (top for top in members if top not in solved):
        factors = {free: 1}
        scale = 1
        for pivot, equation in solved.items():
            if free in equation:
                scale = scale * abs(equation[pivot]) // gcd(scale, abs(equation[pivot]))
        factors[free] = scale
        for pivot, equation in solved.items():
            if free in equation:
                factors[pivot] = -equation[free] * scale // equation[pivot]
        spread = {row: factor * sign for top, factor in factors.items() for row, sign in members[top]}
        basis.append(_smallest(dict(sorted(spread.items()))))
    return basis


class _Signed:
    """Rows whose factors are tied: equal, opposite, or nought."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._sign = [1] * size
        self._zero: set[int] = set()

    def find(self, row: int) -> tuple[int, int]:
        """The first row of the class, and whether the factor is the same (1) or opposite (-1)."""
        path, sign = [], 1
        while self._above[row] != row:
            path.append(row)
            row = self._above[row]
        for one in reversed(path):
            sign *= self._sign[one]
            self._above[one], self._sign[one] = row, sign
        return row, sign

    def tie(self, one: int, other: int, sign: int) -> None:
        (top, turned), (below, opposite) = self.find(one), self.find(other)
        sign *= turned * opposite
        if top == below:
            if sign < 0:
                self._zero.add(top)
            return
        first, last = min(top, below), max(top, below)
        self._above[last], self._sign[last] = first, sign
        if last in self._zero:
            self._zero.add(first)

    def zero(self, row: int) -> None:
        self._zero.add(self.find(row)[0])

    def is_zero(self, top: int) -> bool:
        return top in self._zero
