"""The course over many periods by Anhøj's two rules: an unusually long run, or unusually few crossings of the median
(Anhøj & Olesen 2014, PLoS ONE 9:e113825). Values on the median are left out; below ten others nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from math import comb, log2
from statistics import median

LEAST = 10
RARE = Fraction(5, 100)

Value = int | Fraction


@dataclass(frozen=True)
class RunChart:
    """``useful`` values are off the median. A run longer than ``longest_usual`` or fewer crossings than
    ``fewest_usual`` are more than chance.
    """

    middle: Fraction
    useful: int
    longest_run: int
    longest_usual: int
    crossings: int
    fewest_usual: int

    @property
    def is_shift(self) -> bool:
        """Whether the values have kept to one side for longer than chance would."""
        return self.longest_run > self.longest_usual

    @property
    def is_signal(self) -> bool:
        return self.is_shift or self.crossings < self.fewest_usual


def run_chart(values: Sequence[Value]) -> RunChart | None:
    """The runs of values in order of time; None where fewer than ten lie off their median."""
    if not values:
        return None
    middle = Fraction(median([Fraction(value) for value in values]))
    sides = [value > middle for value in values if value != middle]
    if len(sides) < LEAST:
        return None
    longest = max(len(list(run)) for _, run in groupby(sides))
    crossings = sum(one != other for one, other in pairwise(sides))
    return RunChart(middle, len(sides), longest, longest_usual(len(sides)), crossings, fewest_usual(len(sides)))


def longest_usual(useful: int) -> int:
    """The longest run that chance explains among so many values."""
    return round(log2(useful) + 3)


def fewest_usual(useful: int) -> int:
    """The fewest crossings that chance explains: the 5 per cent point of a binomial with one half."""
    steps = useful - 1
    reached = 0
    for crossings in range(useful):
        reached += comb(steps, crossings)
        if Fraction(reached, 2**steps) >= RARE:
            return crossings
    raise AssertionError("the probabilities of a binomial add up to 1")
