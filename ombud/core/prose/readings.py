"""Which counts a wording may mean: every choice of the members it names, fullest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ombud.core.prose.knowledge import Knowledge, Members, Place, Quantity

MOST_CHOICES = 600
"""Where a sentence names so much that more readings are possible, only its totals and single members are tried."""


@dataclass(frozen=True)
class Reading:
    """A count, or several counted together; ``members`` are those named, of ``unit``."""

    quantities: tuple[Quantity, ...]
    members: Members
    unit: str

    @property
    def value(self) -> int:
        return sum(one.value for one in self.quantities)

    @property
    def is_hidden(self) -> bool:
        return any(one.hidden for one in self.quantities)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(one.key for one in self.quantities)


def by_dimension(places: Iterable[Place]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[Place, None]] = {}
    for place in places:
        found.setdefault(place[0], {})[place] = None
    return {dimension: tuple(members) for dimension, members in found.items()}


def readings(knowledge: Knowledge, units: Sequence[str], places: Iterable[Place], period: str) -> list[Reading]:
    """Every count of these units and members that is known, those with most members first: each member alone, all of a
    dimension together, and each dimension left out.
    """
    found: dict[tuple[str, Members], Reading] = {}
    for choice in _choices(by_dimension(places)):
        for unit in units:
            reading = _sum(knowledge, unit, choice, period)
            if reading is not None:
                found.setdefault((unit, reading.members), reading)
    return sorted(found.values(), key=lambda one: -len({place[0] for place in one.members}))


def full(readings: Sequence[Reading], needed: Iterable[tuple[Place, ...]]) -> list[Reading]:
    """The readings that have each of the members named; a name with several meanings is met by any of them."""
    wanted = list(needed)
    return [one for one in readings if all(one.members & set(places) for places in wanted)]


def alone(readings: Sequence[Reading], own: Iterable[tuple[Place, ...]]) -> list[Reading]:
    """The readings with each of a wording's own members and no other: nothing carried over from what is around it."""
    wanted = list(own)
    members = {place for places in wanted for place in places}
    return [one for one in full(readings, wanted) if one.members <= members]


def related(knowledge: Knowledge, units: Sequence[str]) -> tuple[str, ...]:
    """The other units that are registered on the same thing as these."""
    roots = {_root(knowledge, unit) for unit in units}
    return tuple(unit.key for unit in knowledge.units if _root(knowledge, unit.key) in roots and unit.key not in units)


def _choices(dimensions: dict[str, tuple[Place, ...]]) -> Iterator[tuple[tuple[Place, ...], ...]]:
    options = [_options(members) for members in dimensions.values()]
    size = 1
    for one in options:
        size *= len(one)
    if size > MOST_CHOICES:
        yield ()
        for members in dimensions.values():
            yield from (((member,),) for member in members)
            yield (members,)
        return
    for choice in product(*options):
        yield tuple(one for one in choice if one)


def _options(members: tuple[Place, ...]) -> list[tuple[Place, ...]]:
    singles: list[tuple[Place, ...]] = [(member,) for member in members]
    return [(), *singles, *([members] if len(members) > 1 else [])]


def _sum(knowledge: Knowledge, unit: str, choice: tuple[tuple[Place, ...], ...], period: str) -> Reading | None:
    found = [knowledge.quantity(unit, members, period) for members in product(*choice)]
    quantities = tuple(one for one in found if one is not None)
    if len(quantities) < len(found):
        return None
    return Reading(quantities, frozenset(place for members in choice for place in members), unit)


def _root(knowledge: Knowledge, unit: str) -> str:
    seen = {unit}
    while (above := knowledge.unit(unit).within) and above not in seen:
        seen.add(above)
        unit = above
    return unit
