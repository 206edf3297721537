"""Drawing lots that anyone can draw again with pen, paper and SHA-256."""

import hashlib
from collections.abc import Iterable


def draw(seed: str, positions: Iterable[int], size: int) -> list[int]:
    """``size`` of the positions, or all when there are fewer, in rising order.

    Each position gets the SHA-256 of ``seed:position`` in hexadecimal; those with the smallest are drawn. Every one has
    the same chance, and whoever knows the seed gets the same lot.
    """
    ranked = sorted(positions, key=lambda position: hashlib.sha256(f"{seed}:{position}".encode()).hexdigest())
    return sorted(ranked[:size])
