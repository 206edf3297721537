"""The five reports as data: what each of them printed, true or not, with its source (tests/data/faults)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from ombud.core.reconciling.definitions_in_force import Meaning
from ombud.core.reconciling.published import sums_of, told_of
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, quantity
from ombud.core.reconciling.ranges import Range
from ombud.core.reconciling.shares import Share, Shares
from ombud.core.reconciling.sums import Sum
from ombud.core.statistics.inputs import Aggregate
from ombud.core.words import PLAIN

FOLDER = Path(__file__).parents[2] / "data" / "faults"


class Printed:
    """One report as it was printed."""

    def __init__(self, name: str) -> None:
        self.data: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        self.texts: dict[str, str] = self.data.get("texts", {})

    @property
    def figures(self) -> list[Aggregate]:
        return [
            Aggregate(date.fromisoformat(first), date.fromisoformat(last), *rest, source=self.data["source"])
            for first, last, *rest in self.data.get("figures", [])
        ]

    @property
    def told(self) -> tuple[Told, ...]:
        """The figures, and what the text says of the same."""
        return told_of(self.figures) + tuple(
            Told(
                quantity(one["unit"], one["span"]),
                one["count"],
                Place(PlaceKind.TEXT, one["section"], one["section"], one["line"]),
            )
            for one in self.data.get("said", [])
        )

    @property
    def sums(self) -> tuple[Sum, ...]:
        return sums_of(self.figures, PLAIN)

    @property
    def shares(self) -> tuple[Shares, ...]:
        return tuple(
            Shares(
                quantity("enquiries", one["span"], map(tuple, one["members"])),
                Place(PlaceKind.FIGURE, one["caption"], one["caption"]),
                tuple(Share((name, key), key, per_cent) for name, key, per_cent in one["labels"]),
            )
            for one in self.data.get("shares", [])
        )

    @property
    def ranges(self) -> tuple[Range, ...]:
        place = Place(PlaceKind.TEXT, "figurer", self.data["source"])
        return tuple(
            Range(one["unit"], one["low"], one["high"], tuple(one["years"]), place) for one in self.data["ranges"]
        )

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        return tuple(
            Meaning(one["name"], one["text"], date.fromisoformat(one["from"]) if one["from"] else None, one["source"])
            for one in self.data["definitions"]
        )


ISHOEJ_2023 = Printed("ishoej-2023")
ISHOEJ_2024 = Printed("ishoej-2024-q4")
ISHOEJ_FRAME = Printed("ishoej-rammer")
HJOERRING = Printed("hjoerring-2022")
ALBERTSLUND = Printed("albertslund-2024-25")
