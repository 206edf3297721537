"""Departments per client or municipalities per inhabitant without a ranking: which lie farther off than chance takes
them? (Spiegelhalter 2005, Stat Med 24:1185.)

The limits are exact, interpolated between whole numbers. Where the places differ more among themselves than chance
explains, the limits are drawn apart by the square root of that much (overdispersion), so that being many is not taken
for being different.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log, sqrt

import numpy as np
from scipy.special import bdtr, chdtri, gammaln, ndtri, pdtr

WARNING, ALARM = 0.025, 0.001
WINSORISED = 0.10
SIGNIFICANT = 0.05
FEWEST = 3


class Band(StrEnum):
    """Where a place lies: as chance has it, beyond 95 per cent, beyond 99.8 per cent."""

    WITHIN = "within"
    HIGH = "high"
    VERY_HIGH = "very high"
    LOW = "low"
    VERY_LOW = "very low"


@dataclass(frozen=True)
class Place:
    """``size`` is what the count is measured against: clients or inhabitants."""

    key: str
    label: str
    count: int
    size: int


@dataclass(frozen=True)
class Placed:
    """A place with its count per one of its size, the count expected of it, and its band."""

    place: Place
    rate: float
    expected: float
    band: Band


@dataclass(frozen=True)
class Limits:
    """Rates at a size: outer low, inner low, inner high, outer high. A lower limit below nought is nought."""

    size: float
    very_low: float
    low: float
    high: float
    very_high: float


@dataclass(frozen=True)
class Funnel:
    """``overall`` is the rate of all together. ``dispersion`` (phi) is 1 where chance explains the differences;
    ``is_widened`` says that the limits were drawn apart for it.
    """

    overall: float
    places: tuple[Placed, ...]
    dispersion: float
    is_widened: bool

    def limits(self, size: float) -> Limits:
        """The limits of a place of this size."""
        expected = self.overall * size
        apart = sqrt(self.dispersion) if self.is_widened else 1.0
        off = (poisson_limit(expected, p) - expected for p in (ALARM, WARNING, 1 - WARNING, 1 - ALARM))
        very_low, low, high, very_high = (max(0.0, expected + one * apart) / size for one in off)
        return Limits(size, very_low, low, high, very_high)


def funnel(places: Sequence[Place]) -> Funnel | None:
    """None below three places, where nothing is counted, or where a place has no size."""
    counted = sum(one.count for one in places)
    if len(places) < FEWEST or not counted or min(one.size for one in places) <= 0:
        return None
    overall = counted / sum(one.size for one in places)
    expected = [overall * one.size for one in places]
    phi = dispersion([one.count for one in places], expected)
    is_widened = len(places) * phi > float(chdtri(len(places) - 1, SIGNIFICANT))
    plain = Funnel(overall, (), phi, is_widened)
    placed = tuple(
        Placed(one, one.count / one.size, mean, _band(one.count / one.size, plain.limits(one.size)))
        for one, mean in zip(places, expected, strict=True)
    )
    return Funnel(overall, placed, phi, is_widened)


def dispersion(counts: Sequence[int], expected: Sequence[float]) -> float:
    """Phi: the mean square of z = 2 (sqrt O - sqrt E), the outer tenths drawn in to the points they lie beyond."""
    z = np.array([2 * (sqrt(count) - sqrt(mean)) for count, mean in zip(counts, expected, strict=True)])
    low, high = np.quantile(z, [WINSORISED, 1 - WINSORISED])
    return float(np.mean(np.clip(z, low, high) ** 2))


def poisson_limit(expected: float, p: float) -> float:
    """The count that is exceeded as seldom as ``p`` says, interpolated between whole numbers; below nought for a very
    small ``p``. ``ValueError`` where nothing is expected or ``p`` is no probability.
    """
    if expected <= 0 or not 0 < p < 1:
        raise ValueError("A limit needs an expected count above 0 and a probability")
    reached = max(0, int(expected + float(ndtri(p)) * sqrt(expected)))
    while reached and float(pdtr(reached - 1, expected)) >= p:
        reached -= 1
    while float(pdtr(reached, expected)) < p:
        reached += 1
    exactly = exp(reached * log(expected) - expected - float(gammaln(reached + 1)))
    return reached - (float(pdtr(reached, expected)) - p) / exactly


def binomial_limit(whole: int, share: float, p: float) -> float:
    """The same for a share of so many in all, as a share."""
    if whole <= 0 or not 0 < share < 1 or not 0 < p < 1:
        raise ValueError("A limit needs a whole above 0, a share and a probability between 0 and 1")
    reached = 0
    while reached < whole and float(bdtr(reached, whole, share)) < p:
        reached += 1
    ways = float(gammaln(whole + 1) - gammaln(reached + 1) - gammaln(whole - reached + 1))
    exactly = exp(ways + reached * log(share) + (whole - reached) * log(1 - share))
    return (reached - (float(bdtr(reached, whole, share)) - p) / exactly) / whole


def _band(rate: float, limits: Limits) -> Band:
    if rate > limits.high:
        return Band.VERY_HIGH if rate > limits.very_high else Band.HIGH
    if rate < limits.low:
        return Band.VERY_LOW if rate < limits.very_low else Band.LOW
    return Band.WITHIN
