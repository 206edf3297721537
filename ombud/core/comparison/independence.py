"""Do the columns of a table differ from row to row? The exact test of Freeman & Halton (1951), in whole numbers.

A table of counts with given margins is built line by line. What matters of the lines done is only what is left of the
other margin, in whatever order (Mehta & Patel 1983), so lines that leave the same are counted together. The
probability of a table is its product of multinomial coefficients over the same for the whole, both whole numbers: the
p is an exact fraction, without tolerance and without chance. Where that would take too long nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import comb, sqrt

STEPS = 400_000

Counts = tuple[int, ...]
Rows = Sequence[Sequence[int]]


class _TooLarge(Exception):
    """More steps than allowed."""


@dataclass(frozen=True)
class Independence:
    """``p`` is None where the table is too large to be computed exactly. ``residuals`` has a number for every cell: how
    many standard deviations it lies from what the margins alone would give; None in a row or column that is empty or
    alone.
    """

    p: Fraction | None
    residuals: tuple[tuple[float | None, ...], ...]


def independence(rows: Rows, steps: int = STEPS) -> Independence:
    """The test of a whole table. ``ValueError`` when the rows are unequally long or a count is negative."""
    if len({len(row) for row in rows}) != 1 or any(cell < 0 for row in rows for cell in row):
        raise ValueError("A table has rows of the same length and no negative count")
    return Independence(exact_p(rows, steps), adjusted_residuals(rows))


def adjusted_residuals(rows: Rows) -> tuple[tuple[float | None, ...], ...]:
    """Pearson residuals divided by their own standard deviation (Haberman 1973)."""
    across, down = [sum(row) for row in rows], [sum(column) for column in zip(*rows, strict=True)]
    whole = sum(across)

    def residual(cell: int, row: int, column: int) -> float | None:
        spread = row * column * (whole - row) * (whole - column)
        return (cell * whole - row * column) / sqrt(spread / whole) if spread else None

    return tuple(
        tuple(residual(cell, row, column) for cell, column in zip(cells, down, strict=True))
        for cells, row in zip(rows, across, strict=True)
    )


def exact_p(rows: Rows, steps: int = STEPS) -> Fraction | None:
    """How probable tables with the same margins are that are no more probable than this one; None beyond ``steps``."""
    rows = [list(row) for row in rows if any(row)]
    columns = [list(column) for column in zip(*rows, strict=True) if any(column)]
    if len(columns) > len(rows):
        rows, columns = columns, rows
    else:
        rows = [list(row) for row in zip(*columns, strict=True)]
    if not rows or len(rows[0]) < 2:
        return Fraction(1)
    rows.sort(key=sum)
    try:
        return _Network([sum(row) for row in rows], steps).p(rows)
    except _TooLarge:
        return None


class _Network:
    """Nodes are (lines done, what is left of the other margin); a step gives the next line its cells."""

    def __init__(self, lines: Sequence[int], steps: int) -> None:
        self.lines, self.left = lines, steps
        self.extremes = cache(self._extremes)

    def p(self, rows: Rows) -> Fraction:
        observed = 1
        for row in rows:
            observed *= _ways(row)
        margin = tuple(sorted(sum(column) for column in zip(*rows, strict=True)))
        rarer = 0
        nodes: dict[Counts, dict[int, int]] = {margin: {1: 1}}
        for done in range(len(self.lines)):
            following: dict[Counts, dict[int, int]] = defaultdict(lambda: defaultdict(int))
            for node, paths in nodes.items():
                rarer += self._follow(done, node, paths, observed, following)
            nodes = following
        return Fraction(rarer, _ways(margin))

    def _follow(
        self, done: int, node: Counts, paths: dict[int, int], observed: int, following: dict[Counts, dict[int, int]]
    ) -> int:
        """The weight of the paths of a node that are rare however they go on; the undecided are carried further."""
        least, most = self.extremes(done, node)
        rarer, undecided = 0, []
        for product, times in paths.items():
            if product * most <= observed:
                rarer += product * times
            elif product * least <= observed:
                undecided.append((product, times))
        if undecided:
            for ways, left in self.steps(done, node):
                self.spend(len(undecided))
                carried = following[left]
                for product, times in undecided:
                    carried[product * ways] += times
        return rarer * _ways(node)

    def _extremes(self, done: int, node: Counts) -> tuple[int, int]:
        """The smallest and the largest product that the lines to come can add."""
        if done == len(self.lines):
            return 1, 1
        least = most = 0
        for ways, left in self.steps(done, node):
            lower, upper = self.extremes(done + 1, left)
            least = min(least or ways * lower, ways * lower)
            most = max(most, ways * upper)
        return least, most

    def steps(self, done: int, node: Counts) -> Iterator[tuple[int, Counts]]:
        for cells in _divided(self.lines[done], node, sum(node)):
            self.spend(1)
            yield _ways(cells), tuple(sorted(left - cell for left, cell in zip(node, cells, strict=True)))

    def spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise _TooLarge


def _divided(number: int, room: Counts, whole: int) -> Iterator[Counts]:
    """Every way to spread a number over cells with so much room in each; ``whole`` is the room of all."""
    if len(room) == 1:
        yield (number,)
        return
    rest = whole - room[0]
    for first in range(max(0, number - rest), min(number, room[0]) + 1):
        for others in _divided(number - first, room[1:], rest):
            yield (first, *others)


def _ways(cells: Sequence[int]) -> int:
    """In how many orders so many of each kind can come: a multinomial coefficient."""
    ways, whole = 1, 0
    for cell in cells:
        whole += cell
        ways *= comb(whole, cell)
    return ways
