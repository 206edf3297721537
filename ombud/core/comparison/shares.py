"""One share and the difference of two, with intervals that hold in small samples (R229, R190).

The interval of a share is Wilson's score interval (Newcombe 1998, Stat Med 17:857). The difference of two has the
hybrid score interval, method 10 of Newcombe 1998 (Stat Med 17:873). Its p is the level at which that interval just
reaches 0: there is no second test to contradict it.
"""

from dataclasses import dataclass
from math import sqrt

from scipy.optimize import brentq
from scipy.special import ndtr, ndtri

from ombud.core.comparison.interval import LEVEL, Interval, both_tails

FARTHEST = 40.0


@dataclass(frozen=True)
class DifferenceOfShares:
    """The first share less the second, both of them, the interval of the difference and its p."""

    share: float
    other: float
    interval: Interval
    p: float

    @property
    def difference(self) -> float:
        return self.share - self.other


def share_interval(part: int, whole: int, level: float = LEVEL) -> Interval:
    """Wilson's interval of ``part`` of ``whole``. ``ValueError`` when it is no part or there is no whole."""
    return _wilson(part, whole, _deviations(level))


def compare_shares(
    part: int, whole: int, other_part: int, other_whole: int, level: float = LEVEL
) -> DifferenceOfShares:
    """Two shares of different enquiries. ``ValueError`` as ``share_interval``."""
    wanted = _deviations(level)
    counts = part, whole, other_part, other_whole
    interval = _newcombe(*counts, wanted)
    return DifferenceOfShares(part / whole, other_part / other_whole, interval, _p(*counts))


def _deviations(level: float) -> float:
    return -float(ndtri(both_tails(level) / 2))


def _wilson(part: int, whole: int, deviations: float) -> Interval:
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError(f"{part} is not a part of {whole}")
    squared = deviations * deviations
    middle = part + squared / 2
    reach = deviations * sqrt(part * (whole - part) / whole + squared / 4)
    low = (middle - reach) / (whole + squared) if part else 0.0
    high = (middle + reach) / (whole + squared) if part < whole else 1.0
    return Interval(max(low, 0.0), min(high, 1.0))


def _newcombe(part: int, whole: int, other_part: int, other_whole: int, deviations: float) -> Interval:
    own, others = _wilson(part, whole, deviations), _wilson(other_part, other_whole, deviations)
    share, other = part / whole, other_part / other_whole
    below = sqrt((share - own.low) ** 2 + (others.high - other) ** 2)
    above = sqrt((own.high - share) ** 2 + (other - others.low) ** 2)
    return Interval(share - other - below, share - other + above)


def _p(part: int, whole: int, other_part: int, other_whole: int) -> float:
    """Twice the tail beyond the widest interval that leaves 0 out; 1 where the shares are equal."""
    if part * other_whole == other_part * whole:
        return 1.0
    if part * other_whole < other_part * whole:
        part, whole, other_part, other_whole = other_part, other_whole, part, whole

    def low(deviations: float) -> float:
        return _newcombe(part, whole, other_part, other_whole, deviations).low

    if low(FARTHEST) > 0:
        return 0.0
    return 2 * float(ndtr(-float(brentq(low, 0.0, FARTHEST, xtol=1e-13, rtol=8.9e-16))))
