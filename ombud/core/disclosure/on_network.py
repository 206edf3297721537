"""Protection where the sums are a network: every question is one of paths and boundaries."""

from collections.abc import Iterable, Mapping

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate
from ombud.core.disclosure.cuts import Boundary, Cut
from ombud.core.disclosure.network import Network
from ombud.core.disclosure.part_separation import PartSeparation
from ombud.core.disclosure.paths import Payer
from ombud.core.disclosure.pattern import Pattern
from ombud.core.disclosure.search import Search
from ombud.core.disclosure.separation import Separation


class NetworkSearch(Search[Pattern]):
    """Paths for what a pattern needs, boundaries for what it violates."""

    def __init__(self, attack: Attack, network: Network) -> None:
        self._network = network
        self._separation = Separation(attack, Boundary(network, attack.slack, range(len(attack.keys))))
        super().__init__(attack)

    def pattern(self, unknown: Iterable[int]) -> Pattern:
        return Pattern(self._network, self.attack.slack, unknown)

    def hide_for(self, pattern: Pattern, demands: Iterable[Demand]) -> dict[Demand, Certificate]:
        payer = Payer(pattern, self.attack)
        return {demand: payer.meet(demand) for demand in demands}

    def violated(self, pattern: Pattern, demand: Demand) -> list[Cut]:
        return self._separation.violated(pattern, demand)

    def first_of(self, demand: Demand) -> list[Cut]:
        return self._separation.first(self.alone, demand)

    def violated_in_part(self, shares: Mapping[int, float], demands: Iterable[Demand]) -> list[Cut]:
        separation = PartSeparation(self.attack, self._network, self._separation, shares)
        return [cut for demand in demands for cut in separation.violated(demand)]
