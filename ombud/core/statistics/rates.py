"""Numbers by the month while the function was open: what periods of unequal length are compared by (R234).

No rate is given of fewer than three, and one of fewer than twenty is marked as unreliable.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ombud.core.comparison.verdicts import FEWEST_FOR_A_RATE, FEWEST_UNMARKED
from ombud.core.statistics.periods import Period, rate
from ombud.core.statistics.table import HIDDEN, CellValue, Column, Table
from ombud.core.words import Words

RATE = "rate"
DECIMALS = 1


def rates_of(numbers: Iterable[CellValue], period: Period) -> list[CellValue]:
    """The rate of every number; None below three, where it is not known and where the function was never open."""
    return [rate(one, period) if isinstance(one, int) and one >= FEWEST_FOR_A_RATE else None for one in numbers]


def rate_column(key: str, label: str, of: str, span: str = "") -> Column:
    """A column of rates, worked out from the column ``of``."""
    return Column(key, label, RATE, decimals=DECIMALS, span=span, of=of)


def without_rates(table: Table) -> Table:
    """The table with every rate hidden whose number is; a dash too, since it would tell that there are few."""
    keys = {column.key: at for at, column in enumerate(table.columns)}
    sources = [keys.get(column.of) if column.unit == RATE else None for column in table.columns]

    def hidden(cells: tuple[CellValue, ...]) -> tuple[CellValue, ...]:
        return tuple(
            HIDDEN if source is not None and cells[source] is HIDDEN else cell
            for cell, source in zip(cells, sources, strict=True)
        )

    rows = tuple(replace(row, cells=hidden(row.cells)) for row in table.rows)
    return replace(table, rows=rows, total=hidden(table.total) if table.total else ())


def marks(table: Table, words: Words) -> Iterable[str]:
    """Which printed rates are missing or unreliable because there are too few behind them."""
    pairs = [
        (at, source)
        for at, column in enumerate(table.columns)
        if column.unit == RATE
        for source, other in enumerate(table.columns)
        if other.key == column.of
    ]
    lines = [(row.label, row.cells) for row in table.rows]
    if table.has_total:
        lines.append((table.total_label, table.total))
    if _labels(lines, pairs, 1, FEWEST_FOR_A_RATE):
        text = words.gettext("No rate is given where there are fewer than %(least)s.")
        yield text % {"least": FEWEST_FOR_A_RATE}
    uncertain = _labels(lines, pairs, FEWEST_FOR_A_RATE, FEWEST_UNMARKED)
    if uncertain:
        text = words.gettext("Rates of fewer than %(least)s are unreliable: %(labels)s.")
        yield text % {"least": FEWEST_UNMARKED, "labels": "; ".join(uncertain)}


def _labels(
    lines: Sequence[tuple[str, tuple[CellValue, ...]]], pairs: Sequence[tuple[int, int]], least: int, below: int
) -> list[str]:
    """The lines that have a printed number from ``least`` up to ``below`` behind a rate."""
    return [
        label
        for label, cells in lines
        if any(isinstance(number := cells[source], int) and least <= number < below for _, source in pairs)
    ]
