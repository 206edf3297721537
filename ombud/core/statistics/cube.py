"""Facts counted: every combination that occurs, with its number. A table is a margin of a cube and nothing else."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ombud.core.statistics.codes import (
    DENSE_CELLS,
    add_up,
    cells_of,
    combine,
    count_dense,
    count_sparse,
    split,
)
from ombud.core.statistics.facts import Dimension, Facts, UnknownDimension

Where = Mapping[str, Collection[str]]


@dataclass(frozen=True, eq=False)
class Cube:
    """``cells`` are combined codes in rising order, ``counts`` how many facts each has (never 0)."""

    kind: str
    dimensions: tuple[Dimension, ...]
    cells: NDArray[np.int64]
    counts: NDArray[np.int64]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Cube):
            return NotImplemented
        same_shape = self.kind == other.kind and self.dimensions == other.dimensions
        return same_shape and np.array_equal(self.cells, other.cells) and np.array_equal(self.counts, other.counts)

    @property
    def sizes(self) -> list[int]:
        return [len(one.members) for one in self.dimensions]

    @cached_property
    def columns(self) -> Mapping[str, NDArray[np.int64]]:
        """The code of every cell in each dimension of the cube."""
        return dict(zip((one.name for one in self.dimensions), split(self.cells, self.sizes), strict=True))

    def knows(self, name: str) -> bool:
        """Whether the cube can be divided by a dimension: its own, or the parent of one of its own."""
        return any(name in (one.name, one.parent and one.parent.name) for one in self.dimensions)

    def dimension(self, name: str) -> Dimension:
        """The dimension with this name, the cube's own or a parent. ``UnknownDimension`` otherwise."""
        return self._resolve(name)[0]

    def codes(self, name: str) -> NDArray[np.int64]:
        """The code of every cell in a dimension, the cube's own or a parent."""
        return self._resolve(name)[1]

    def _resolve(self, name: str) -> tuple[Dimension, NDArray[np.int64]]:
        for one in self.dimensions:
            if one.name == name:
                return one, self.columns[name]
        for one in self.dimensions:
            if one.parent is not None and one.parent.name == name:
                return one.parent, one.parent_codes[self.columns[one.name]]
        raise UnknownDimension(name, self.kind)


def count(facts: Facts, names: Sequence[str] | None = None) -> Cube:
    """Count the facts by the dimensions named (all of them when None)."""
    dimensions = facts.dimensions if names is None else tuple(_named(facts.dimensions, name) for name in names)
    sizes = [len(one.members) for one in dimensions]
    columns = [facts.codes[one.name] for one in dimensions]
    possible = cells_of(sizes)
    if possible <= min(DENSE_CELLS, max(4096, 4 * facts.size)):
        dense = count_dense(columns, sizes, facts.size)
        cells = np.flatnonzero(dense)
        return Cube(facts.kind, dimensions, cells, dense[cells])
    return Cube(facts.kind, dimensions, *count_sparse(combine(columns, sizes, facts.size)))


def margin(cube: Cube, names: Sequence[str]) -> Cube:
    """The cube by fewer dimensions, in the order named. A parent of one of its dimensions may be named too."""
    resolved = [cube._resolve(name) for name in names]
    dimensions = tuple(one for one, _ in resolved)
    sizes = [len(one.members) for one in dimensions]
    cells_of(sizes)
    cells = combine([codes for _, codes in resolved], sizes, len(cube.cells))
    return Cube(cube.kind, dimensions, *add_up(cells, cube.counts))


def roll_up(cube: Cube, name: str, to: str) -> Cube:
    """The cube with the dimension ``name`` replaced by its parent ``to``, in the same place."""
    parent = cube.dimension(name).parent
    if parent is None or parent.name != to:
        raise UnknownDimension(to, f"members of {name}")
    return margin(cube, [to if one.name == name else one.name for one in cube.dimensions])


def select(cube: Cube, where: Where) -> Cube:
    """Only the facts that have one of the named keys in every dimension of ``where``."""
    return _kept(cube, _inside(cube, where))


def leave_out(cube: Cube, where: Where) -> Cube:
    """Only the facts that ``select`` with the same ``where`` does not take."""
    return _kept(cube, ~_inside(cube, where))


def total(cube: Cube) -> int:
    """How many facts there are."""
    return int(cube.counts.sum())


def counts_by(cube: Cube, names: Sequence[str]) -> dict[tuple[str, ...], int]:
    """The number of facts by keys of the dimensions named; combinations that do not occur are left out."""
    reduced = margin(cube, names)
    keys = [[one.members[code].key for code in reduced.columns[one.name].tolist()] for one in reduced.dimensions]
    if not keys:
        return {(): total(cube)}
    return dict(zip(zip(*keys, strict=True), reduced.counts.tolist(), strict=True))


def relabel(cube: Cube, dimensions: Iterable[Dimension]) -> Cube:
    """The same numbers with other labels and notes: each dimension is exchanged for the one of the same name, which
    must have the same keys in the same order (``ValueError``).
    """
    new = {one.name: one for one in dimensions}
    for one in cube.dimensions:
        other = new.get(one.name, one)
        if [member.key for member in one.members] != [member.key for member in other.members]:
            raise ValueError(f'The dimension "{one.name}" has other members')
    return Cube(cube.kind, tuple(new.get(one.name, one) for one in cube.dimensions), cube.cells, cube.counts)


def _inside(cube: Cube, where: Where) -> NDArray[np.bool_]:
    inside = np.ones(len(cube.cells), dtype=np.bool_)
    for name, keys in where.items():
        dimension = cube.dimension(name)
        wanted = np.zeros(len(dimension.members), dtype=np.bool_)
        wanted[[dimension.code(key) for key in keys]] = True
        inside &= wanted[cube.codes(name)]
    return inside


def _kept(cube: Cube, keep: NDArray[np.bool_]) -> Cube:
    return Cube(cube.kind, cube.dimensions, cube.cells[keep], cube.counts[keep])


def _named(dimensions: Sequence[Dimension], name: str) -> Dimension:
    for one in dimensions:
        if one.name == name:
            return one
    raise UnknownDimension(name, "facts")
