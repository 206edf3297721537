"""Many groupings of the same facts in few passes: groupings share a larger one as long as it stays small.

The finest grouping of all is larger than the facts themselves, so counting once by everything does not pay. A few
*cuboids* of modest size cover all groupings asked for; each grouping is then a sum over axes of its cuboid.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from ombud.core.statistics.codes import count_dense
from ombud.core.statistics.cube import Cube, count, margin
from ombud.core.statistics.facts import Dimension, Facts

CUBOID_CELLS = 1 << 15

Grouping = tuple[str, ...]


def count_groupings(facts: Facts, groupings: Iterable[Sequence[str]]) -> dict[Grouping, Cube]:
    """A cube for every grouping asked for. A grouping may name the parent of a dimension of the facts."""
    wanted = [tuple(grouping) for grouping in groupings]
    source = _sources(facts)
    sizes = {one.name: len(one.members) for one in facts.dimensions}
    needs = {grouping: frozenset(source[name] for name in grouping) for grouping in wanted}
    counted: dict[Grouping, Cube] = {}
    for cuboid in cover(needs.values(), sizes):
        inside = [grouping for grouping in wanted if grouping not in counted and needs[grouping] <= cuboid]
        counted.update(_count_cuboid(facts, cuboid, inside))
    return {grouping: counted[grouping] for grouping in wanted}


def cover(needs: Iterable[frozenset[str]], sizes: Mapping[str, int]) -> list[frozenset[str]]:
    """A few sets of dimensions that contain every set needed. Sets are united, largest first, where the union stays
    within ``CUBOID_CELLS`` or is no larger than the bigger of the two; a set above the limit stands alone.
    """

    def cells(names: frozenset[str]) -> int:
        return prod(sizes[name] for name in names)

    cuboids: list[frozenset[str]] = []
    for need in sorted(set(needs), key=lambda names: (-cells(names), sorted(names))):
        fits = [place for place, one in enumerate(cuboids) if cells(one | need) <= max(CUBOID_CELLS, cells(one))]
        if fits:
            best = min(fits, key=lambda place: cells(cuboids[place] | need) - cells(cuboids[place]))
            cuboids[best] |= need
        else:
            cuboids.append(need)
    return cuboids


def _sources(facts: Facts) -> dict[str, str]:
    source = {one.parent.name: one.name for one in facts.dimensions if one.parent is not None}
    return source | {one.name: one.name for one in facts.dimensions}


def _count_cuboid(facts: Facts, cuboid: frozenset[str], groupings: Sequence[Grouping]) -> dict[Grouping, Cube]:
    dimensions = tuple(one for one in facts.dimensions if one.name in cuboid)
    names = [one.name for one in dimensions]
    sizes = [len(one.members) for one in dimensions]
    if prod(sizes) > max(CUBOID_CELLS, facts.size):
        sparse = count(facts, names)
        return {grouping: margin(sparse, grouping) for grouping in groupings}
    dense = count_dense([facts.codes[name] for name in names], sizes, facts.size).reshape(sizes)
    return {grouping: _margin_of(dense, facts.kind, dimensions, grouping) for grouping in groupings}


def _margin_of(dense: NDArray[np.int64], kind: str, dimensions: Sequence[Dimension], grouping: Grouping) -> Cube:
    kept = [one for one in dimensions if one.name in grouping or (one.parent and one.parent.name in grouping)]
    axes = tuple(place for place, one in enumerate(dimensions) if one not in kept)
    reduced = dense.sum(axis=axes).ravel()
    cells = np.flatnonzero(reduced)
    cube = Cube(kind, tuple(kept), cells, reduced[cells])
    return cube if tuple(one.name for one in kept) == grouping else margin(cube, grouping)
