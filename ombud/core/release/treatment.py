"""What an office chooses instead of hiding more: coarser tables, members counted as one, rounded numbers."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from ombud.core.statistics.cube import Cube
from ombud.core.statistics.definitions import TableDefinition
from ombud.core.statistics.inputs import Inputs, PeriodData
from ombud.core.statistics.merging import Merge, merge_in

ROUNDINGS = (0, 3, 5)


@dataclass(frozen=True)
class Treatment:
    """``coarser`` names tables shown by their outer rows only, ``merges`` hold for every table, ``rounding`` is the
    base that every number is rounded to (0: none is). ``ValueError`` at another base.
    """

    coarser: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    rounding: int = 0

    def __post_init__(self) -> None:
        if self.rounding not in ROUNDINGS:
            raise ValueError(f"Numbers are rounded to 3 or 5, not to {self.rounding}")

    @property
    def is_plain(self) -> bool:
        """Whether nothing but hiding is chosen."""
        return not (self.coarser or self.merges or self.rounding)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


PLAIN = Treatment()


def treatment_from_json(data: Mapping[str, Any]) -> Treatment:
    """The choice as it was kept; an empty one where nothing was."""
    merges = tuple(Merge(one["dimension"], one["label"], tuple(one["keys"])) for one in data.get("merges", ()))
    return Treatment(tuple(data.get("coarser", ())), merges, data.get("rounding", 0))


def treat(definition: TableDefinition, inputs: Inputs, treatment: Treatment) -> tuple[TableDefinition, Inputs]:
    """A table's definition and cubes with the choice made in them; rounding comes after."""
    if definition.name in treatment.coarser and len(definition.rows) > 1:
        definition = replace(definition, rows=definition.rows[:1])
    if treatment.merges:
        earlier = tuple(_merged(one, treatment) for one in inputs.earlier)
        inputs = replace(inputs, now=_merged(inputs.now, treatment), earlier=earlier)
    return definition, inputs


def _merged(data: PeriodData, treatment: Treatment) -> PeriodData:
    cubes: dict[str, Cube] = {kind: merge_in(cube, treatment.merges) for kind, cube in data.cubes.items()}
    return replace(data, cubes=cubes)
