"""What is known when a text is checked: counts, the names of what is counted, units and periods. Plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

NOW = "now"
BEFORE = "before"
DAYS_A_YEAR = 365

Place = tuple[str, str]
"""A dimension and the key of one of its members."""
Members = frozenset[Place]


@dataclass(frozen=True)
class Name:
    """A member of a dimension as texts call it. ``aliases`` are other names for it, ``parent`` the member above it.
    ``is_residual``: it gathers what fits nowhere else ("Andet"), so that a ranking may leave it out and say so.
    """

    dimension: str
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    parent: Place | None = None
    is_residual: bool = False

    @property
    def place(self) -> Place:
        return self.dimension, self.key


@dataclass(frozen=True)
class Unit:
    """What is counted, with the words for it in one and in several. ``within`` is the unit that it is registered on:
    remarks within decisions, points within enquiries. ``once_each``: of one member each of these has one at most, so
    that remarks of one theme are as many as the decisions with it.
    """

    key: str
    singular: str
    plural: str
    others: tuple[str, ...] = ()
    within: str = ""
    once_each: bool = False


@dataclass(frozen=True)
class Span:
    """A period counts belong to. ``key`` is "now", "before" or any other; ``months`` and ``days`` it was open (days are
    taken from the months where they are not told), ``names`` it goes by in the text (2024, "4. kvartal").
    """

    key: str
    names: tuple[str, ...] = ()
    months: Fraction | None = None
    days: Fraction | None = None

    @property
    def open_days(self) -> Fraction | None:
        return self.days if self.days is not None or self.months is None else self.months * DAYS_A_YEAR / 12


@dataclass(frozen=True)
class Quantity:
    """One count. ``members`` narrows it: nothing for a total. ``hidden``: it is known and must not be told."""

    key: str
    value: int
    unit: str
    members: Members = frozenset()
    period: str = NOW
    hidden: bool = False


@dataclass(frozen=True)
class Knowledge:
    """All of it. ``municipality`` is the one reporting, ``partners`` those it may name. ``threshold``: counts from 1 to
    one below it are small (0: none are). ``numbered`` are the numbers that tables, figures and sections carry, by kind;
    None where references are looked after elsewhere.
    """

    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...] = ()
    units: tuple[Unit, ...] = ()
    spans: tuple[Span, ...] = (Span(NOW),)
    municipality: str = ""
    partners: tuple[str, ...] = ()
    threshold: int = 0
    numbered: Mapping[str, frozenset[str]] | None = field(default=None)

    @cached_property
    def by_place(self) -> Mapping[Place, Name]:
        return {name.place: name for name in self.names}

    @cached_property
    def _index(self) -> Mapping[tuple[str, Members, str], Quantity]:
        return {(one.unit, self.narrowest(one.members), one.period): one for one in reversed(self.quantities)}

    @cached_property
    def by_dimension(self) -> Mapping[str, tuple[Name, ...]]:
        dimensions = dict.fromkeys(name.dimension for name in self.names)
        return {one: tuple(name for name in self.names if name.dimension == one) for one in dimensions}

    def span(self, key: str) -> Span:
        return next((one for one in self.spans if one.key == key), Span(key))

    def narrowest(self, members: Iterable[Place]) -> Members:
        """Without members whose child is also there: a subtheme says its theme."""
        members = frozenset(members)
        above = {self._parent(one) for one in members}
        return members - {one for one in above if one is not None}

    def quantity(self, unit: str, members: Iterable[Place] = (), period: str = NOW) -> Quantity | None:
        return self._index.get((unit, self.narrowest(members), period))

    def label(self, place: Place) -> str:
        name = self.by_place.get(place)
        return name.label if name else place[1]

    def unit(self, key: str) -> Unit:
        return next((one for one in self.units if one.key == key), Unit(key, key, key))

    def _parent(self, place: Place) -> Place | None:
        name = self.by_place.get(place)
        return name.parent if name else None
