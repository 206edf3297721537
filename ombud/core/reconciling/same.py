"""One quantity, several places: it must be one number (R278, R281)."""

from collections.abc import Iterable

from ombud.core.reconciling.discrepancy import Discrepancy, Kind
from ombud.core.reconciling.quantity import Place, PlaceKind, Quantity, Told

KINDS = {PlaceKind.EDITION: Kind.EARLIER, PlaceKind.PUBLISHED: Kind.PUBLISHED}


def compare(told: Iterable[Told]) -> tuple[Discrepancy, ...]:
    """Every quantity that is told with more than one number, without causes. The place named first in ``told`` is
    where it is looked for; each other number is set against it once, with all places that tell it.
    """
    by_quantity: dict[Quantity, list[Told]] = {}
    for one in told:
        by_quantity.setdefault(one.quantity, []).append(one)
    return tuple(found for same in by_quantity.values() for found in _compared(same))


def _compared(same: list[Told]) -> list[Discrepancy]:
    first = same[0]
    others: dict[int, list[Told]] = {}
    for one in same:
        if one.value != first.value:
            others.setdefault(one.value, []).append(one)
    mine = [one.place for one in same if one.value == first.value]
    return [_discrepancy(first, there, [*mine, *(one.place for one in there)]) for there in others.values()]


def _discrepancy(first: Told, there: list[Told], places: Iterable[Place]) -> Discrepancy:
    other = there[0]
    also = [place for place in dict.fromkeys(places) if place not in (first.place, other.place)]
    kind = KINDS.get(other.place.kind) or KINDS.get(first.place.kind, Kind.ELSEWHERE)
    label = first.label or other.label
    return Discrepancy(
        kind, first.quantity, first.value, first.place, other.value, other.place, label, also=tuple(also)
    )
