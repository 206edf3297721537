"""Members of a dimension counted as one: departments or themes that are too small to stand alone.

The key of the new member is the keys of the old ones with a plus between, so that it is still known what it gathers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ombud.core.statistics.codes import add_up, combine
from ombud.core.statistics.cube import Cube
from ombud.core.statistics.facts import Dimension, Member

PLUS = "+"


@dataclass(frozen=True)
class Merge:
    """Two or more ``keys`` of a dimension under one label."""

    dimension: str
    label: str
    keys: tuple[str, ...]


def split_keys(key: str) -> frozenset[str]:
    """The keys that a member gathers; its own where it gathers none."""
    return frozenset(key.split(PLUS))


def merge_in(cube: Cube, merges: Sequence[Merge]) -> Cube:
    """The same facts with the members merged, in dimensions of the cube and in parents of them. A merge of fewer than
    two members that the cube knows changes nothing.
    """
    for merge in merges:
        cube = _merged(cube, merge)
    return cube


def _merged(cube: Cube, merge: Merge) -> Cube:
    dimensions, columns = [], []
    for one in cube.dimensions:
        codes = cube.columns[one.name]
        if one.name == merge.dimension:
            one, places = _united(one, merge)
            codes = places[codes]
        elif one.parent is not None and one.parent.name == merge.dimension:
            one = _below_united(one, merge)
        dimensions.append(one)
        columns.append(codes)
    cells = combine(columns, [len(one.members) for one in dimensions], len(cube.cells))
    return Cube(cube.kind, tuple(dimensions), *add_up(cells, cube.counts))


def _united(dimension: Dimension, merge: Merge) -> tuple[Dimension, NDArray[np.int64]]:
    """The dimension with one member for several, in the place of the first, and the new code of every old one."""
    inside = [member for member in dimension.members if member.key in merge.keys and member.key]
    if len(inside) < 2:
        return dimension, np.arange(len(dimension.members))
    names = dict.fromkeys(name for member in inside for name in (member.label, *member.aliases))
    new = Member(
        PLUS.join(member.key for member in inside),
        merge.label,
        inside[0].parent,
        note="; ".join(dict.fromkeys(member.note for member in inside if member.note)),
        is_current=any(member.is_current for member in inside),
        aliases=tuple(names),
    )
    members: list[Member] = []
    places = []
    for member in dimension.members:
        if member in inside:
            if new not in members:
                members.append(new)
            places.append(members.index(new))
        else:
            members.append(member)
            places.append(len(members) - 1)
    return replace(dimension, members=tuple(members)), np.array(places, dtype=np.int64)


def _below_united(dimension: Dimension, merge: Merge) -> Dimension:
    assert dimension.parent is not None
    parent, places = _united(dimension.parent, merge)
    keys = {old.key: parent.members[place].key for old, place in zip(dimension.parent.members, places, strict=True)}
    members = tuple(replace(member, parent=keys[member.parent]) for member in dimension.members)
    return replace(dimension, members=members, parent=parent)
