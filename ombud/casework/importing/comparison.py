"""What the file says against what the register has, field by field and with the last import as the third voice."""

import json
from dataclasses import dataclass, field
from typing import Any

State = dict[str, Any]
"""The codes of a registration as JSON holds them: days in ISO form, rows by their keys, matters as a list."""
UNTOUCHED: tuple[Any, ...] = (None, False, "", "person", [])
"""What a field has that no import filled and nobody changed."""


@dataclass(slots=True)
class Draft:
    """What the file says of one registration. ``row`` is its first row, ``key`` its content where it has no number."""

    state: State
    row: int
    number: tuple[int, int] | None = None
    key: str = ""


class Known:
    """A registration in the register. ``base`` is how the last import left it; None when no import made it. It may be
    given as JSON text, which is read only when it is asked for.
    """

    __slots__ = ("_base", "key", "label", "pk", "state")

    def __init__(self, pk: int, label: str, state: State, base: State | str | None, key: str = "") -> None:
        self.pk, self.label, self.state, self.key = pk, label, state, key
        self._base = base

    @property
    def base(self) -> State | None:
        if isinstance(self._base, str):
            self._base = json.loads(self._base)
        return self._base  # type: ignore[return-value]

    @property
    def is_imported(self) -> bool:
        return self._base is not None


@dataclass(slots=True)
class Pair:
    """A registration that both have. ``changes`` will be written, ``kept`` was corrected by hand and stays."""

    draft: Draft
    known: Known
    changes: dict[str, list[Any]] = field(default_factory=dict)
    kept: dict[str, list[Any]] = field(default_factory=dict)


@dataclass(slots=True)
class Comparison:
    """What an import would do. ``missing`` were imported before and are not in the file; they stay."""

    new: list[Draft]
    pairs: list[Pair]
    missing: list[Known]

    @property
    def changed(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.changes]

    @property
    def with_kept(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.kept]


def compare(draft: Draft, known: Known, *, file_wins: bool) -> Pair:
    """Three-way: only the file changed it: it changes. A hand changed it since the last import: it is kept, unless
    ``file_wins``. Fields that the file does not have are left alone.
    """
    pair = Pair(draft, known)
    if draft.state == known.state:
        return pair
    base, theirs, mine = flat(known.base or {}), flat(draft.state), flat(known.state)
    if _matters(theirs) != _matters(mine):
        theirs, mine, base = (_with_whole_matters(one) for one in (theirs, mine, base))
    for name in theirs:
        file, register = theirs[name], mine.get(name)
        if file == register:
            continue
        if file_wins or _is_as_imported(name, register, base, known):
            pair.changes[name] = [register, file]
        else:
            pair.kept[name] = [register, file]
    return pair


def _is_as_imported(name: str, register: Any, base: State, known: Known) -> bool:
    if known.base is None:
        return False
    return base[name] == register if name in base else register in UNTOUCHED


def flat(state: State) -> State:
    """The matters' fields beside the others, as ``matters.2.theme``; ``matters`` is their number."""
    if "matters" not in state:
        return state
    flattened = {name: value for name, value in state.items() if name != "matters"}
    for position, matter in enumerate(state["matters"], start=1):
        flattened |= {f"matters.{position}.{name}": value for name, value in matter.items()}
    return flattened | {"matters": len(state["matters"])}


def _matters(flattened: State) -> Any:
    return flattened.get("matters")


def _with_whole_matters(flattened: State) -> State:
    """With another number of matters they cannot be told apart one by one: they count as one field."""
    rest = {name: value for name, value in flattened.items() if not name.startswith("matters")}
    if "matters" not in flattened:
        return rest
    whole: list[State] = [{} for _ in range(flattened["matters"])]
    for name, value in flattened.items():
        if name.startswith("matters."):
            _prefix, position, field_name = name.split(".")
            whole[int(position) - 1][field_name] = value
    return rest | {"matters": whole}


def merged(pair: Pair) -> State:
    """The register's state with the changes made."""
    current = flat(pair.known.state)
    if "matters" in pair.changes:
        current = _with_whole_matters(current)
    current = current | {name: after for name, (_before, after) in pair.changes.items()}
    return current if isinstance(current.get("matters", []), list) else _with_whole_matters(current)
