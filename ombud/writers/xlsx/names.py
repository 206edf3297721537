"""Sheet names: at most 31 letters, none of []:*?/\\, each used once."""

import re

from ombud.writers.plain import plain

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
MOST = 31


class SheetNames:
    """Gives every sheet its own name."""

    def __init__(self) -> None:
        self._taken: set[str] = {"history"}

    def name(self, lead: str, rest: str = "") -> str:
        """ "Tabel 2 Sager fordelt efter" cut at a word; a number is added where the name is taken."""
        wanted = _FORBIDDEN.sub(" ", plain(f"{lead} {rest}"))
        wanted = " ".join(wanted.split()).strip("'") or "Ark"
        name = _cut(wanted, MOST)
        place = 2
        while name.casefold() in self._taken:
            name = f"{_cut(wanted, MOST - 3)} {place}"
            place += 1
        self._taken.add(name.casefold())
        return name


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[: most + 1].rsplit(" ", 1)[0]
    return (cut if len(cut) > most // 2 else text[:most]).strip("' ")
