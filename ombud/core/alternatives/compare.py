"""What each way costs, and the ways in order (R138): statistics for whoever must choose, not a choice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from time import perf_counter

from ombud.core.alternatives.counts import Counts
from ombud.core.alternatives.variants import Method, Variant, variants
from ombud.core.disclosure.obstacles import CannotProtect
from ombud.core.disclosure.policy import Policy
from ombud.core.disclosure.protect import protect
from ombud.core.disclosure.system import System
from ombud.core.numbers import share_text
from ombud.core.rounding.controlled import round_controlled
from ombud.core.rounding.rounded import CannotRound
from ombud.core.words import Words

PROVEN = 5
"""How many of the best ways are searched for their proven optimum, beside the best of each kind."""
SMALL = 150
"""Up to how many counts the optimum is looked for at once."""


@dataclass(frozen=True)
class Alternative:
    """One way with its price. ``shown`` of ``non_zero`` distinct counts above nought are printed and ``hidden`` are
    not; printed counts differ from the true ones by at most ``largest_change``, by ``mean_change`` on average.
    ``is_proven``: no cheaper pattern or rounding exists; ``is_searched``: one was looked for as long as allowed.
    ``hides`` are the keys in the system of the table that is left, ``printed`` the rounded counts there.
    """

    variant: Variant
    non_zero: int
    hidden: int
    largest_change: int
    mean_change: Fraction
    seconds: float
    is_proven: bool
    is_searched: bool
    hides: frozenset[str] = frozenset()
    printed: Mapping[str, int] | None = None

    @property
    def shown(self) -> int:
        return self.non_zero - self.hidden

    @property
    def share(self) -> Fraction:
        """Of the counts above nought, how many are printed; all of none."""
        return Fraction(self.shown, self.non_zero) if self.non_zero else Fraction(1)

    def cost(self, words: Words) -> str:
        """The price in a sentence."""
        values = {
            "shown": self.shown,
            "all": self.non_zero,
            "share": share_text(self.share, words.get_language()),
            "change": self.largest_change,
        }
        if self.variant.method is Method.ROUND:
            return words.gettext("All %(all)d counts are printed, each at most %(change)d from the true one.") % values
        return words.gettext("%(shown)d of %(all)d counts above nought are printed (%(share)s).") % values


@dataclass(frozen=True)
class Comparison:
    """``ranked``: the largest share first; where that is equal more counts, then smaller changes. ``impossible`` are
    the ways that cannot be taken, with the reason.
    """

    ranked: tuple[Alternative, ...]
    impossible: tuple[tuple[Variant, CannotProtect | CannotRound], ...]

    @property
    def best_of_each(self) -> tuple[Alternative, ...]:
        """The best of each kind (hiding, merging departments, merging themes, leaving subthemes out, both, rounding),
        in the same order: what fits on a page.
        """
        return tuple(_best_of_each(self.ranked))


def compare(counts: Counts, policy: Policy, among: Iterable[Variant] | None = None) -> Comparison:
    """Every way for a table (or those ``among``). Small tables are hidden in at the proven optimum, large ones quickly
    first; the best of all and of each kind are then proven too, until they stay the best.
    """
    chosen = list(variants(counts) if among is None else among)
    systems = {variant: variant.applied(counts).system() for variant in chosen}
    return _compared(systems, policy)


def compare_system(system: System, policy: Policy, bases: Sequence[int] = (3, 5)) -> Comparison:
    """The ways for a release that is more than one table: hide, or round to each base."""
    ways = [Variant(Method.HIDE), *(Variant(Method.ROUND, base) for base in bases)]
    return _compared(dict.fromkeys(ways, system), policy)


def _compared(systems: Mapping[Variant, System], policy: Policy) -> Comparison:
    found: dict[Variant, Alternative] = {}
    impossible: list[tuple[Variant, CannotProtect | CannotRound]] = []
    for variant, system in systems.items():
        try:
            found[variant] = _tried(variant, system, policy, 2.0 if len(system.cells) <= SMALL else 0.0)
        except (CannotProtect, CannotRound) as problem:
            impossible.append((variant, problem))
    while waiting := [one for one in _foremost(found.values()) if not one.is_searched]:
        for one in waiting:
            better = _tried(one.variant, systems[one.variant], policy, 2.0)
            found[one.variant] = replace(better, seconds=one.seconds + better.seconds)
    return Comparison(tuple(_ranked(found.values())), tuple(impossible))


def _tried(variant: Variant, system: System, policy: Policy, time_limit: float) -> Alternative:
    started = perf_counter()
    non_zero = sum(cell.value > 0 for cell in system.cells.values())
    if variant.method is Method.ROUND:
        result = round_controlled(system, variant.base)
        spent = perf_counter() - started
        change, mean = result.largest_change, result.mean_change
        return Alternative(variant, non_zero, 0, change, mean, spent, result.is_proven, True, printed=result.values)
    pattern = protect(system, policy, time_limit=time_limit)
    hidden = sum(system.cells[key].value > 0 for key in pattern.hidden)
    spent = perf_counter() - started
    proven, searched = pattern.gap == 0, time_limit > 0 or pattern.gap == 0
    return Alternative(variant, non_zero, hidden, 0, Fraction(0), spent, proven, searched, hides=pattern.hidden)


def _ranked(found: Iterable[Alternative]) -> list[Alternative]:
    return sorted(found, key=lambda one: (-one.share, -one.shown, one.largest_change, one.mean_change))


def _foremost(found: Iterable[Alternative]) -> list[Alternative]:
    ranked = _ranked(found)
    return [*ranked[:PROVEN], *(one for one in _best_of_each(ranked) if one not in ranked[:PROVEN])]


def _best_of_each(ranked: Iterable[Alternative]) -> list[Alternative]:
    best: dict[tuple[object, ...], Alternative] = {}
    for one in ranked:
        way = one.variant
        best.setdefault((way.method, way.base, bool(way.departments), bool(way.themes), way.is_coarser), one)
    return list(best.values())
