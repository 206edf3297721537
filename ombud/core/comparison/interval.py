"""An interval of a number that is only known from counts."""

from dataclasses import dataclass

LEVEL = 0.95


@dataclass(frozen=True)
class Interval:
    """From ``low`` to ``high``, both included; ``high`` may be infinite."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether the value lies in it."""
        return self.low <= value <= self.high


def both_tails(level: float) -> float:
    """The probability outside an interval. ``ValueError`` when the level is not between 0 and 1."""
    if not 0 < level < 1:
        raise ValueError("A level of confidence lies between 0 and 1")
    return 1 - level
