"""What earlier releases told: every later one is protected together with them (quarters and their year)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ombud.core.release.selection import Selection


@dataclass(frozen=True)
class Told:
    """One count of a release. ``is_hidden``: it was not printed; ``rounded`` is what was printed in its place where the
    release was rounded, to a multiple of ``base``.
    """

    selection: Selection
    value: int
    is_hidden: bool = False
    label: str = ""
    rounded: int | None = None
    base: int = 0

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The least and the greatest count that are printed as this rounded one."""
        if self.rounded is None or not self.base:
            return None
        return max(0, self.rounded - self.base + 1), self.rounded + self.base - 1


@dataclass(frozen=True)
class Ledger:
    """The counts of one release and the sums that bind them, as keys of selections."""

    release: str
    cells: tuple[Told, ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON, in the order of the cells."""
        cells = [
            {
                "kind": one.selection.kind,
                "inside": {name: sorted(keys) for name, keys in sorted(one.selection.inside.items())},
                "outside": list(one.selection.outside),
                "value": one.value,
                "hidden": one.is_hidden,
                "label": one.label,
                "rounded": one.rounded,
                "base": one.base,
            }
            for one in self.cells
        ]
        return {"cells": cells, "sums": [[total, list(parts)] for total, parts in self.sums]}


def from_json(release: str, data: Mapping[str, Any]) -> Ledger:
    """The ledger kept with an edition."""
    cells = tuple(
        Told(
            Selection(
                one["kind"],
                {name: frozenset(keys) for name, keys in one["inside"].items()},
                tuple(one["outside"]),
            ),
            one["value"],
            one["hidden"],
            one["label"],
            one.get("rounded"),
            one.get("base", 0),
        )
        for one in data["cells"]
    )
    return Ledger(release, cells, tuple((total, tuple(parts)) for total, parts in data["sums"]))


def rounded_before(ledgers: Iterable[Ledger]) -> dict[str, int]:
    """What was printed for counts that were rounded, by key: it is printed again, the latest where it changed."""
    return {one.selection.key: one.rounded for ledger in ledgers for one in ledger.cells if one.rounded is not None}
