"""Where the hidden numbers of a table stand, and a short name for each in the address of the page that says why."""

from hashlib import sha256

from ombud.core.statistics.hiding import Place
from ombud.core.statistics.table import HIDDEN, TOTAL_ROW, Row
from ombud.reporting.releases.released import Released


def holes(released: Released, table: str) -> dict[Place, str]:
    """The key of the hidden count at each place of the table that has one, in the order of reading."""
    found, printed = {}, released.statistics.tables[table]
    for (row, column), keys in released.release.places.get(table, {}).items():
        if not TOTAL_ROW <= row < len(printed.rows) or column >= len(printed.columns):
            continue
        cells = printed.total if row == TOTAL_ROW else printed.rows[row].cells
        hidden = next((key for key in keys if key in released.hidden), None)
        if hidden is not None and cells and cells[column] is HIDDEN:
            found[row, column] = hidden
    return found


def by_row(released: Released, table: str) -> dict[tuple[Row | None, int], str]:
    """The same by the row itself (None: the total), for a table whose rows may stand in another order."""
    rows = released.statistics.tables[table].rows
    return {
        (None if row == TOTAL_ROW else rows[row], column): key for (row, column), key in holes(released, table).items()
    }


def name_of(key: str) -> str:
    """A short name for the key of a cell."""
    return sha256(key.encode()).hexdigest()[:16]


def key_named(released: Released, name: str) -> str | None:
    """The key of the hidden count with this name; None where nothing of that name is hidden."""
    cells = released.release.system.cells
    return next((key for key in released.hidden if name_of(key) == name and key in cells), None)
