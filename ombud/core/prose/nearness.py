"""Whether a number is as near to a claim as the claim says: the tolerances, in one place (see docs/prose.md)."""

from fractions import Fraction

from ombud.core.prose.grammar import Hedge

EVERYDAY = Fraction(1, 40)
"""How far from "half" or "a third" a share may be that is called so without more: 2.5 percentage points."""
ABOUT = Fraction(1, 20)
"""How far from a share "about" reaches: 5 percentage points; from a count: 10 per cent, one at least."""
NEAR = Fraction(3, 20)
"""How far "a little over" and "almost" reach, as a part of the number itself: 15 per cent."""


def share_fits(share: Fraction, claimed: Fraction, hedge: Hedge, slack: Fraction = EVERYDAY, times: int = 1) -> bool:
    """Whether a share is what a claim says. ``slack`` is how far an unhedged claim may be off; ``times`` widens what
    words like "almost" and "about" allow.
    """
    match hedge:
        case Hedge.OVER:
            return share > claimed
        case Hedge.JUST_OVER:
            return claimed < share <= claimed * (1 + NEAR * times)
        case Hedge.UNDER:
            return share < claimed
        case Hedge.JUST_UNDER:
            return claimed * (1 - NEAR * times) <= share < claimed
        case Hedge.AT_LEAST:
            return share >= claimed
        case Hedge.AT_MOST:
            return share <= claimed
        case Hedge.ABOUT:
            return abs(share - claimed) <= max(ABOUT * times, slack)
    return abs(share - claimed) <= slack


def count_fits(value: int, claimed: int, hedge: Hedge) -> bool:
    """Whether a count is what a claim says."""
    if hedge is Hedge.EXACT:
        return value == claimed
    if hedge is Hedge.ABOUT:
        return abs(value - claimed) <= max(Fraction(1), Fraction(claimed, 10))
    if hedge in (Hedge.JUST_OVER, Hedge.JUST_UNDER) and value == claimed:
        return True
    return share_fits(Fraction(value), Fraction(claimed), hedge)


def tells(known: int, claimed: int, hedge: Hedge, reach: int = 0) -> bool:
    """Whether a count is what a number in prose says, which may reach some way from itself ("a couple of")."""
    return abs(known - claimed) <= reach if reach else count_fits(known, claimed, hedge)


def percent_slack(decimals: int) -> Fraction:
    """Half of the last decimal printed, and once more: whole per cents are given out so that they add up (G17)."""
    return Fraction(1, 100 * 10**decimals)
