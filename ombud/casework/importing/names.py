"""Finding a row of the set-up by the name a register uses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from ombud.casework.importing.personal import has_cpr_number

NOT_STATED = "none"
MOST_SUGGESTIONS = 3
MOST_SEARCHED = 2_000
"""Different unknown names of one file for which the nearest are looked up: more are no misspellings."""
LONGEST_NAME = 200
LEAST_LIKENESS = 55
"""Per cent; below it a name is not worth offering."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the set-up: its key, its name, the names it answers to, its days as ISO text ("" and "9" are open)."""

    key: int
    name: str
    names: tuple[str, ...]
    starts: str = ""
    ends: str = "9"
    parent: int | None = None


class Unknown(Exception):
    """A name that stands for nothing here: the message, and the nearest names as (key, name)."""

    def __init__(self, message: str, value: str = "", suggestions: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.message, self.value, self.suggestions = message, value, suggestions


def fold(name: str) -> str:
    """A name without case, double spaces and closing points; ``&`` and ``og`` are the same."""
    return " ".join(name.casefold().replace("&", " og ").split()).rstrip(" .:")


class Names:
    """The names of one kind of thing, with what the municipality mapped by hand (folded value -> key)."""

    def __init__(self, entries: Iterable[Entry], mapped: Mapping[str, str]) -> None:
        self.entries = {entry.key: entry for entry in entries}
        self._by_key = {str(key): entry for key, entry in self.entries.items()}
        self.mapped = mapped
        self._searched = 0
        self._known: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            for name in dict.fromkeys(fold(name) for name in (entry.name, *entry.names) if name):
                self._known.setdefault(name, []).append(entry)

    def find(self, name: str) -> list[Entry]:
        """Every row that answers to the name; what was mapped by hand comes first. Empty when it is unknown."""
        folded = fold(name)
        chosen = self.mapped.get(folded)
        entry = self._by_key.get(chosen) if chosen is not None else None
        if entry is not None:
            return [entry]
        return self._known.get(folded, [])

    def means_nothing(self, name: str) -> bool:
        """Whether the municipality said that this value is *not stated*."""
        return self.mapped.get(fold(name)) == NOT_STATED

    def unknown(self, name: str, message: str) -> Unknown:
        """The refusal of a name, with the nearest ones; ``message`` has a place for %(name)s."""
        if has_cpr_number(name):
            return Unknown(cpr_refusal())
        if len(name) > LONGEST_NAME:
            return Unknown(_("The text is longer than %(most)d characters.") % {"most": LONGEST_NAME})
        self._searched += 1
        if self._searched > MOST_SEARCHED:
            return Unknown(message % {"name": name}, name)
        nearest = process.extract(
            fold(name), list(self._known), scorer=fuzz.WRatio, limit=9, score_cutoff=LEAST_LIKENESS
        )
        found = dict.fromkeys(entry.key for match, _score, _place in nearest for entry in self._known[match])
        offered = tuple((str(key), self.entries[key].name) for key in list(found)[:MOST_SUGGESTIONS])
        text = message % {"name": name}
        if offered:
            near = ", ".join(_("“%(name)s”") % {"name": name} for _key, name in offered)
            text += " " + _("Nearest: %(names)s.") % {"names": near}
        return Unknown(text, name, offered)


def cpr_refusal() -> str:
    """What is said of a value that looks like a CPR number; the value itself is not shown."""
    return _("The cell has something that looks like a CPR number. Take it out of the file: it is not read.")
