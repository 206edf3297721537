"""What an office has decided about small counts (R138): the rule that protection and audit both follow."""

from dataclasses import dataclass
from enum import StrEnum


class Protection(StrEnum):
    """What a hidden small count is safe from. P1: nobody can say exactly what it is. P2: for all anyone can say it may
    also be as large as the threshold (at least one more than it is, in an interval at least 2 wide).
    """

    P1 = "P1"
    P2 = "P2"


class Weight(StrEnum):
    """What hiding a cell costs: its value, or one a cell."""

    VALUE = "value"
    COUNT = "count"


@dataclass(frozen=True)
class Policy:
    """``threshold``: counts from 1 to one below it are hidden. ``zeros_shown``: a nought is printed, so that whoever
    reads knows that a hidden cell is at least 1; otherwise noughts are hidden with the small counts.
    ``ValueError`` when the threshold is under 2.
    """

    threshold: int = 3
    zeros_shown: bool = True
    protection: Protection = Protection.P2
    weight: Weight = Weight.VALUE

    def __post_init__(self) -> None:
        if self.threshold < 2:
            raise ValueError("The threshold is at least 2")

    @property
    def lower_bound(self) -> int:
        """The least that a reader knows a hidden printed cell to be."""
        return 1 if self.zeros_shown else 0

    def is_small(self, value: int) -> bool:
        """Whether a count may not be printed."""
        return self.lower_bound <= value < self.threshold
