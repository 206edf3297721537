"""Making a choice of cells safe, and saying where it falls short: the same for networks and for any other sums."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from math import inf
from time import perf_counter
from typing import Generic, TypeVar

from ombud.core.disclosure.attack import Attack, Demand
from ombud.core.disclosure.certificates import Certificate
from ombud.core.disclosure.cleanup import clean_up
from ombud.core.disclosure.cuts import Cut, when_hidden
from ombud.core.disclosure.exact import Proof
from ombud.core.disclosure.found import Found, Unguarded
from ombud.core.disclosure.unknowns import Unknowns

NEARLY = 1e-3


P = TypeVar("P", bound=Unknowns)


class Search(ABC, Generic[P]):
    """Certificates found once are used again wherever all their cells are unknown."""

    def __init__(self, attack: Attack) -> None:
        self.attack = attack
        self.most_looks = self.looks_for(len(attack.keys))
        self._known: dict[Demand, Certificate] = {}
        self._stuck: Demand | None = None
        self.alone = self.pattern(attack.unknown)
        self._open = [demand for demand in attack.demands if not self._met(self.alone, demand)]

    def looks_for(self, cells: int) -> float:
        """How many demands may be looked at again to take a pattern's needless cells away: as many as there are."""
        return inf

    @abstractmethod
    def pattern(self, unknown: Iterable[int]) -> P:
        """These cells unknown and no others."""

    @abstractmethod
    def hide_for(self, pattern: P, demands: Iterable[Demand]) -> dict[Demand, Certificate]:
        """Hide what the demands need, cheaply; the certificate of each. ``Unguarded`` at one that cannot be met."""

    @abstractmethod
    def violated(self, pattern: P, demand: Demand) -> list[Cut]:
        """The cuts of a demand that a pattern does not meet."""

    @abstractmethod
    def first_of(self, demand: Demand) -> list[Cut]:
        """Cuts of a demand to begin with."""

    @abstractmethod
    def violated_in_part(self, shares: Mapping[int, float], demands: Iterable[Demand]) -> list[Cut]:
        """The cuts that cells hidden in part violate (1 for what is unknown anyway); perhaps not all."""

    def best(self, until: float | None) -> Found:
        """The best pattern by the time ``until`` (of ``perf_counter``; None: proven). ``Unguarded`` without any."""
        proof = Proof(self.attack, self, inf if until is None else until)
        proof.run()
        if proof.best is None:
            raise Unguarded(self.attack.watched[0] if self._stuck is None else self._stuck)
        pattern = self._with(proof.best)
        demands = (*self.attack.demands, *self.attack.watched)
        shown = {demand: self._known[demand] for demand in demands if self._met(pattern, demand)}
        return Found(
            secondary=proof.best,
            shown={demand: made.whole(demand.cell) for demand, made in shown.items()},
            bound=float(proof.bound),
        )

    def safe(self, hidden: Iterable[int]) -> frozenset[int] | None:
        """The cells of a safe pattern that begins with these, without what is not needed. None when it opens a watched
        cell that cannot be guarded; another pattern may leave that cell alone.
        """
        pattern = self._with(hidden)
        wanted = list(self._open)
        certificates: dict[Demand, Certificate] = {}
        while True:
            certificates |= {demand: self._known[demand] for demand in wanted if self._met(pattern, demand)}
            certificates |= self.hide_for(pattern, [demand for demand in wanted if demand not in certificates])
            clean_up(pattern, self.attack, certificates, self.most_looks)
            self._known.update(certificates)
            wanted = [demand for demand in self.attack.watched if self._opened_by(pattern, demand) is not None]
            if not wanted:
                return frozenset(pattern.unknown - self.attack.unknown)
            if not self._can_guard(wanted):
                return None

    def first(self) -> list[Cut]:
        """Cuts to begin with."""
        return [cut for demand in self._open for cut in self.first_of(demand)]

    def short(self, hidden: frozenset[int]) -> list[Cut]:
        """The cuts that these cells violate; none when they are safe."""
        pattern = self._with(hidden)
        demands = [demand for demand in self._open if not self._met(pattern, demand)]
        cuts = [cut for demand in demands for cut in self.violated(pattern, demand)]
        return cuts or [cut for demand in self.attack.watched for cut in self._watched_cuts(pattern, demand)]

    def short_in_part(self, shares: Mapping[int, float], until: float) -> list[Cut]:
        """The cuts that cells hidden in part violate; perhaps not all."""
        whole = self._with(cell for cell, share in shares.items() if share > 1 - NEARLY)
        carried = {**shares, **dict.fromkeys(sorted(self.attack.unknown), 1.0)}
        waiting = (demand for demand in self._open if perf_counter() < until and not self._met(whole, demand))
        return self.violated_in_part(carried, waiting)

    def _watched_cuts(self, pattern: P, demand: Demand) -> list[Cut]:
        """A pattern that opens a watched cell guards it as well."""
        opened_by = self._opened_by(pattern, demand)
        if opened_by is None:
            return []
        return [when_hidden(cut, opened_by, self.attack) for cut in self.violated(pattern, demand)]

    def _opened_by(self, pattern: P, demand: Demand) -> list[int] | None:
        """The cells that leave a watched cell half open; None when it is known for a nought, or guarded."""
        if self._met(pattern, demand):
            return None
        made = pattern.certify(demand)
        return sorted(made.high) if made.more else None

    def _can_guard(self, demands: Iterable[Demand]) -> bool:
        everything = self._with(self.attack.candidates)
        short = [demand for demand in demands if not self._met(everything, demand)]
        if short:
            self._stuck = short[0]
        return not short

    def _with(self, hidden: Iterable[int]) -> P:
        return self.pattern((*sorted(self.attack.unknown), *sorted(hidden)))

    def _met(self, pattern: P, demand: Demand) -> bool:
        known = self._known.get(demand)
        if known and known.cells <= pattern.unknown:
            return True
        made = pattern.certify(demand)
        if made.meets(demand):
            self._known[demand] = made
        return made.meets(demand)
