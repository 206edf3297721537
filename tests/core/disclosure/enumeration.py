"""Protection by trying everything: every pattern, and for each every table that fits. Slow, short and independent."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from ombud.core.disclosure.policy import Policy, Protection, Weight
from ombud.core.disclosure.system import Standing

Counts = tuple[tuple[int, ...], ...]


class SmallTable:
    """A table of rows and columns with its totals; cells are named as ``examples.flat`` names them. The grand total is
    told.
    """

    def __init__(self, counts: Counts, standings: Mapping[str, Standing] | None = None) -> None:
        self.counts, self.rows, self.columns = counts, len(counts), len(counts[0])
        self.values = self._all(tuple(count for row in counts for count in row))
        self.standings = {key: (standings or {}).get(key, Standing.PRINTED) for key in self.values}

    def cheapest(self, policy: Policy) -> int | None:
        """What the cheapest safe pattern costs, the grand total told; None when there is none."""
        unknown = frozenset(key for key in self.values if self._is_unknown(key, policy))
        candidates = [
            key
            for key, value in self.values.items()
            if key != "t" and key not in unknown and self.standings[key] is Standing.PRINTED and value
        ]
        weights = {key: self.values[key] if policy.weight is Weight.VALUE else 1 for key in candidates}
        patterns = (
            (sum(weights[key] for key in chosen), chosen)
            for size in range(len(candidates) + 1)
            for chosen in combinations(candidates, size)
        )
        for cost, chosen in sorted(patterns):
            if self.is_safe(unknown.union(chosen), policy):
                return cost
        return None

    def is_safe(self, unknown: frozenset[str], policy: Policy) -> bool:
        """Whether no count that must not be known is known, by the words of the policy."""
        found: dict[str, set[int]] = {key: set() for key in unknown}
        for table in self.tables(unknown, policy.lower_bound):
            for key in unknown:
                found[key].add(table[key])
        return all(self._is_harmless(key, min(seen), max(seen), policy) for key, seen in found.items())

    def _is_harmless(self, key: str, low: int, high: int, policy: Policy) -> bool:
        value, is_implied = self.values[key], self.standings[key] is Standing.IMPLIED
        if is_implied and value == 0:
            return policy.protection is Protection.P1 or high == 0 or high >= policy.threshold
        if not (0 < value < policy.threshold if is_implied else policy.is_small(value)):
            return True
        if policy.protection is Protection.P1:
            return high > low
        return high >= max(policy.threshold, value + 1) and high - low >= 2

    def _is_unknown(self, key: str, policy: Policy) -> bool:
        standing = self.standings[key]
        if standing is Standing.PRINTED:
            return policy.is_small(self.values[key])
        return standing is not Standing.FORCED

    def tables(self, hidden: frozenset[str], floor: int) -> Iterator[dict[str, int]]:
        """Every table that fits what is told."""
        floors = {
            key: 0 if self.standings[key] is Standing.IMPLIED else min(floor, value)
            for key, value in self.values.items()
        }
        for inner in self._inner(hidden, floors, ()):
            table = self._all(inner)
            if all(
                table[key] >= floors[key] if key in hidden else table[key] == value
                for key, value in self.values.items()
            ):
                yield table

    def _inner(
        self, hidden: frozenset[str], floors: Mapping[str, int], begun: tuple[int, ...]
    ) -> Iterator[tuple[int, ...]]:
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
            yield from self._inner(hidden, floors, (*begun, self.values[key]))
            return
        for value in range(floors[key], self.values["t"] - sum(begun) + 1):
            yield from self._inner(hidden, floors, (*begun, value))

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
