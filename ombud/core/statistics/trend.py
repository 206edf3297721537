"""The course since an earlier period in a word or a sentence, by the rules of core.comparison.verdicts (R239, R243)."""

from fractions import Fraction

from ombud.core.comparison.sentences import sentence
from ombud.core.comparison.verdicts import Claim, OpenTime, Pair, Verdict, judge
from ombud.core.statistics.compared import open_time
from ombud.core.statistics.periods import Period
from ombud.core.words import Words

LEVEL_PER_CENT = 10
YEAR = OpenTime(Fraction(365), Fraction(12))


def trend(count: int, before: int) -> str:
    """ "up", "down", "level", or "" where the numbers are too small to say, for periods equally long. "level": no sign
    of a change, or one within 10 per cent of the earlier number that is not shown.
    """
    (found,) = judge([Pair("", count, YEAR, before, YEAR)])
    if found.claim is Claim.TOO_FEW:
        return ""
    is_small = abs(count - before) * 100 <= before * LEVEL_PER_CENT
    if found.claim is Claim.NO_SIGN or (is_small and found.claim is Claim.POSSIBLE):
        return "level"
    return "up" if found.rises else "down"


def trend_sentence(
    label: str, numbers: tuple[int, int], periods: tuple[Period, Period], unit: str, words: Words
) -> str:
    """What two periods carry; numbers and periods of now and before. "" where the function was never open in one."""
    now, before = (open_time(one) for one in periods)
    found: tuple[Verdict, ...] = judge([Pair(label, numbers[0], now, numbers[1], before)])
    return " ".join(sentence(one, unit, words) for one in found)
