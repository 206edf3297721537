"""What shows that a cell is safe: a table with more in it and a table with less, both fitting the release."""

from dataclasses import dataclass, field

from ombud.core.disclosure.attack import Demand
from ombud.core.disclosure.pattern import LOWER, RAISE, Deviations, Pattern, send


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


def certify(pattern: Pattern, demand: Demand) -> Certificate:
    """As much of what is asked for as the pattern gives; see whether it ``meets`` the demand."""
    made = Certificate()
    while made.more < demand.up and _changed(pattern, demand, made, RAISE):
        pass
    while made.more >= demand.up and not made.meets(demand) and _changed(pattern, demand, made, LOWER):
        pass
    while made.more >= demand.up and not made.meets(demand) and _changed(pattern, demand, made, RAISE):
        pass
    return made


def take(made: Certificate, path: list[int], direction: int) -> None:
    """Count a path into the high table (RAISE) or the low one (LOWER)."""
    if direction == RAISE:
        send(path, made.high)
        made.more += 1
    else:
        send(path, made.low)
        made.less += 1


def _changed(pattern: Pattern, demand: Demand, made: Certificate, direction: int) -> bool:
    if direction == LOWER and made.less >= pattern.slack[demand.cell]:
        return False
    used = made.high if direction == RAISE else made.low
    path = pattern.path(*pattern.ends(demand.cell, direction), used, demand.cell)
    if path is None:
        return False
    take(made, path, direction)
    return True
