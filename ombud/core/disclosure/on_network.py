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
    best = search.safe(())
    proof = Proof(attack, search, best, inf if until is None else until)
    proof.run()
    return _found(attack, search, proof.best, float(proof.bound))


class NetworkSearch:
    """Finds where a choice of cells falls short, and completes it. Certificates found once are used again wherever all
    their cells are unknown.
    """

    def __init__(self, attack: Attack, network: Network) -> None:
        self._attack, self._network = attack, network
        self._separation = Separation(attack, Boundary(network, attack.slack, range(len(attack.keys))))
        self._alone = self.pattern(())
        self._known: dict[Demand, Certificate] = {}
        self._open = [demand for demand in attack.demands if not self._met(self._alone, demand)]

    def safe(self, hidden: Iterable[int]) -> frozenset[int]:
        """The cells of a safe pattern that begins with these, without what is not needed."""
        pattern = self.pattern(hidden)
        certificates = pattern_by_paths(pattern, self._attack, self._open, self._known)
        clean_up(pattern, self._attack, certificates)
        self._known.update(certificates)
        return frozenset(pattern.unknown - self._attack.unknown)

    def first(self) -> list[Cut]:
        return [cut for demand in self._open for cut in self._separation.first(self._alone, demand)]

    def completed(self, hidden: Iterable[int], shares: dict[int, float]) -> tuple[list[Cut], frozenset[int]]:
        pattern = self.pattern(hidden)
        short = [demand for demand in self._open if not self._met(pattern, demand)]
        cuts = [cut for demand in short for cut in self._separation.violated(pattern, demand)]
        return cuts, self.safe(hidden)

    def short(self, shares: dict[int, float], until: float) -> list[Cut]:
        whole = self.pattern(cell for cell, share in shares.items() if share > 1 - NEARLY)
        carried = {**shares, **dict.fromkeys(sorted(self._attack.unknown), 1.0)}
        separation = PartSeparation(self._attack, self._network, self._separation, carried)
        cuts: list[Cut] = []
        for demand in self._open:
            if perf_counter() > until:
                break
            if not self._met(whole, demand):
                cuts += separation.violated(demand, *whole.ends(demand.cell, RAISE))
        return cuts

    def certificates(self, pattern: Pattern) -> dict[Demand, Certificate]:
        """The certificates of all demands in a safe pattern."""
        return {demand: self._known[demand] for demand in self._attack.demands if self._met(pattern, demand)}

    def pattern(self, hidden: Iterable[int]) -> Pattern:
        """What is unknown anyway and these cells."""
        return Pattern(self._network, self._attack.slack, [*sorted(self._attack.unknown), *sorted(hidden)])

    def _met(self, pattern: Pattern, demand: Demand) -> bool:
        known = self._known.get(demand)
        if known and known.cells <= pattern.unknown:
            return True
        made = certify(pattern, demand)
        if made.meets(demand):
            self._known[demand] = made
            return True
        return False


def _found(attack: Attack, search: NetworkSearch, hidden: frozenset[int], bound: float) -> Found:
    pattern = search.pattern(hidden)
    certificates = search.certificates(pattern)
    return Found(
        secondary=hidden,
        shown={demand: made.whole(demand.cell) for demand, made in certificates.items()},
        bound=bound,
        opened=tuple(demand for demand in attack.watched if _half_open(pattern, demand, certificates)),
    )


def _half_open(pattern: Pattern, demand: Demand, certificates: dict[Demand, Certificate]) -> bool:
    if demand in certificates:
        return False
    made = certify(pattern, demand)
    return made.more > 0 and not made.meets(demand)
