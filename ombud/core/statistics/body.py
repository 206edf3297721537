"""The inside of a table: columns, rows and total, before caption and basis are put around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ombud.core.statistics.compared import Compared
from ombud.core.statistics.lines import Line
from ombud.core.statistics.table import CellValue, Column, CountedNote, Difference, Origin, Row

Cells = tuple[CellValue, ...]


@dataclass(frozen=True)
class Body:
    """``origin`` None: that of the reported period. ``has_total`` False: the rows are not parts of anything."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Cells
    notes: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    origin: Origin | None = None
    columns_add_up: bool = True
    has_total: bool = True
    counted_notes: tuple[CountedNote, ...] = ()
    compared: Compared | None = None


def flat(lines: Sequence[Line], level: int = 0) -> list[tuple[int, Line]]:
    """Lines and those below them in the order of printing, with their level."""
    found: list[tuple[int, Line]] = []
    for line in lines:
        found.append((level, line))
        found.extend(flat(line.children, level + 1))
    return found


def rows_of(lines: Sequence[Line], cells: Sequence[Cells]) -> tuple[Row, ...]:
    """Printed rows of lines (both levels) with their cells in the order of printing."""
    return tuple(
        Row(line.key, line.label, level, row, line.note, line.members)
        for (level, line), row in zip(flat(lines), cells, strict=True)
    )
