"""What a table counts of all there is: its filters with names turned into keys, applied to a cube."""

from collections.abc import Mapping
from dataclasses import dataclass

from ombud.core.numbers import number_text
from ombud.core.statistics.cube import Cube, leave_out, select, total
from ombud.core.statistics.definitions import Exclusion, TableDefinition, text_in
from ombud.core.statistics.facts import MATTERS, Dimension
from ombud.core.statistics.inputs import Inputs
from ombud.core.statistics.table import CountedNote
from ombud.core.words import Words

ROLE = "role"
MAIN = "main"


@dataclass(frozen=True)
class Filtered:
    """The facts that a table counts. ``where`` and ``left_out`` hold keys; ``conditions`` says the filters in words
    (the role that makes enquiries of matters is not said), ``notes`` the rule of each exclusion with its number.
    """

    cube: Cube
    where: Mapping[str, tuple[str, ...]]
    left_out: tuple[Mapping[str, tuple[str, ...]], ...]
    conditions: str
    notes: tuple[CountedNote, ...]

    def allows(self, dimension: Dimension, key: str) -> bool:
        """Whether a member of a dimension can be counted at all under these filters."""
        parent = dimension.parent
        above = dimension.members[dimension.code(key)].parent
        for inside, where in [(True, self.where), *((False, one) for one in self.left_out if len(one) == 1)]:
            if dimension.name in where and (key in where[dimension.name]) != inside:
                return False
            if parent is not None and parent.name in where and (above in where[parent.name]) != inside:
                return False
        return True


def apply_filters(cube: Cube, definition: TableDefinition, inputs: Inputs, words: Words) -> Filtered:
    """The facts that the table is about. ``UnknownDimension`` when a filter uses a dimension that is not registered.
    A member that the municipality does not have selects nothing and excludes nothing.
    """
    where = _keys(cube, definition.where)
    conditions = _conditions(cube, where)
    if definition.kind == MATTERS and definition.unit == "enquiries":
        where[ROLE] = (MAIN,)
    kept = select(cube, where)
    left_out: list[Mapping[str, tuple[str, ...]]] = []
    notes = []
    for exclusion in definition.exclude:
        keys = {name: found for name, found in _keys(cube, exclusion.where).items() if found}
        if len(keys) < len(exclusion.where):
            continue
        number = total(select(kept, keys))
        kept = leave_out(kept, keys)
        note, without = _exclusion_note(exclusion, cube, keys, number, definition.unit, inputs, words)
        notes.append(CountedNote(note, without, number, _both(where, keys), tuple(left_out)))
        left_out.append(keys)
    return Filtered(kept, where, tuple(left_out), conditions, tuple(notes))


def _keys(cube: Cube, where: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    keys = {}
    for name, wanted in where.items():
        found = (cube.dimension(name).find(one) for one in wanted)
        keys[name] = tuple(key for key in found if key is not None)
    return keys


def _both(one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What passes both filters."""
    shared = {name: tuple(key for key in keys if key in one[name]) for name, keys in other.items() if name in one}
    return {**one, **other, **shared}


def _conditions(cube: Cube, where: Mapping[str, tuple[str, ...]]) -> str:
    parts = []
    for name, keys in where.items():
        dimension = cube.dimension(name)
        labels = [dimension.members[dimension.code(key)].label for key in keys]
        parts.append(f"{dimension.label}: {', '.join(labels) or '–'}")
    return "; ".join(parts)


def _exclusion_note(
    exclusion: Exclusion,
    cube: Cube,
    keys: Mapping[str, tuple[str, ...]],
    number: int,
    unit: str,
    inputs: Inputs,
    words: Words,
) -> tuple[str, str]:
    """With its number, and without."""
    what = _conditions(cube, keys)
    note = words.gettext("Left out: %(what)s (%(number)s %(unit)s).") % {
        "what": what,
        "number": number_text(number, words.get_language()),
        "unit": inputs.unit_name(unit, number, words),
    }
    rule = text_in(exclusion.rule, words.get_language())
    without = words.gettext("Left out: %(what)s.") % {"what": what}
    return " ".join(filter(None, (note, rule))), " ".join(filter(None, (without, rule)))
