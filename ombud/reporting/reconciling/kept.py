"""What an edition keeps of the numbers told before it, as plain JSON."""

from collections.abc import Mapping
from typing import Any

from ombud.core.reconciling.quantity import Place, PlaceKind, Told, quantity
from ombud.core.reconciling.sums import Sum, Unknown
from ombud.reporting.reconciling.before import NOTHING_BEFORE, Before


def before_to_json(before: Before) -> dict[str, Any]:
    """Dictionaries, lists, texts and numbers only."""
    return {
        "told": [_told_to_json(one) for one in before.told],
        "sums": [_sum_to_json(one) for one in before.sums],
        "corrected": dict(before.corrected),
    }


def before_from_json(data: Mapping[str, Any] | None) -> Before:
    """What ``before_to_json`` made; nothing for an edition that kept none."""
    if data is None:
        return NOTHING_BEFORE
    told = tuple(_told_from_json(one) for one in data["told"])
    return Before(told, tuple(_sum_from_json(one) for one in data["sums"]), dict(data["corrected"]))


def _told_to_json(told: Told) -> dict[str, Any]:
    return {
        "unit": told.quantity.unit,
        "span": told.quantity.span,
        "members": sorted(list(member) for member in told.quantity.members),
        "left_out": sorted(told.quantity.left_out),
        "value": told.value,
        "label": told.label,
        "place": _place_to_json(told.place),
    }


def _told_from_json(data: Mapping[str, Any]) -> Told:
    members = [(name, key) for name, key in data["members"]]
    counted = quantity(data["unit"], data["span"], members, data["left_out"])
    return Told(counted, data["value"], _place_from_json(data["place"]), data["label"])


def _sum_to_json(one: Sum) -> dict[str, Any]:
    return {
        "total": _told_to_json(one.total),
        "parts": list(one.parts),
        "by": one.by,
        "place": _place_to_json(one.place),
        "unknown": [[part.label, part.most] for part in one.unknown],
        "has_not_stated": one.has_not_stated,
    }


def _sum_from_json(data: Mapping[str, Any]) -> Sum:
    unknown = tuple(Unknown(label, most) for label, most in data["unknown"])
    total, place = _told_from_json(data["total"]), _place_from_json(data["place"])
    return Sum(total, tuple(data["parts"]), data["by"], place, unknown, data["has_not_stated"])


def _place_to_json(place: Place) -> list[Any]:
    return [place.kind.value, place.name, place.label, place.line]


def _place_from_json(data: list[Any]) -> Place:
    kind, name, label, line = data
    return Place(PlaceKind(kind), name, label, line)
