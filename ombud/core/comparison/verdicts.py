"""What may be concluded of two periods, by stated rules (R234, R239, R243).

1. A change is *shown* when the cautious exact test, adjusted by Holm for all comparisons made together, gives a p under
   5 per cent and neither number is under 3.
2. It is *possible*, not shown, when the test whose interval is printed alone gives a p under 5 per cent.
3. Otherwise there are *too few* to say where either number is under 20, or where the interval still holds a doubling or
   a halving (for shares: a change of 10 percentage points).
4. Otherwise there is *no sign* of a change.

So a claim is made exactly where the printed interval leaves "the same" out. Counts are taken as independent of each
other; one citizen with many enquiries makes the numbers say less than this.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ombud.core.comparison.holm import holm
from ombud.core.comparison.interval import Interval
from ombud.core.comparison.rates import Method, RateRatio, compare_rates
from ombud.core.comparison.shares import DifferenceOfShares, compare_shares

SIGNIFICANT = 0.05
FEWEST_FOR_A_RATE = 3
FEWEST_UNMARKED = 20
DOUBLE = 2.0
POINTS = 0.10


class Claim(StrEnum):
    SHOWN = "shown"
    POSSIBLE = "possible"
    NO_SIGN = "no sign"
    TOO_FEW = "too few"


@dataclass(frozen=True)
class OpenTime:
    """How long the function was open: tests are made on the days, rates are given by the month."""

    days: Fraction
    months: Fraction


@dataclass(frozen=True)
class Pair:
    """The same counted in two periods, each with the time that the function was open in it."""

    label: str
    count: int
    time: OpenTime
    before: int
    time_before: OpenTime

    @property
    def has_rates(self) -> bool:
        """Whether there are enough in both periods to give a number a month."""
        return min(self.count, self.before) >= FEWEST_FOR_A_RATE

    @property
    def is_marked(self) -> bool:
        """Whether one of the numbers is so small that it is unreliable by itself."""
        return min(self.count, self.before) < FEWEST_UNMARKED


@dataclass(frozen=True)
class SharePair:
    """The same part of a whole in two periods."""

    label: str
    part: int
    whole: int
    part_before: int
    whole_before: int

    @property
    def is_marked(self) -> bool:
        """Whether one of the bases is so small that a per cent is unreliable."""
        return min(self.whole, self.whole_before) < FEWEST_UNMARKED


@dataclass(frozen=True)
class Verdict:
    """``rises`` is None where nothing differs. ``adjusted`` is the cautious p after Holm of ``among`` comparisons."""

    pair: Pair
    found: RateRatio
    claim: Claim
    rises: bool | None
    adjusted: float
    among: int


@dataclass(frozen=True)
class ShareVerdict:
    """As ``Verdict``, of shares."""

    pair: SharePair
    found: DifferenceOfShares
    claim: Claim
    rises: bool | None
    adjusted: float
    among: int


def judge(pairs: Sequence[Pair], method: Method = Method.MID_P) -> tuple[Verdict, ...]:
    """All comparisons made together, in order; those without an open day in a period are left out."""
    pairs = [pair for pair in pairs if pair.time.days > 0 and pair.time_before.days > 0]
    cautious = holm([_compare(pair, Method.EXACT).p for pair in pairs])
    return tuple(_judged(pair, method, p, len(pairs)) for pair, p in zip(pairs, cautious, strict=True))


def judge_shares(pairs: Sequence[SharePair]) -> tuple[ShareVerdict, ...]:
    """The same for shares; those of nothing are left out."""
    pairs = [pair for pair in pairs if pair.whole and pair.whole_before]
    found = [compare_shares(one.part, one.whole, one.part_before, one.whole_before) for one in pairs]
    adjusted = holm([one.p for one in found])
    return tuple(
        ShareVerdict(pair, one, _share_claim(pair, one, p), _sign(one.difference), p, len(pairs))
        for pair, one, p in zip(pairs, found, adjusted, strict=True)
    )


def _compare(pair: Pair, method: Method) -> RateRatio:
    return compare_rates(pair.count, float(pair.time.days), pair.before, float(pair.time_before.days), method=method)


def _judged(pair: Pair, method: Method, adjusted: float, among: int) -> Verdict:
    found = _compare(pair, method)
    rises = _sign(pair.count * pair.time_before.days - pair.before * pair.time.days)
    return Verdict(pair, found, _claim(pair, found, adjusted), rises, adjusted, among)


def _claim(pair: Pair, found: RateRatio, adjusted: float) -> Claim:
    if found.p < SIGNIFICANT:
        return Claim.SHOWN if adjusted < SIGNIFICANT and pair.has_rates else Claim.POSSIBLE
    holds_much = found.interval.high >= DOUBLE or found.interval.low <= 1 / DOUBLE
    return Claim.TOO_FEW if pair.is_marked or holds_much else Claim.NO_SIGN


def _share_claim(pair: SharePair, found: DifferenceOfShares, adjusted: float) -> Claim:
    if found.p < SIGNIFICANT:
        is_enough = min(pair.part, pair.part_before) >= FEWEST_FOR_A_RATE
        return Claim.SHOWN if adjusted < SIGNIFICANT and is_enough else Claim.POSSIBLE
    is_vague = _farthest(found.interval) >= POINTS
    return Claim.TOO_FEW if pair.is_marked or is_vague else Claim.NO_SIGN


def _farthest(interval: Interval) -> float:
    return max(abs(interval.low), abs(interval.high))


def _sign(difference: Fraction | float) -> bool | None:
    return None if difference == 0 else difference > 0
