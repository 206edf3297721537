"""Several comparisons on one page: of twenty one is outside by chance, so each must show more (Holm 1979)."""

from collections.abc import Sequence


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """Every p adjusted for how many there are, in the order given. ``ValueError`` when one is not a probability."""
    if any(not 0 <= p <= 1 for p in ps):
        raise ValueError("A p lies between 0 and 1")
    adjusted = [0.0] * len(ps)
    reached = 0.0
    for done, place in enumerate(sorted(range(len(ps)), key=lambda at: ps[at])):
        reached = max(reached, min(1.0, (len(ps) - done) * ps[place]))
        adjusted[place] = reached
    return tuple(adjusted)
