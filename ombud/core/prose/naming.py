"""Names of members and words for units, found in a text whatever ending they carry."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ombud.core.prose.grammar import Grammar
from ombud.core.prose.knowledge import Knowledge, Name, Place

LEAST_PART = 8
"""Letters that the first part of a name ("Sagsbehandlingstid og manglende svar") must have to stand for the whole."""
_COUNT_AFTER = re.compile(r"\s*[-–:(]?\s*\d")


@dataclass(frozen=True)
class Mention:
    """A name in a text. ``places`` are the members it may be; ``is_sure`` whether it can hardly be anything else."""

    start: int
    end: int
    text: str
    places: tuple[Place, ...]
    is_sure: bool


@dataclass(frozen=True)
class Noun:
    """A word for a unit; ``units`` are the keys it may mean."""

    start: int
    end: int
    text: str
    units: tuple[str, ...]


class Names:
    """All names and units of a knowledge, compiled once."""

    def __init__(self, knowledge: Knowledge, grammar: Grammar) -> None:
        self._grammar = grammar
        self._knowledge = knowledge
        self._places: dict[str, list[Place]] = {}
        self._residual: set[str] = set()
        self._proper: set[str] = set()
        for name in knowledge.names:
            for form in (name.label, *name.aliases):
                self._add(form, name)
        self._add_parts(knowledge.names)
        self._pattern = self._compile()
        self._units, self._unit_pattern = self._compile_units()

    def mentions(self, text: str) -> list[Mention]:
        """Every name, in order; residuals only where they are clearly meant as names."""
        if self._pattern is None:
            return []
        found = []
        for one in self._pattern.finditer(text):
            key = self._forms[one.lastgroup or ""]
            if self._is_meant(key, one, text):
                found.append(Mention(one.start(), one.end(), one[0], tuple(self._places[key]), self._is_sure(key, one)))
        return found

    def nouns(self, text: str) -> list[Noun]:
        """Every word for a unit, in order."""
        found = self._unit_pattern.finditer(text) if self._unit_pattern else ()
        return [Noun(one.start(), one.end(), one[0], self._units[one.lastgroup or ""]) for one in found]

    def same_words(self, text: str, label: str) -> bool:
        """Whether a text is the label but for joining words, commas and an ending."""
        label = self._spelt(self._plain(label))
        return re.fullmatch(label + self._grammar.endings, text, re.I) is not None

    def _add(self, form: str, name: Name) -> None:
        key = self._plain(form)
        if not key:
            return
        places = self._places.setdefault(key, [])
        if name.place not in places:
            places.append(name.place)
        if key in self._grammar.residuals:
            self._residual.add(key)
        if name.dimension == "department" and form[:1].isupper():
            self._proper.add(key)

    def _add_parts(self, names: Iterable[Name]) -> None:
        """The first part of a coordinated name stands for it where no other name begins so."""
        parts: dict[str, list[Name]] = {}
        for name in names:
            if name.dimension == "department":
                continue
            first = re.split(rf"\s+(?:{self._grammar.and_words})\s+|[,/]", name.label)[0].strip()
            if first != name.label and len(first) >= LEAST_PART:
                parts.setdefault(self._plain(first), []).append(name)
        for part, owners in parts.items():
            if len(owners) == 1:
                self._add(part, owners[0])

    def _compile(self) -> re.Pattern[str] | None:
        self._forms: dict[str, str] = {}
        patterns = []
        for place, key in enumerate(sorted(self._places, key=len, reverse=True)):
            self._forms[f"n{place}"] = key
            patterns.append(rf"(?P<n{place}>{self._spelt(key)})")
        if not patterns:
            return None
        return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)}){self._grammar.endings}(?!\w)", re.I)

    def _spelt(self, key: str) -> str:
        between = rf"[-,’']*\s+(?:(?:{self._grammar.and_words}|&)\s+)?"
        return between.join(re.escape(word).replace("\\-", "-?") for word in key.split())

    def _compile_units(self) -> tuple[Mapping[str, tuple[str, ...]], re.Pattern[str] | None]:
        by_word: dict[str, list[str]] = {}
        for unit in self._knowledge.units:
            for word in dict.fromkeys((unit.singular, unit.plural, *unit.others)):
                by_word.setdefault(word.casefold(), []).append(unit.key)
        patterns, units = [], {}
        for place, word in enumerate(sorted(by_word, key=len, reverse=True)):
            units[f"u{place}"] = tuple(dict.fromkeys(by_word[word]))
            patterns.append(rf"(?P<u{place}>{re.escape(word)})")
        if not patterns:
            return units, None
        return units, re.compile(rf"(?<!\w)(?:{'|'.join(patterns)}){self._grammar.noun_endings}(?!\w)", re.I)

    def _plain(self, name: str) -> str:
        """Words alone, case and joining words apart."""
        tokens = re.findall(r"[\w.]+(?:-[\w.]+)*", name.casefold())
        return " ".join(one for one in tokens if one not in self._grammar.and_words.split("|"))

    def _is_meant(self, key: str, found: re.Match[str], text: str) -> bool:
        if key in self._proper:
            return found[0][:1].isupper()
        if key not in self._residual:
            return True
        before = text[: found.start()]
        is_opening = not before.strip() or before.rstrip()[-1:] in ".!?:"
        is_counted = bool(re.search(r"\d\s+$|[-–:]\s+$", before) or _COUNT_AFTER.match(text, found.end()))
        is_named = bool(self._grammar.called.search(before)) or text[found.start() - 1 : found.start()] in "\"'”’»«"
        return (found[0][:1].isupper() and not is_opening) or is_counted or (is_named and bool(before))

    def _is_sure(self, key: str, found: re.Match[str]) -> bool:
        text = found.string
        inside = text[: found.start()].strip() != ""
        quoted = text[found.start() - 1 : found.start()] in ("'", '"', "”", "’", "»", "“")
        return key in self._proper or " " in key or quoted or (found[0][:1].isupper() and inside)


def called_otherwise(mention: Mention, knowledge: Knowledge, names: Names) -> Name | None:
    """The department that a mention names by another name than its own (R283); None where it uses the right one."""
    if len(mention.places) != 1:
        return None
    name = knowledge.by_place[mention.places[0]]
    if name.dimension != "department" or names.same_words(mention.text, name.label):
        return None
    return name
