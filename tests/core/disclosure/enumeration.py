"""Protection by trying everything: every pattern, and for each every table that fits. Slow, short and independent."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from ombud.core.disclosure.policy import Policy, Protection

Counts = tuple[tuple[int, ...], ...]


class SmallTable:
    """A table of rows and columns with its totals; cells are named as ``examples.flat`` names them."""

    def __init__(self, counts: Counts) -> None:
        self.counts, self.rows, self.columns = counts, len(counts), len(counts[0])
        self.values = self._all(tuple(count for row in counts for count in row))

    def cheapest(self, policy: Policy) -> int | None:
        """What the cheapest safe pattern costs, the grand total told; None when there is none."""
        small = frozenset(key for key, value in self.values.items() if policy.is_small(value))
        candidates = [key for key, value in self.values.items() if value >= policy.threshold and key != "t"]
        patterns = (
            (sum(self.values[key] for key in chosen), chosen)
            for size in range(len(candidates) + 1)
            for chosen in combinations(candidates, size)
        )
        for cost, chosen in sorted(patterns):
            if self.is_safe(small.union(chosen), small, policy):
                return cost
        return None

    def is_safe(self, hidden: frozenset[str], small: frozenset[str], policy: Policy) -> bool:
        found = {key: {self.values[key]} for key in small}
        for table in self.tables(hidden, policy.lower_bound):
            for key in small:
                found[key].add(table[key])
        for values in found.values():
            if max(values) == min(values):
                return False
            if policy.protection is Protection.P2 and max(values) < policy.threshold:
                return False
            if policy.protection is Protection.P2 and max(values) - min(values) < 2:
                return False
        return True

    def tables(self, hidden: frozenset[str], floor: int) -> Iterator[dict[str, int]]:
        """Every table that fits what is told."""
        for inner in self._inner(hidden, floor, ()):
            table = self._all(inner)
            if all(table[key] >= floor if key in hidden else table[key] == value for key, value in self.values.items()):
                yield table

    def _inner(self, hidden: frozenset[str], floor: int, begun: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        place = len(begun)
        if place and place % self.columns == 0:
            row = place // self.columns - 1
            if f"r{row}" not in hidden and sum(begun[-self.columns :]) != self.values[f"r{row}"]:
                return
        if place == self.rows * self.columns:
            yield begun
            return
        key = f"r{place // self.columns}c{place % self.columns}"
        if key not in hidden:
            yield from self._inner(hidden, floor, (*begun, self.values[key]))
            return
        for value in range(floor, self.values["t"] - sum(begun) + 1):
            yield from self._inner(hidden, floor, (*begun, value))

    def _all(self, inner: Sequence[int]) -> dict[str, int]:
        grid = [inner[start : start + self.columns] for start in range(0, len(inner), self.columns)]
        return {
            **{f"r{row}c{column}": grid[row][column] for row in range(self.rows) for column in range(self.columns)},
            **{f"r{row}": sum(grid[row]) for row in range(self.rows)},
            **{f"c{column}": sum(row[column] for row in grid) for column in range(self.columns)},
            "t": sum(inner),
        }


@cache
def kinds(rows: int, columns: int, most: int) -> tuple[Counts, ...]:
    """All tables with counts up to ``most``, one of those that differ by the order of rows and columns only."""
    return tuple(dict.fromkeys(_canonical(counts) for counts in _every(rows, columns, most)))


def _every(rows: int, columns: int, most: int) -> Iterator[Counts]:
    lines = list(_lines(columns, most))
    stack: list[Counts] = [()]
    while stack:
        begun = stack.pop()
        if len(begun) == rows:
            yield begun
        else:
            stack += [(*begun, line) for line in lines if not begun or line >= begun[-1]]


def _lines(columns: int, most: int) -> Iterator[tuple[int, ...]]:
    if not columns:
        yield ()
    else:
        for value in range(most + 1):
            yield from ((value, *rest) for rest in _lines(columns - 1, most))


def _canonical(counts: Counts) -> Counts:
    while True:
        turned = tuple(sorted(tuple(row) for row in zip(*sorted(zip(*counts, strict=True)), strict=True)))
        if turned == counts:
            return counts
        counts = turned
