"""Names of persons in a text: two parts of one name near each other, or one part that few people share."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ombud.core.identities.common_names import COMMON
from ombud.core.identities.persons import Person
from ombud.core.identities.spelling import plain, sound

MANY = 5
"""A part that so many different persons of the cases share is common, whatever the lists say."""
COMMON_PLAIN = frozenset(map(plain, COMMON))
COMMON_SOUNDS = frozenset(map(sound, COMMON))


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """Two parts of one name. ``is_sure``: they point at one person; "Anne Marie" alone does not."""

    case: str
    is_sure: bool


@dataclass(slots=True, repr=False)
class Part:
    """One part of a name by its sound: the ways it is written, the names that have it, and a case."""

    case: str
    written: set[str] = field(default_factory=set)
    names: set[tuple[str, ...]] = field(default_factory=set)
    is_common: bool = False


class Names:
    """All parts and pairs of parts of the persons known, by their sound; whole names that may stand, too."""

    def __init__(self, persons: Iterable[tuple[Person, str]], allowed: Iterable[Person]) -> None:
        self.pairs: dict[tuple[str, str], Pair] = {}
        self.parts: dict[str, Part] = {}
        self.joined: set[str] = set()
        self.allowed = [frozenset(map(sound, person.parts)) for person in allowed]
        self.allowed_parts = frozenset(part for person in self.allowed for part in person)
        for person, case in persons:
            self._add_parts(person.parts, case)
        for part in self.parts.values():
            part.is_common = len(part.names) >= MANY or not part.written.isdisjoint(COMMON_PLAIN)
        for person, case in persons:
            self._add_pairs(person.parts, case)

    def pair(self, first: Collection[str], second: Collection[str]) -> Pair | None:
        """The pair that two words are, in any order, by all they may be inflections of. None for an allowed one."""
        found = None
        for one in first:
            for other in second:
                if any(one in person and other in person for person in self.allowed):
                    return None
                found = found or self.pairs.get((one, other)) or self.pairs.get((other, one))
        return found

    def part(self, heard: Iterable[str]) -> tuple[str, Part] | None:
        """The part that a word is, by the first of its sounds that is one."""
        for one in heard:
            if one in self.parts:
                return one, self.parts[one]
        return None

    def _add_parts(self, parts: tuple[str, ...], case: str) -> None:
        for part in (*parts, *_joined(parts)):
            heard = sound(part)
            known = self.parts.setdefault(heard, Part(case))
            known.written.add(part)
            known.names.add(parts)
        self.joined.update(sound(one) for one in (*_joined(parts), *(part for part in parts if len(part) > 5)))

    def _add_pairs(self, parts: tuple[str, ...], case: str) -> None:
        for one, other, has_surname in _pairs(parts):
            key = (sound(one), sound(other))
            sure = has_surname or not all(self.parts[part].is_common for part in key if part in self.parts)
            known = self.pairs.get(key)
            if known is None or (sure and not known.is_sure):
                self.pairs[key] = Pair(case, sure)


def _joined(parts: tuple[str, ...]) -> list[str]:
    """Anne Marie as Annemarie."""
    return [one + other for one, other in pairwise(parts)]


def _pairs(parts: tuple[str, ...]) -> Iterator[tuple[str, str, bool]]:
    """All pairs, with initials for given names, and whether the surname is among them. The letter of a surname is kept
    apart: "Anna H." is no more than a hint.
    """
    surname = len(parts) - 1
    for at, one in enumerate(parts):
        for later in range(at + 1, len(parts)):
            yield one, parts[later], later == surname
        if at < surname:
            yield one[0], parts[surname], True
            yield one, parts[surname][0] + ".", False
    for at, one in enumerate(_joined(parts)):
        for other in (*parts[:at], *parts[at + 2 :]):
            yield one, other, other == parts[surname]
