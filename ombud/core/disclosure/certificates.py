"""What shows that a cell is safe: a table with more in it and a table with less, both fitting the release.

A step is ``2 * cell`` where the cell is raised and ``2 * cell + 1`` where it is lowered; ``step ^ 1`` undoes it. A
table is kept as deviations from the true one: cell -> how many more it holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ombud.core.disclosure.attack import Demand

Deviations = dict[int, int]
RAISE, LOWER = 0, 1


@dataclass
class Certificate:
    """Deviations from the truth of two tables; ``more`` and ``less`` are how far the cell itself deviates in them."""

    more: int = 0
    less: int = 0
    high: Deviations = field(default_factory=dict)
    low: Deviations = field(default_factory=dict)

    def meets(self, demand: Demand) -> bool:
        """Whether the demand is met."""
        return self.more >= demand.up and self.more + self.less >= demand.width

    @property
    def cells(self) -> set[int]:
        """The unknown cells that it rests on."""
        return {*self.high, *self.low}

    def whole(self, cell: int) -> tuple[Deviations, Deviations]:
        """The deviations of the low and of the high table with the cell itself."""
        return {**self.low, cell: -self.less}, {**self.high, cell: self.more}

    def take(self, path: Iterable[int], direction: int) -> None:
        """Count a path for one unit into the high table (RAISE) or the low one (LOWER)."""
        used = self.low if direction else self.high
        for step in path:
            cell = step >> 1
            now = used.get(cell, 0) + (-1 if step & 1 else 1)
            if now:
                used[cell] = now
            else:
                del used[cell]
        if direction:
            self.less += 1
        else:
            self.more += 1
