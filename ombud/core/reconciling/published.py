"""Imported figures as they were published: what they tell, and whether their parts make their totals (R281, G10)."""

from collections.abc import Callable, Iterable, Iterator

from ombud.core.reconciling.quantity import Member, Place, PlaceKind, Told, quantity
from ombud.core.reconciling.sums import Sum, Unknown
from ombud.core.statistics.inputs import Aggregate
from ombud.core.statistics.periods import Period
from ombud.core.statistics.series import span_of
from ombud.core.words import Words

CROSS = " × "
DIVIDING = frozenset(
    {"department", "unit", "type", "type_group", "channel", "month", "role", "theme", "subtheme", "outcome"}
    | {"within_mandate"}
)
"""Dimensions of which a thing has one member only, so that the parts make the total."""

LabelOf = Callable[[str, str], str]
"""The printed name of a member: dimension and key."""


def plain_label(dimension: str, key: str) -> str:
    """The key as its own name."""
    return key


def told_of(figures: Iterable[Aggregate], label_of: LabelOf = plain_label) -> tuple[Told, ...]:
    """Every figure with what it counts."""
    return tuple(_told(one, label_of) for one in figures)


def sums_of(figures: Iterable[Aggregate], words: Words, label_of: LabelOf = plain_label) -> tuple[Sum, ...]:
    """Every total against its parts by each dimension that divides it, and every margin of a crossing."""
    spans: dict[tuple[str, str], list[Aggregate]] = {}
    for one in figures:
        spans.setdefault((span_of(Period("", one.first, one.last)), one.unit), []).append(one)
    return tuple(found for rows in spans.values() for found in _Figures(rows, words, label_of).sums())


def members_of(figure: Aggregate) -> tuple[Member, ...]:
    """The members that a figure is about, one for each dimension of a crossing."""
    if not figure.dimension:
        return ()
    return tuple(zip(figure.dimension.split(CROSS), figure.value.split(CROSS), strict=False))


def _told(one: Aggregate, label_of: LabelOf) -> Told:
    members = members_of(one)
    label = ", ".join(label_of(*member) for member in members)
    source = one.source or "–"
    counted = quantity(one.unit, span_of(Period("", one.first, one.last)), members)
    return Told(counted, one.count, Place(PlaceKind.PUBLISHED, source, source), label)


class _Figures:
    """The figures of one unit in one period."""

    def __init__(self, rows: list[Aggregate], words: Words, label_of: LabelOf) -> None:
        self.words, self.label_of = words, label_of
        self.rows: dict[str, dict[tuple[str, ...], Told]] = {}
        for row in rows:
            keys = tuple(key for _, key in members_of(row))
            self.rows.setdefault(row.dimension, {})[keys] = _told(row, label_of)

    def sums(self) -> Iterator[Sum]:
        whole = self.rows.get("", {}).get(())
        for dimension, parts in self.rows.items():
            names = dimension.split(CROSS)
            if len(names) == 1 and dimension in DIVIDING and whole is not None:
                numbers = tuple(one.value for one in parts.values())
                yield Sum(whole, numbers, dimension, next(iter(parts.values())).place, (), ("",) in parts)
            if len(names) == 2 and DIVIDING.issuperset(names):
                yield from self.margins(names, 0, parts)
                yield from self.margins(names, 1, parts)

    def margins(self, names: list[str], side: int, parts: dict[tuple[str, ...], Told]) -> Iterator[Sum]:
        """Each member of one dimension against its parts by the other; parts that were not told are unknown."""
        own, other = names[side], names[1 - side]
        for (key,), total in self.rows.get(own, {}).items():
            mine = {keys[1 - side]: told for keys, told in parts.items() if keys[side] == key}
            if not mine:
                continue
            unknown = tuple(self.unknown(other, mine)) if side == 1 else ()
            numbers = tuple(told.value for told in mine.values())
            yield Sum(total, numbers, other, next(iter(mine.values())).place, unknown, "" in mine)

    def unknown(self, dimension: str, told: dict[str, Told]) -> Iterator[Unknown]:
        """Members with a number of their own that is not divided, and what stands without a member."""
        flat = self.rows.get(dimension, {})
        for (key,), one in flat.items():
            if key not in told:
                yield Unknown(one.label, one.value)
        whole = self.rows.get("", {}).get(())
        missing = whole.value - sum(one.value for one in flat.values()) if whole and flat else 0
        if missing > 0:
            yield Unknown(self.words.gettext("not stated"), missing)
