"""What a search for a pattern found, by place."""

from collections.abc import Mapping
from dataclasses import dataclass

from ombud.core.disclosure.attack import Demand

Deviations = Mapping[int, int]


@dataclass(frozen=True)
class Found:
    """``secondary`` are the cells hidden besides those that are unknown in any case, ``shown`` the deviations of a low
    and a high table for each demand and each watched cell that the pattern opens, ``bound`` what no pattern can cost
    less than.
    """

    secondary: frozenset[int]
    shown: Mapping[Demand, tuple[Deviations, Deviations]]
    bound: float = 0.0


class Unguarded(Exception):
    """A demand that nothing which may be hidden can meet."""

    def __init__(self, demand: Demand) -> None:
        super().__init__()
        self.demand = demand
