"""What must hold of protection whatever the counts: each property draws a case and fails on a counterexample."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from hypothesis import assume
from hypothesis import strategies as st

from ombud.core.disclosure.obstacles import CannotProtect
from ombud.core.disclosure.policy import Policy, Protection
from ombud.core.disclosure.protect import Protected, protect
from ombud.core.disclosure.system import Relation, Standing, System
from tests.core.auditing.properties import policies, systems, tables
from tests.core.disclosure.certified import check_certificates
from tests.core.disclosure.enumeration import Counts, SmallTable
from tests.core.disclosure.examples import flat, standing

__all__ = ["policies", "systems", "tables"]

LONG = 20.0


@dataclass(frozen=True)
class Small:
    """A table small enough for trying every pattern, with cells that an earlier release or the office has decided."""

    counts: Counts
    standings: Mapping[str, Standing]


@st.composite
def small_tables(draw: st.DrawFn) -> Small:
    rows, columns = draw(st.sampled_from([(1, 3), (2, 2), (2, 3)]))
    line = st.tuples(*[st.integers(0, 4)] * columns)
    counts = draw(st.tuples(*[line] * rows))
    cells = {key: cell.value for key, cell in flat(counts).cells.items() if key != "t"}
    standings = draw(st.dictionaries(st.sampled_from(sorted(cells)), st.sampled_from(Standing), max_size=3))
    noughts = [key for key, value in cells.items() if value == 0]
    if noughts:
        standings |= dict.fromkeys(draw(st.sets(st.sampled_from(noughts))), Standing.IMPLIED)
    return Small(counts, standings)


def nothing_cheaper_is_safe(small: Small, policy: Policy) -> None:
    """Trying every pattern gives the proven cost; where none is safe with the grand total told, it is hidden, or what
    stands in the way is named.
    """
    table = SmallTable(small.counts, small.standings)
    assume(table.values["t"] >= policy.threshold)
    cheapest = table.cheapest(policy)
    try:
        found = protect(standing(flat(small.counts), **small.standings), policy, time_limit=None)
    except CannotProtect:
        assert cheapest is None
        return
    if "t" in found.hidden:
        assert cheapest is None
    else:
        assert (found.value, found.gap) == (cheapest, 0)


def protection_is_certified(system: System, policy: Policy) -> None:
    """Two tables for every small count, forced counts told, what was hidden still hidden, no bound above the cost."""
    found = protected(system, policy, 0.5)
    check_certificates(system, found, policy, policy.lower_bound)
    for key, cell in system.cells.items():
        assert not (cell.standing in (Standing.FORCED, Standing.IMPLIED) and key in found.hidden)
        assert cell.standing is not Standing.HIDDEN or key in found.hidden
        assert cell.value or not policy.zeros_shown or cell.standing is Standing.HIDDEN or key not in found.hidden
    assert 0 <= found.gap <= 1
    assert found.lower_bound <= found.value == protected_weight(system, found, policy)


def the_same_twice(system: System, policy: Policy) -> None:
    """Nothing is left to chance."""
    first, second = (protected(system, policy, LONG) for _ in range(2))
    assert replace(first, seconds=0.0) == replace(second, seconds=0.0)


def order_changes_only_ties(system: System, policy: Policy, number: int) -> None:
    """Cells, sums and the parts of sums in another order: another pattern perhaps, never another cost."""
    first, second = protected(system, policy, LONG), protected(shuffled(system, number), policy, LONG)
    assert set(first.primaries) == set(second.primaries)
    if not (first.gap or second.gap):
        assert first.value == second.value
    assert max(first.lower_bound, second.lower_bound) <= min(first.value, second.value)


def more_to_guard_never_costs_less(system: System, policy: Policy) -> None:
    """P2 asks for more than P1, a reader who knows that noughts are shown for more than one who does not, and a
    pattern found without time is no cheaper than the proven one.
    """
    exact = protected(system, replace(policy, protection=Protection.P1), LONG)
    wide = protected(system, replace(policy, protection=Protection.P2), LONG)
    assume(not set(grand(system)) & (exact.hidden | wide.hidden))
    assert exact.lower_bound <= wide.value
    quick = protected(system, policy, 0.0)
    assert (exact if policy.protection is Protection.P1 else wide).lower_bound <= quick.value
    if policy.zeros_shown:
        lax = protect(system, policy, time_limit=LONG, attacker_lower_bound=0)
        strict = exact if policy.protection is Protection.P1 else wide
        assert lax.lower_bound <= strict.value


def protected(system: System, policy: Policy, seconds: float) -> Protected:
    """The pattern; the case is passed over where there is none."""
    try:
        return protect(system, policy, time_limit=seconds)
    except CannotProtect:
        assume(False)
        raise


def protected_weight(system: System, found: Protected, policy: Policy) -> int:
    return sum(system.cells[key].value if policy.weight.value == "value" else 1 for key in found.secondary)


def shuffled(system: System, number: int) -> System:
    random = Random(number)
    cells, relations = list(system.cells.items()), list(system.relations)
    random.shuffle(cells)
    random.shuffle(relations)
    turned = tuple(Relation(one.total, tuple(random.sample(one.parts, len(one.parts)))) for one in relations)
    return System(dict(cells), turned)


def grand(system: System) -> list[str]:
    """The totals that are part of no other sum."""
    parts = {part for one in system.relations for part in one.parts}
    return [one.total for one in system.relations if one.total not in parts]
