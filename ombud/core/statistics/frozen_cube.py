"""A cube as plain JSON and back again, exactly: how an edition keeps its numbers for ever."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from ombud.core.statistics.cube import Cube
from ombud.core.statistics.facts import Dimension, Member

FORMAT = 1


def to_json(cube: Cube) -> dict[str, Any]:
    """The cube as dictionaries, lists, strings and whole numbers only."""
    return {
        "format": FORMAT,
        "kind": cube.kind,
        "dimensions": [_dimension_to_json(one) for one in cube.dimensions],
        "cells": cube.cells.tolist(),
        "counts": cube.counts.tolist(),
    }


def from_json(data: Mapping[str, Any]) -> Cube:
    """The cube that ``to_json`` made. ``ValueError`` when it is of another format or its cells do not fit."""
    if data.get("format") != FORMAT:
        raise ValueError(f"A frozen cube of format {data.get('format')!r} cannot be read")
    cells = np.array(data["cells"], dtype=np.int64)
    counts = np.array(data["counts"], dtype=np.int64)
    cube = Cube(data["kind"], tuple(_dimension_from_json(one) for one in data["dimensions"]), cells, counts)
    if len(cells) != len(counts) or (np.diff(cells) <= 0).any() or (counts <= 0).any():
        raise ValueError("A frozen cube is damaged: its cells and counts do not fit together")
    if len(cells) and (cells[0] < 0 or cells[-1] >= int(np.prod([1, *cube.sizes], dtype=object))):
        raise ValueError("A frozen cube is damaged: a cell lies outside its dimensions")
    return cube


def _dimension_to_json(dimension: Dimension) -> dict[str, Any]:
    return {
        "name": dimension.name,
        "label": dimension.label,
        "members": [
            [one.key, one.label, one.parent, one.note, one.is_current, list(one.aliases)] for one in dimension.members
        ],
        "parent": dimension.parent and _dimension_to_json(dimension.parent),
    }


def _dimension_from_json(data: Mapping[str, Any]) -> Dimension:
    parent = data["parent"]
    return Dimension(
        data["name"],
        data["label"],
        tuple(
            Member(key, label, parent, note, current, tuple(aliases))
            for key, label, parent, note, current, aliases in data["members"]
        ),
        _dimension_from_json(parent) if parent else None,
    )
