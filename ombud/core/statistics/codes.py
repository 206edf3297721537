"""One whole number for a combination of codes, as the odometer of a car: the last dimension runs fastest."""

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from ombud.core.statistics.facts import Codes

LARGEST = 2**62
DENSE_CELLS = 1 << 22
CHUNK_ROWS = 1 << 16


def cells_of(sizes: Sequence[int]) -> int:
    """How many combinations there are. ``OverflowError`` when they cannot be numbered."""
    cells = prod(sizes)
    if cells > LARGEST:
        raise OverflowError("Too many dimensions to count in one cube")
    return cells


def combine(columns: Sequence[Codes], sizes: Sequence[int], rows: int) -> NDArray[np.int64]:
    """The combined code of every row."""
    combined = np.zeros(rows, dtype=np.int64)
    for column, size in zip(columns, sizes, strict=True):
        combined *= size
        combined += column
    return combined


def split(cells: NDArray[np.int64], sizes: Sequence[int]) -> list[NDArray[np.int64]]:
    """The codes that a combined code was made of, one array per dimension."""
    columns: list[NDArray[np.int64]] = []
    rest = cells
    for size in reversed(sizes):
        rest, column = np.divmod(rest, size)
        columns.append(column)
    return columns[::-1]


def count_dense(columns: Sequence[Codes], sizes: Sequence[int], rows: int) -> NDArray[np.int64]:
    """The number of rows in every combination, zeros included. Rows are taken in pieces that stay in the processor's
    cache; a piece is never smaller than the result, so that adding up does not cost more than counting.
    """
    cells = prod(sizes)
    counts = np.zeros(cells, dtype=np.int64)
    step = max(CHUNK_ROWS, 2 * cells)
    for start in range(0, rows, step):
        stop = min(start + step, rows)
        piece = combine([column[start:stop] for column in columns], sizes, stop - start)
        counts += np.bincount(piece, minlength=cells)
    return counts


def count_sparse(cells: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different combined codes in order, and how often each occurs."""
    found, counts = np.unique(cells, return_counts=True)
    return found, counts.astype(np.int64)


def add_up(cells: NDArray[np.int64], counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Cells that occur several times united, in order, their counts added as whole numbers."""
    if not len(cells):
        return cells, counts
    order = np.argsort(cells, kind="stable")
    ordered = cells[order]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    return ordered[starts], np.add.reduceat(counts[order], starts)
