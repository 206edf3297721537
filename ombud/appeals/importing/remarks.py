"""Several remarks in one cell."""

import re
from collections.abc import Callable

from ombud.casework.importing.cells import text
from ombud.casework.importing.names import Names
from ombud.readers import CellValue

CERTAIN = re.compile(r"[|;+\n]")
POSSIBLE = (re.compile(r",|/"), re.compile(r"\bog\b|\band\b|&"))
"""Signs that may also stand inside a name: a text is split at them only where it is no name as it stands."""


def remarks_reader(names: Names, message: str) -> Callable[[CellValue], tuple[int, ...]]:
    """Reads a cell to the keys of its remarks, each once and in a fixed order."""

    def read(value: CellValue) -> tuple[int, ...]:
        whole = str(value) if isinstance(value, str) else text(value)
        keys: set[int] = set()
        for part in CERTAIN.split(whole):
            keys |= _keys(names, text(part), message)
        return tuple(sorted(keys))

    return read


def _keys(names: Names, part: str, message: str, level: int = 0) -> set[int]:
    part = part.strip(" .,")
    if not part or names.means_nothing(part):
        return set()
    if entries := names.find(part):
        return {entries[0].key}
    if level < len(POSSIBLE):
        pieces = POSSIBLE[level].split(part)
        if len(pieces) == 1 or all(_is_known(names, piece, level + 1) for piece in pieces):
            return set().union(*(_keys(names, piece, message, level + 1) for piece in pieces))
    raise names.unknown(part, message)


def _is_known(names: Names, part: str, level: int) -> bool:
    stripped = part.strip(" .,")
    if not stripped or names.find(stripped) or names.means_nothing(stripped):
        return True
    if level >= len(POSSIBLE):
        return False
    pieces = POSSIBLE[level].split(stripped)
    return len(pieces) > 1 and all(_is_known(names, piece, level + 1) for piece in pieces)
