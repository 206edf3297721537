"""Every count that a release tells or lets anyone work out, and the sums that bind them: one system."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a count stands in a release.

    - PRINTED: printed, unless protection hides it.
    - FORCED: printed whatever happens: the office has decided so, or an earlier release told it already.
    - HIDDEN: an earlier release hid it; it stays hidden.
    - IMPLIED: never printed, yet a difference of printed counts (main matters when all and follow-on matters are
      told). It cannot be shown or hidden, only be recoverable or not; all that is known of it is that it is not
      negative.
    """

    PRINTED = "printed"
    FORCED = "forced"
    HIDDEN = "hidden"
    IMPLIED = "implied"


@dataclass(frozen=True)
class Cell:
    """One count. ``label`` names it for people; it never reaches a solver."""

    value: int
    standing: Standing = Standing.PRINTED
    label: str = ""


@dataclass(frozen=True)
class Relation:
    """``total`` is the sum of ``parts`` (keys of cells)."""

    total: str
    parts: tuple[str, ...]


class NotAdditive(ValueError):
    """Parts that do not make their total. ``place`` names the total, ``parts`` is their sum, ``total`` what it should
    be, ``difference`` total less parts.
    """

    def __init__(self, place: str, parts: int, total: int) -> None:
        super().__init__(f"{place}: the parts give {parts}, the total is {total}, the difference {total - parts}")
        self.place, self.parts, self.total = place, parts, total

    @property
    def difference(self) -> int:
        return self.total - self.parts


@dataclass(frozen=True)
class System:
    """Cells by key with their relations. ``ValueError`` at a negative count or an unknown key, ``NotAdditive`` at parts
    that do not make their total.
    """

    cells: Mapping[str, Cell]
    relations: tuple[Relation, ...]

    def __post_init__(self) -> None:
        for key, cell in self.cells.items():
            if cell.value < 0:
                raise ValueError(f"{cell.label or key}: {cell.value} is negative")
        for one in self.relations:
            for key in (one.total, *one.parts):
                if key not in self.cells:
                    raise ValueError(f'There is no cell "{key}"')
            parts = sum(self.cells[key].value for key in one.parts)
            whole = self.cells[one.total]
            if parts != whole.value:
                raise NotAdditive(whole.label or one.total, parts, whole.value)
