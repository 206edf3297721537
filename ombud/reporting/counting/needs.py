"""Which dimensions a table needs, and cubes of no more than those: an edition keeps counts, never rows."""

from collections.abc import Iterable, Mapping

from ombud.core.statistics.cube import Cube, margin
from ombud.core.statistics.definitions import TableDefinition
from ombud.core.statistics.facts import APPEAL_DECISIONS, APPEAL_REMARKS, MATTERS

# What every table may state of itself: the enquiries behind the matters, the decisions behind the remarks.
ALWAYS = {MATTERS: ("role",), APPEAL_DECISIONS: ("outcome",), APPEAL_REMARKS: ("remark",)}


def needed_dimensions(definition: TableDefinition) -> tuple[str, ...]:
    """The dimensions that rows, columns and filters name, in order."""
    return definition.dimensions


def narrowed(cubes: Mapping[str, Cube], definition: TableDefinition) -> dict[str, Cube]:
    """The cubes by the dimensions the table needs and nothing else. ``UnknownDimension`` when one is not registered."""
    return {kind: _narrow(cube, definition) for kind, cube in cubes.items()}


def _narrow(cube: Cube, definition: TableDefinition) -> Cube:
    names = list(ALWAYS.get(cube.kind, ()))
    if cube.kind == definition.kind:
        names += needed_dimensions(definition)
    elif cube.kind not in ALWAYS:
        names = [cube.dimensions[0].name]
    return margin(cube, _without_parents(cube, dict.fromkeys(names)))


def _without_parents(cube: Cube, names: Iterable[str]) -> list[str]:
    """A theme need not be kept beside its subthemes: it follows from them."""
    wanted = list(names)
    parents = {parent.name for name in wanted if (parent := cube.dimension(name).parent) is not None}
    own = {one.name for one in cube.dimensions}
    return [name for name in wanted if name not in parents or name in own]
