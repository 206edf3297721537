"""What to hide in a release so that no small count can be worked out from what is left (R138-R140).

Everything the release tells is one system: tables that share a margin are never protected one by one. The attacker
knows every printed count, every sum, that counts are whole and not negative, and (where noughts are shown) that a
hidden count is at least 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

from ombud.core.disclosure.attack import Attack, attack_on, grand_totals, terms_of
from ombud.core.disclosure.found import Deviations, Found, Unguarded
from ombud.core.disclosure.network import as_network
from ombud.core.disclosure.obstacles import totals_to_hide
from ombud.core.disclosure.on_network import NetworkSearch
from ombud.core.disclosure.on_programs import ProgramSearch
from ombud.core.disclosure.policy import Policy
from ombud.core.disclosure.system import Standing, System

Table = Mapping[str, int]


@dataclass(frozen=True)
class Protected:
    """What is hidden and why that is enough.

    ``primaries`` are the small counts, ``secondary`` those hidden to guard them, ``kept`` the larger ones that an
    earlier release hid, ``implied`` the small counts that are never printed and are guarded too, and the noughts among
    them that a reader cannot tell from a count; all in the order of the system. ``value`` is the weight of the
    secondary cells; no pattern weighs less than ``lower_bound``, and ``gap`` is the share of ``value`` between the two
    (0: proven). ``certificates`` shows for every guarded cell two tables that fit the release, with a low and a high
    count in it: the counts that differ from the true ones, and the cell's own.
    """

    primaries: tuple[str, ...]
    secondary: tuple[str, ...]
    value: int
    lower_bound: float
    gap: float
    seconds: float
    certificates: Mapping[str, tuple[Table, Table]]
    kept: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()

    @property
    def hidden(self) -> frozenset[str]:
        """Every cell to hide."""
        return frozenset((*self.primaries, *self.secondary, *self.kept))


def protect(
    system: System, policy: Policy, *, time_limit: float | None = 2.0, attacker_lower_bound: int | None = None
) -> Protected:
    """The pattern that hides least: proven where the time (seconds; None for as long as it takes; 0 for a good pattern
    without proof) allows it, with a bound otherwise. The same system and policy give the same pattern whenever the
    proof ends within the time. Where a difference of nought stands in the way of a quick pattern, the first one is
    waited for whatever the time.

    ``attacker_lower_bound`` is the least that a reader takes a hidden count to be; unless it is stated it follows from
    the policy. One that differs from the policy's is for comparison with other programs, and P2 then asks only for
    what they ask: one more than the true count and an interval 2 wide. Otherwise the interval of P2 also ends at the
    threshold or above, so that an audit by the threshold alone passes. ``CannotProtect`` names what stands in the way.
    """
    started = perf_counter()
    until = None if time_limit is None else started + time_limit
    terms = terms_of(policy, attacker_lower_bound)
    told = _kept_totals(system, policy)
    while True:
        attack = attack_on(system, terms, told)
        try:
            found = _search(attack, until)
        except Unguarded as one:
            told -= totals_to_hide(system, terms, one.demand, told, _quickly)
        else:
            return _protected(system, attack, found, perf_counter() - started)


def _kept_totals(system: System, policy: Policy) -> frozenset[str]:
    """The grand totals that are told as long as the rest can be guarded with them."""
    cells = ((key, system.cells[key]) for key in grand_totals(system))
    return frozenset(
        key for key, cell in cells if cell.standing is Standing.PRINTED and not policy.is_small(cell.value)
    )


def _search(attack: Attack, until: float | None) -> Found:
    network = as_network(attack.rows, len(attack.keys))
    if network is None:
        return ProgramSearch(attack).best(until)
    return NetworkSearch(attack, network).best(until)


def _quickly(attack: Attack) -> Found:
    return _search(attack, 0.0)


def _protected(system: System, attack: Attack, found: Found, seconds: float) -> Protected:
    guarded = {attack.keys[demand.cell]: shown for demand, shown in found.shown.items()}
    secondary = tuple(attack.keys[place] for place in sorted(found.secondary))
    value = attack.weight_of(found.secondary)
    standing = {key: cell.standing for key, cell in system.cells.items()}
    return Protected(
        primaries=tuple(key for key in guarded if standing[key] is not Standing.IMPLIED),
        secondary=secondary,
        value=value,
        lower_bound=found.bound,
        gap=(value - found.bound) / value if value else 0.0,
        seconds=seconds,
        certificates={key: (_table(attack, low), _table(attack, high)) for key, (low, high) in guarded.items()},
        kept=tuple(key for key in attack.keys if standing[key] is Standing.HIDDEN and key not in guarded),
        implied=tuple(key for key in guarded if standing[key] is Standing.IMPLIED),
    )


def _table(attack: Attack, deviations: Deviations) -> Table:
    return {attack.keys[place]: attack.values[place] + by for place, by in deviations.items()}
