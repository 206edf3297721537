"""What stands in the way of protection: cells that must be told and give a small count away."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ombud.core.disclosure.attack import Attack, Demand, Terms, attack_on
from ombud.core.disclosure.found import Found, Unguarded
from ombud.core.disclosure.system import Standing, System
from ombud.core.words import PLAIN, Words

CHEAP, DEAR = 1, 1_000_000


@dataclass(frozen=True)
class Obstacle:
    """A cell that must be told: its name for people and the count in it."""

    name: str
    value: int


class CannotProtect(Exception):
    """A small count that can be worked out whatever else is hidden. ``cell`` is what it is called; ``obstacles`` are
    the forced cells that give it away together, none when noughts and sums alone do.
    """

    def __init__(self, cell: str, obstacles: tuple[Obstacle, ...]) -> None:
        super().__init__(cell, obstacles)
        self.cell, self.obstacles = cell, obstacles

    def said(self, words: Words) -> str:
        """The message: the cell, and what would have to be hidden."""
        if not self.obstacles:
            return words.gettext("%(cell)s can be worked out whatever is hidden.") % {"cell": self.cell}
        named = ", ".join(f"{one.name} ({one.value})" for one in self.obstacles)
        text = words.ngettext(
            "%(named)s must be printed and gives %(cell)s away, whatever else is hidden.",
            "%(named)s must be printed and together give %(cell)s away, whatever else is hidden.",
            len(self.obstacles),
        )
        return text % {"named": named, "cell": self.cell}

    def __str__(self) -> str:
        return self.said(PLAIN)


def totals_to_hide(
    system: System, terms: Terms, demand: Demand, told: frozenset[str], search: Callable[[Attack], Found]
) -> frozenset[str]:
    """The fewest grand totals of ``told`` that must be hidden for a demand that cannot be met with all of them told.
    ``CannotProtect`` when that is not enough.
    """
    guarded = attack_on(system, terms, told).keys[demand.cell]
    forced = frozenset(key for key, cell in system.cells.items() if cell.standing is Standing.FORCED)
    attack = _all_free(system, terms, forced, told)
    wanted = replace(demand, cell=attack.keys.index(guarded))
    name = system.cells[guarded].label or guarded
    try:
        found = search(replace(attack, demands=(wanted,), watched=()))
    except Unguarded:
        raise CannotProtect(name, ()) from None
    needed = [attack.keys[place] for place in sorted(found.secondary)]
    if any(key in forced for key in needed):
        cells = [(key, system.cells[key]) for key in needed if key in forced]
        raise CannotProtect(name, tuple(Obstacle(cell.label or key, cell.value) for key, cell in cells))
    return frozenset(key for key in needed if key in told)


def _all_free(system: System, terms: Terms, forced: frozenset[str], told: frozenset[str]) -> Attack:
    """The attack with every cell hidden but those that must be told, and these at a price: a grand total cheap, a
    forced cell dear.
    """
    freed = {key: replace(system.cells[key], standing=Standing.PRINTED) for key in forced}
    attack = attack_on(System({**system.cells, **freed}, system.relations), terms, frozenset())
    prices = tuple(DEAR if key in forced else CHEAP if key in told else 0 for key in attack.keys)
    priced = tuple(place for place, price in enumerate(prices) if price)
    return replace(
        attack,
        weights=prices,
        candidates=priced,
        unknown=frozenset(range(len(prices))).difference(priced),
    )
