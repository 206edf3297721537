"""A system of counts after rounding, and what it cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ombud.core.disclosure.system import System
from ombud.core.words import Words


@dataclass(frozen=True)
class Rounded:
    """``values`` by key, with every sum of the system exact. ``total_change`` is the sum of what the distinct counts
    changed by, which is as small as can be where ``is_proven``.
    """

    base: int
    values: Mapping[str, int]
    changes: Mapping[str, int]
    is_proven: bool = True

    @property
    def total_change(self) -> int:
        return sum(map(abs, self.changes.values()))

    @property
    def largest_change(self) -> int:
        return max(map(abs, self.changes.values()), default=0)

    @property
    def mean_change(self) -> Fraction:
        """Over all distinct counts, those that stay included."""
        return Fraction(self.total_change, len(self.changes)) if self.changes else Fraction(0)

    @property
    def cells_changed(self) -> int:
        return sum(change != 0 for change in self.changes.values())


class CannotRound(ValueError):
    """No rounding to this base lets all sums hold. ``is_for_earlier`` tells whether there would be one if an earlier
    rounding did not have to stand.
    """

    def __init__(self, base: int, is_for_earlier: bool) -> None:
        super().__init__(f"No rounding to {base} lets all sums hold")
        self.base, self.is_for_earlier = base, is_for_earlier

    def said(self, words: Words) -> str:
        if self.is_for_earlier:
            text = words.gettext(
                "The counts cannot be rounded to %(base)d so that all sums hold and earlier printed ones stay."
            )
        else:
            text = words.gettext("The counts cannot be rounded to %(base)d so that all sums hold.")
        return text % {"base": self.base}


def rounded(system: System, base: int, values: Mapping[str, int], is_proven: bool = True) -> Rounded:
    """The result, checked: ``RuntimeError`` where a sum does not hold, which would be a fault of the solver."""
    for one in system.relations:
        if values[one.total] != sum(values[part] for part in one.parts):
            raise RuntimeError(f"The solver's rounding does not add up at {one.total}")
    changes = {key: values[key] - cell.value for key, cell in system.cells.items()}
    return Rounded(base, values, changes, is_proven)
