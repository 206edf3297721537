"""Which facts a printed number counts, so that the same number is the same wherever it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from ombud.core.statistics.facts import Dimension
from ombud.core.statistics.merging import split_keys
from ombud.core.statistics.periods import Period

MONTH = "month"
DAYS = "days"

Keys = frozenset[str]
Days = tuple[date, date]
Where = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Selection:
    """The facts of one kind that have one of the keys in every dimension of ``inside``. The period is among them: the
    months of it, or its days where it is not made of whole months. ``outside`` are facts left out by two dimensions at
    once, as they were written.
    """

    kind: str
    inside: Mapping[str, Keys]
    outside: tuple[str, ...] = ()

    @cached_property
    def key(self) -> str:
        """The selection as text: equal for equal facts, and the name of its cell in a system."""
        parts = [f"{name}={'+'.join(sorted(keys))}" for name, keys in sorted(self.inside.items())]
        return "|".join((self.kind, *parts, *(f"-{one}" for one in self.outside)))

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Selection) and self.key == other.key

    def without(self, name: str) -> str:
        """The text of the selection when one dimension is not looked at."""
        return Selection(self.kind, {k: v for k, v in self.inside.items() if k != name}, self.outside).key

    @property
    def days(self) -> Days | None:
        """The first and the last day of its period; None where it is of no time at all."""
        if DAYS in self.inside:
            first, _, last = max(self.inside[DAYS]).partition("_")
            return date.fromisoformat(first), date.fromisoformat(last)
        months = [date.fromisoformat(f"{key}-01") for key in self.inside.get(MONTH, ())]
        if not months:
            return None
        after = max(months) + timedelta(days=31)
        return min(months), after - timedelta(days=after.day)

    @property
    def cuts_a_month(self) -> bool:
        """Whether its period is not made of whole months."""
        return DAYS in self.inside

    def with_keys(self, name: str, keys: Keys) -> "Selection":
        """The same facts with other keys in one dimension."""
        return Selection(self.kind, {**self.inside, name: keys}, self.outside)


@dataclass
class Catalogue:
    """The dimensions of every table of a release, by kind and name. A theme is told by its subthemes wherever both are
    known, so that a theme with one subtheme is the same cell as that subtheme.
    """

    _known: dict[tuple[str, str], Dimension] = field(default_factory=dict)
    _below: dict[tuple[str, str], str] = field(default_factory=dict)
    _members: dict[tuple[str, str], Keys] = field(default_factory=dict)
    _bases: dict[tuple[str, str, Keys], tuple[str, Keys]] = field(default_factory=dict)

    def learn(self, kind: str, dimensions: Iterable[Dimension]) -> None:
        self._members.clear()
        self._bases.clear()
        for one in dimensions:
            known = self._known.get((kind, one.name))
            if known is None or len(one.members) > len(known.members):
                self._known[kind, one.name] = one
            if one.parent is not None:
                self.learn(kind, [one.parent])
                self._below[kind, one.parent.name] = one.name

    def members(self, kind: str, name: str) -> Keys:
        """Every key of a dimension, *not stated* among them."""
        found = self._members.get((kind, name))
        if found is None:
            known = self._known.get((kind, name))
            found = frozenset(key for one in known.members for key in split_keys(one.key)) if known else frozenset()
            self._members[kind, name] = found
        return found

    def base(self, kind: str, name: str, member: str = "") -> tuple[str, Keys | None]:
        """The dimension that facts are told by, and the keys of a member by its name (None without a name; nothing for
        a name that nobody has).
        """
        if not member:
            return self._base(kind, name, frozenset())[0], None
        known = self._known.get((kind, name))
        key = known.find(member) if known else None
        return self._base(kind, name, frozenset() if key is None else frozenset({key}))

    def select(self, kind: str, period: Period, *wheres: Where, left_out: Iterable[Where] = ()) -> Selection:
        """The facts of a period inside all of ``wheres`` and outside each of ``left_out``."""
        inside = dict([_period(period)])
        for where in wheres:
            for name, keys in where.items():
                _narrow(inside, *self._base(kind, name, frozenset(keys)))
        outside = []
        for where in left_out:
            if len(where) == 1:
                name, keys = next((name, frozenset(keys)) for name, keys in where.items())
                base, gone = self._base(kind, name, keys)
                _narrow(inside, base, self.members(kind, base) - gone)
            else:
                outside.append("&".join(f"{name}={'+'.join(sorted(keys))}" for name, keys in sorted(where.items())))
        full = [name for name, keys in inside.items() if name not in (MONTH, DAYS) and keys >= self.members(kind, name)]
        return Selection(kind, {k: v for k, v in inside.items() if k not in full}, tuple(sorted(outside)))

    def _base(self, kind: str, name: str, keys: Keys) -> tuple[str, Keys]:
        """The dimension below and its keys, where there is one: theme 4 is subthemes 12 to 21."""
        below = self._below.get((kind, name))
        if below is None:
            return name, frozenset(part for key in keys for part in split_keys(key))
        found = self._bases.get((kind, name, keys))
        if found is None:
            child = self._known[kind, below]
            outer = {part for key in keys for part in split_keys(key)}
            inner = frozenset(one.key for one in child.members if split_keys(one.parent) <= outer)
            found = self._base(kind, below, inner)
            self._bases[kind, name, keys] = found
        return found


@lru_cache(maxsize=256)
def _period(period: Period) -> tuple[str, Keys]:
    if period.is_whole_months:
        return MONTH, frozenset(period.months())
    return DAYS, frozenset({f"{period.first.isoformat()}_{period.last.isoformat()}"})


def _narrow(inside: dict[str, Keys], name: str, keys: Keys) -> None:
    inside[name] = inside[name] & keys if name in inside else keys
