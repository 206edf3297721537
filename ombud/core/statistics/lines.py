"""The lines of a table before they are ordered and printed: counts by column, in one or two levels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ombud.core.statistics.cube import Cube, counts_by, total
from ombud.core.statistics.facts import Dimension, Member

Counts = Mapping[str, int]
Keys = tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A member with its counts. ``total`` is counted on its own, never summed from ``counts``; None is unknown."""

    key: str
    label: str
    total: int | None
    counts: Counts = field(default_factory=dict)
    note: str = ""
    is_current: bool = True
    members: tuple[str, ...] = ()
    children: tuple["Line", ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Everything that a definition may call it by, case apart."""
        return frozenset(name.casefold() for name in (self.key, self.label, *self.aliases))

    @property
    def is_stated(self) -> bool:
        return self.key != ""


def lines_of(cube: Cube, rows: Sequence[str], column: str = "") -> tuple[Line, ...]:
    """A line for every member of the (outer) row dimension, with the inner dimension's lines below it. ``column`` is
    the dimension of the columns, or "".
    """
    outer = _Level(cube, rows[:1], column)
    inner = _Level(cube, rows, column) if len(rows) == 2 else None
    lines = []
    for member in outer.dimension.members:
        line = outer.line(member, (member.key,))
        if inner is not None:
            line = replace(line, children=tuple(_children(inner, outer.dimension, member)))
        lines.append(line)
    return tuple(lines)


def total_line(cube: Cube, column: str = "") -> Line:
    """All facts by column, counted from the cube and not from the lines."""
    counts = {keys[0]: number for keys, number in counts_by(cube, [column]).items()} if column else {}
    return Line("", "", total(cube), counts)


class _Level:
    """The counts of one level of rows: without column, and by column."""

    def __init__(self, cube: Cube, rows: Sequence[str], column: str) -> None:
        self.dimension: Dimension = cube.dimension(rows[-1])
        self.totals = counts_by(cube, rows)
        self.cells: dict[Keys, dict[str, int]] = {}
        for keys, number in counts_by(cube, [*rows, column]).items() if column else ():
            self.cells.setdefault(keys[:-1], {})[keys[-1]] = number

    def line(self, member: Member, keys: Keys) -> Line:
        counts = self.cells.get(keys, {})
        return Line(
            member.key,
            member.label,
            self.totals.get(keys, 0),
            counts,
            member.note,
            member.is_current,
            aliases=member.aliases,
        )


def _children(inner: _Level, outer: Dimension, above: Member) -> list[Line]:
    belongs = inner.dimension.parent is not None and inner.dimension.parent.name == outer.name
    lines = []
    for member in inner.dimension.members:
        is_below = belongs and member.key != "" and member.parent == above.key
        line = inner.line(member, (above.key, member.key))
        if is_below or line.total:
            lines.append(line)
    return lines
