"""Two rates over periods of unequal length, and the interval of one (R234, R239).

Given how many there are in both periods together, the number in the first is binomial with the first period's part of
the time. The test is central: twice the smaller tail, and the interval holds every ratio that the same test does not
reject. ``MID_P`` counts half of the observed number (the default: its error never passed 5 per cent at the sizes of an
adviser's office), ``EXACT`` all of it, which is cautious (Garwood 1936; Fay 2010).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from scipy.optimize import brentq
from scipy.special import betainc, betaincinv, gammaincinv

from ombud.core.comparison.interval import LEVEL, Interval, both_tails


class Method(StrEnum):
    MID_P = "mid-p"
    EXACT = "exact"


@dataclass(frozen=True)
class RateRatio:
    """``ratio`` is the first rate over the second: infinite over nought, None of nought over nought. ``p`` is two-sided
    and below ``1 - level`` exactly where 1 lies outside ``interval``.
    """

    ratio: float | None
    interval: Interval
    p: float


def compare_rates(
    count: int, time: float, other: int, other_time: float, *, method: Method = Method.MID_P, level: float = LEVEL
) -> RateRatio:
    """``count`` in ``time`` against ``other`` in ``other_time``, in the same unit of time. ``ValueError`` when a count
    is negative or a time not above 0.
    """
    if min(count, other) < 0 or min(time, other_time) <= 0:
        raise ValueError("Counts are not negative and times are above 0")
    tail = both_tails(level) / 2
    per_time = other_time / time
    low = _least_odds(count, other, tail, method) * per_time
    other_least = _least_odds(other, count, tail, method)
    high = per_time / other_least if other_least else inf
    p = _two_sided(count, other, time / (time + other_time), method)
    return RateRatio(_ratio(count, other, per_time), Interval(low, high), p)


def rate_interval(count: int, time: float, level: float = LEVEL) -> Interval:
    """The interval of Garwood (1936) for a rate: ``count`` in ``time``."""
    if count < 0 or time <= 0:
        raise ValueError("A count is not negative and a time is above 0")
    tail = both_tails(level) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    return Interval(low / time, float(gammaincinv(count + 1, 1 - tail)) / time)


def _ratio(count: int, other: int, per_time: float) -> float | None:
    if other:
        return count / other * per_time
    return inf if count else None


def _two_sided(count: int, other: int, part: float, method: Method) -> float:
    upper = _at_least(count, other, part, method)
    lower = _at_least(other, count, 1 - part, method)
    return min(1.0, 2 * min(upper, lower))


def _at_least(count: int, other: int, part: float, method: Method) -> float:
    """The probability of ``count`` or more of both, half of ``count`` itself with mid-p."""
    reached = _upper_tail(count, other + 1, part)
    if method is Method.EXACT:
        return reached
    return (reached + _upper_tail(count + 1, other, part)) / 2


def _upper_tail(count: int, rest: int, part: float) -> float:
    """P(X >= count) of X binomial in count + rest - 1 trials, through the incomplete beta function."""
    if count == 0:
        return 1.0
    return float(betainc(count, rest, part)) if rest else 0.0


def _least_odds(count: int, other: int, tail: float, method: Method) -> float:
    """The least odds of the first period that make ``count`` or more as probable as ``tail``; 0 where none is."""
    if count == 0:
        return 0.0
    if method is Method.EXACT:
        part = float(betaincinv(count, other + 1, tail))
    else:
        part = _root(lambda one: _at_least(count, other, one, method) - tail)
    return part / (1 - part)


def _root(function: Callable[[float], float]) -> float:
    return float(brentq(function, 0.0, 1.0, xtol=1e-300, rtol=8.9e-16, maxiter=2000))
