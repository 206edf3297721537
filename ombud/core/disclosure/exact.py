"""The least pattern with its proof: choose, look where the choice falls short, add the cuts that say so, choose again.

First with cells hidden in part, which brings most of the bound at little cost, then with whole cells. Now and then (in
rounds 1, 2, 4, 8 ...) a choice is completed to a safe pattern, so that a good one is at hand when the time is up.
"""

from collections.abc import Iterable, Mapping
from math import inf
from time import perf_counter
from typing import Protocol

from ombud.core.disclosure.attack import Attack
from ombud.core.disclosure.cuts import Cut, bridge_rows
from ombud.core.disclosure.master import NOTHING_BETTER, Master

HALF = 0.5


class Shortfalls(Protocol):
    """What the proof asks of a kind of system."""

    def safe(self, hidden: Iterable[int]) -> frozenset[int] | None:
        """The cells of a safe pattern that begins with these; None when none is at hand."""

    def first(self) -> list[Cut]:
        """Cuts to begin with."""

    def short(self, hidden: frozenset[int]) -> list[Cut]:
        """The cuts that these cells violate; none when they are safe."""

    def short_in_part(self, shares: Mapping[int, float], until: float) -> list[Cut]:
        """The cuts that cells hidden in part violate; perhaps not all."""


class Proof:
    """The best pattern so far (None while there is none) and the bound so far."""

    def __init__(self, attack: Attack, search: Shortfalls, until: float) -> None:
        self._attack, self._search, self._until = attack, search, until
        self.best: frozenset[int] | None = None
        self.value, self.bound = NOTHING_BETTER, 0
        self._take(search.safe(()))
        self._master = Master(attack)
        self._rounds = 0

    @property
    def done(self) -> bool:
        """Whether nothing better can be, or the time is up and there is a pattern."""
        return self.bound >= self.value or (self.left <= 0 and self.best is not None)

    @property
    def left(self) -> float:
        """Seconds left; any number while there is no pattern."""
        return inf if self.best is None else self._until - perf_counter()

    def run(self) -> None:
        """Go on until the best pattern is proven or the time is up."""
        if self.done:
            return
        self._master.add([*self._search.first(), *bridge_rows(self._attack)])
        while not self.done and self._in_part():
            pass
        if not self.done:
            self._master.whole_only()
        while not self.done and self._whole():
            pass

    def _in_part(self) -> bool:
        chosen = self._master.relaxed(self.left)
        if chosen is None:
            return False
        self.bound = max(self.bound, min(chosen.bound, self.value))
        if self.done:
            return False
        self._master.leave_dear(self.value)
        if self._master.add(self._search.short_in_part(chosen.shares, perf_counter() + self.left)):
            return True
        if not self.done:
            self._take(self._search.safe(_mostly(chosen.shares)))
            self._master.leave_dear(self.value)
        return False

    def _whole(self) -> bool:
        chosen = self._master.whole(self.left)
        if chosen is None:
            return False
        self.bound = max(self.bound, min(chosen.bound, self.value))
        if not chosen.shares and chosen.bound > self.value:
            return False
        hidden = _mostly(chosen.shares)
        cuts = self._search.short(hidden)
        self._rounds += 1
        if not cuts:
            self._take(hidden)
        elif self._rounds & (self._rounds - 1) == 0:
            self._take(self._search.safe(hidden))
        return self._master.add(cuts) > 0

    def _take(self, safe: frozenset[int] | None) -> None:
        if safe is not None and self._attack.weight_of(safe) < self.value:
            self.best, self.value = safe, self._attack.weight_of(safe)


def _mostly(shares: dict[int, float]) -> frozenset[int]:
    """The cells hidden by more than half."""
    return frozenset(cell for cell, share in shares.items() if share > HALF)
