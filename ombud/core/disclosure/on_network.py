"""Protection where the sums are a network: paths and clean-up, then the proof."""

from collections.abc import Iterable
from math import inf
from time import perf_counter

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate, certify
from ombud.core.disclosure.cleanup import clean_up
from ombud.core.disclosure.cuts import Boundary, Cut
from ombud.core.disclosure.exact import Proof
from ombud.core.disclosure.found import Found
from ombud.core.disclosure.network import Network
from ombud.core.disclosure.part_separation import NEARLY, PartSeparation
from ombud.core.disclosure.paths import pattern_by_paths
from ombud.core.disclosure.pattern import RAISE, Pattern
from ombud.core.disclosure.separation import Separation


def pattern_on_network(attack: Attack, network: Network, until: float | None) -> Found:
    """The best pattern by the time ``until`` (of ``perf_counter``; None: proven). ``Unguarded`` when there is none."""
    search = NetworkSearch(attack, network)
    pattern, certificates = search.safe(())
    hidden = frozenset(pattern.unknown - attack.unknown)
    proof = Proof(attack, search, hidden, inf if until is None else until)
    proof.run()
    if proof.best != hidden:
        pattern, certificates = search.safe(proof.best)
    return _found(attack, pattern, certificates, float(proof.bound))


class NetworkSearch:
    """Finds where a choice of cells falls short, and completes it."""

    def __init__(self, attack: Attack, network: Network) -> None:
        self._attack, self._network = attack, network
        self._separation = Separation(attack, Boundary(network, attack.slack, range(len(attack.keys))))
        self._alone = self._pattern(())
        self._open = [one for one in attack.demands if not certify(self._alone, one).meets(one)]

    def safe(self, hidden: Iterable[int]) -> tuple[Pattern, dict[Demand, Certificate]]:
        """A safe pattern that begins with these cells, without what is not needed."""
        pattern = self._pattern(hidden)
        certificates = pattern_by_paths(pattern, self._attack)
        clean_up(pattern, self._attack, certificates)
        return pattern, certificates

    def first(self) -> list[Cut]:
        return [cut for demand in self._open for cut in self._separation.first(self._alone, demand)]

    def completed(self, hidden: Iterable[int], shares: dict[int, float]) -> tuple[list[Cut], frozenset[int]]:
        pattern = self._pattern(hidden)
        cuts = [cut for demand in self._open for cut in self._separation.violated(pattern, demand)]
        return cuts, frozenset(self.safe(hidden)[0].unknown - self._attack.unknown)

    def short(self, shares: dict[int, float], until: float) -> list[Cut]:
        whole = self._pattern(cell for cell, share in shares.items() if share > 1 - NEARLY)
        carried = {**shares, **dict.fromkeys(sorted(self._attack.unknown), 1.0)}
        separation = PartSeparation(self._attack, self._network, self._separation, carried)
        cuts: list[Cut] = []
        for demand in self._open:
            if perf_counter() > until:
                break
            if not certify(whole, demand).meets(demand):
                cuts += separation.violated(demand, *whole.ends(demand.cell, RAISE))
        return cuts

    def _pattern(self, hidden: Iterable[int]) -> Pattern:
        return Pattern(self._network, self._attack.slack, [*sorted(self._attack.unknown), *sorted(hidden)])


def _found(attack: Attack, pattern: Pattern, certificates: dict[Demand, Certificate], bound: float) -> Found:
    return Found(
        secondary=frozenset(pattern.unknown - attack.unknown),
        shown={demand: made.whole(demand.cell) for demand, made in certificates.items()},
        bound=bound,
        opened=tuple(demand for demand in attack.watched if _half_open(pattern, demand, certificates)),
    )


def _half_open(pattern: Pattern, demand: Demand, certificates: dict[Demand, Certificate]) -> bool:
    if demand in certificates:
        return False
    made = certify(pattern, demand)
    return made.more > 0 and not made.meets(demand)
