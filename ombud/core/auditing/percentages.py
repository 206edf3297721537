"""A per cent is a count (R138): beside a base of at most 100, a whole per cent fixes it exactly."""

from collections.abc import Mapping


def feasible_counts(percent: int, base: int, decimals: int = 0) -> range:
    """The counts out of ``base`` that are printed as this per cent, halves rounded up. ``percent`` is in units of its
    last decimal: 12,5 % with one decimal is 125. Empty where no count gives it. ``ValueError`` at a negative number or
    a base under 1.
    """
    if percent < 0 or base < 1 or decimals < 0:
        raise ValueError("A per cent and its base are not negative, and the base is at least 1")
    whole = 200 * 10**decimals
    first = max(0, -((1 - 2 * percent) * base // whole))
    after = -(-(2 * percent + 1) * base // whole)
    return range(first, min(after, base + 1))


def told_by(percents: Mapping[str, tuple[int, int]], decimals: int = 0) -> dict[str, tuple[int, int]]:
    """For a release's ``within``: the least and the greatest count behind each printed per cent, given as (per cent,
    base). ``ValueError`` names a key whose per cent no count gives.
    """
    found = {}
    for key, (percent, base) in percents.items():
        counts = feasible_counts(percent, base, decimals)
        if not counts:
            raise ValueError(f"{key}: no count out of {base} gives {percent}")
        found[key] = (counts[0], counts[-1])
    return found
