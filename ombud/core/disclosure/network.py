"""Whether the sums make a network: every cell an arc between two sums (or one sum and the outside).

Then every bound that a reader can work out is a whole number and a question of paths (Gusfield 1988). A theme and
subtheme table by departments is a network, and one more table by the same departments still is; hierarchies on both
sides and tables in three ways are not.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from ombud.core.disclosure.attack import Row
from ombud.core.disclosure.redundancy import null_combinations, rows_of_cells, without


@dataclass(frozen=True)
class Network:
    """Cell ``c`` is an arc from ``tails[c]`` to ``heads[c]``; one more in it is one unit along the arc. The sums are
    the nodes, the last node is the outside.
    """

    tails: tuple[int, ...]
    heads: tuple[int, ...]
    nodes: int


def as_network(rows: Sequence[Row], cells: int) -> Network | None:
    """The network of the sums, sums that follow from the others left out; None when none was found."""
    thinned = _thinned(rows, cells)
    if thinned is None or any(abs(sign) != 1 for row in thinned for _, sign in row):
        return None
    occurrences = rows_of_cells(thinned, cells)
    turned = _orient(len(thinned), occurrences)
    if turned is None:
        return None
    outside = len(thinned)
    tails, heads = [outside] * cells, [outside] * cells
    for cell, found in enumerate(occurrences):
        for row, sign in found:
            if sign * turned[row] > 0:
                heads[cell] = row
            else:
                tails[cell] = row
    return Network(tuple(tails), tuple(heads), outside + 1)


def _thinned(rows: Sequence[Row], cells: int) -> Sequence[Row] | None:
    """The rows without such as follow from the others, until no cell stands in more than two."""
    crowded = {cell for cell, found in enumerate(rows_of_cells(rows, cells)) if len(found) > 2}
    if not crowded:
        return rows
    combinations = null_combinations(rows, cells)
    count = [0] * cells
    for row in rows:
        for cell, _ in row:
            count[cell] += 1
    dropped: set[int] = set()
    while any(count[cell] > 2 for cell in crowded):
        redundant = sorted({row for one in combinations for row in one})
        if not redundant:
            return None
        relief = {row: sum(count[cell] > 2 for cell, _ in rows[row]) for row in redundant}
        best = max(redundant, key=lambda row: (relief[row], row))
        if not relief[best]:
            return None
        combinations = without(combinations, best)
        dropped.add(best)
        for cell, _ in rows[best]:
            count[cell] -= 1
    return [row for number, row in enumerate(rows) if number not in dropped]


def _orient(size: int, occurrences: Sequence[Sequence[tuple[int, int]]]) -> list[int] | None:
    """A sign for every row so that each cell enters one and leaves the other; None when there is none."""
    ties: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for found in occurrences:
        if len(found) == 2:
            (one, sign), (other, opposite) = found
            ties[one].append((other, -sign * opposite))
            ties[other].append((one, -sign * opposite))
    turned = [0] * size
    for start in range(size):
        if turned[start]:
            continue
        turned[start] = 1
        waiting = deque([start])
        while waiting:
            row = waiting.popleft()
            for other, sign in ties[row]:
                if not turned[other]:
                    turned[other] = turned[row] * sign
                    waiting.append(other)
                elif turned[other] != turned[row] * sign:
                    return None
    return turned
