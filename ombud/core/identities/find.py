"""All known identities, and what has the form of one, in any number of texts.

The cases are read into dictionaries once (``Searcher``); each text is walked once. Ten thousand persons and sixty pages
take well under a second: see benchmarks/identities.py.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from ombud.core.identities.addresses import has_form_of_address, street_of, streets_in
from ombud.core.identities.files import is_one_name, names_of_file
from ombud.core.identities.found import Found, Passage, Why
from ombud.core.identities.known import Allowed, Kind, KnownIdentities
from ombud.core.identities.names import Names
from ombud.core.identities.numbers import (
    CPR,
    PHONE,
    cpr_of,
    has_form_of_cpr,
    has_form_of_phone,
    masked_cprs,
    phone_of,
    uncited,
    windows,
)
from ombud.core.identities.patterns import is_private, mails_in, plates_in
from ombud.core.identities.persons import Organisation, Person, named_in
from ombud.core.identities.phrases import Phrases
from ombud.core.identities.reading import Reading
from ombud.core.identities.search_names import persons_in
from ombud.core.identities.spelling import plain, words_of

ORDER = tuple(Kind)


def find_identities(
    texts: Iterable[Passage], known: KnownIdentities, allowed: Allowed | None = None
) -> tuple[Found, ...]:
    """Every place where somebody may be named, in the order of the texts and of reading.

    Sure is a whole name, in any order and with initials; a part of one that few share; and a CPR number, telephone,
    e-mail, address, file number or file name of a case, however written. A part that many share, an everyday word
    written as a name, and what only has the form of a telephone number or an address is asked about (``stops`` False).
    A name that consists of everyday words is found when it is written as a name or in one piece. Placeholders (X, Y)
    and what is allowed are passed over (R142).
    """
    return tuple(found for _passage, found in find_each(texts, known, allowed))


def find_each(
    texts: Iterable[Passage], known: KnownIdentities, allowed: Allowed | None = None
) -> Iterator[tuple[Passage, Found]]:
    """The same, each with the passage it stands in. A text that comes twice is searched once."""
    searcher = Searcher(known, allowed or Allowed())
    seen: dict[str, tuple[Found, ...]] = {}
    for passage in texts:
        if passage.text not in seen:
            seen[passage.text] = tuple(searcher.search(passage.place, passage.text))
        yield from ((passage, replace(one, place=passage.place)) for one in seen[passage.text])


class Searcher:
    """What is known, ready to be searched for in one text after the other."""

    def __init__(self, known: KnownIdentities, allowed: Allowed) -> None:
        self._nobodys = frozenset(plain(part) for word in allowed.words for part in words_of(word))
        self._own_numbers = known.own_numbers
        self._digits: dict[str, tuple[Kind, str]] = {}
        self._mails: dict[str, str] = {}
        self._streets: dict[tuple[str, str, str], str] = {}
        self._organisations, self._files, self._numbers = Phrases(), Phrases(), Phrases()
        persons: list[tuple[Person, str]] = []
        for one in known.identities:
            self._take(one.kind, one.said, one.case, persons)
        self._lengths = sorted({CPR, PHONE, *map(len, self._digits)})
        self._names = Names(
            persons, (one for name in allowed.names for one in named_in(name) if isinstance(one, Person))
        )
        self._own_mails = frozenset(mail.strip().casefold() for mail in allowed.mails)
        self._own_domains = allowed.domains
        self._own_phones = frozenset(map(phone_of, allowed.phones))
        self._own_streets = frozenset(filter(None, map(street_of, allowed.addresses)))

    def search(self, place: Hashable, text: str) -> list[Found]:
        """What the text names, in reading order; of two that overlap the one that is surer, then the longer."""
        reading = Reading(text, self._nobodys.__contains__)
        found = [
            Found(place, reading.place(start), reading.place(end), kind, why, stops, case)
            for start, end, kind, why, stops, case in self._everything(reading)
        ]
        found.sort(key=lambda one: (not one.stops, one.start - one.end, ORDER.index(one.kind)))
        kept: list[Found] = []
        for one in found:
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda one: one.start)

    def _take(self, kind: Kind, said: str, case: str, persons: list[tuple[Person, str]]) -> None:
        match kind:
            case Kind.CPR | Kind.PHONE if number := cpr_of(said) if kind == Kind.CPR else phone_of(said):
                self._digits[number] = (kind, case)
            case Kind.MAIL if mail := said.strip().casefold():
                self._mails[mail] = case
            case Kind.ADDRESS if street := street_of(said):
                self._streets[street] = case
            case Kind.FILE_NUMBER:
                self._numbers.add(words_of(said), case)
            case Kind.FILE_NAME:
                for parts in names_of_file(said, self._nobodys.__contains__):
                    self._files.add(parts, case)
            case Kind.NAME | Kind.ORGANISATION:
                self._take_name(said, case, persons)

    def _take_name(self, said: str, case: str, persons: list[tuple[Person, str]]) -> None:
        for one in named_in(said, self._nobodys):
            if isinstance(one, Organisation):
                self._organisations.add(one.parts, case)
            else:
                persons.append((one, case))

    def _everything(self, reading: Reading) -> Iterator[tuple[int, int, Kind, Why, bool, str]]:
        text, tokens = reading.text, reading.tokens
        yield from self._in_figures(text)
        yield from self._in_letters(text)
        phrases = (
            (self._organisations, Kind.ORGANISATION),
            (self._files, Kind.FILE_NAME),
            (self._numbers, Kind.FILE_NUMBER),
        )
        for known, kind in phrases:
            for first, after, case in known.find(text, tokens, reading.sounds, is_one_name):
                yield tokens[first].start, tokens[after - 1].end, kind, Why.CASE, True, case
        for first, after, street in streets_in(text, tokens):
            if street in self._streets and street not in self._own_streets:
                yield tokens[first].start, tokens[after - 1].end, Kind.ADDRESS, Why.CASE, True, self._streets[street]
        for spotted in persons_in(reading, self._names):
            start, end = tokens[spotted.first].start, tokens[spotted.after - 1].end
            yield start, end, Kind.NAME, spotted.why, spotted.stops, spotted.case

    def _in_figures(self, text: str) -> Iterator[tuple[int, int, Kind, Why, bool, str]]:
        for length in self._lengths:
            for found in windows(text, length):
                if found.digits in self._own_phones:
                    continue
                if found.digits in self._digits:
                    kind, case = self._digits[found.digits]
                    yield found.start, found.end, kind, Why.CASE, True, case
                elif length == CPR and has_form_of_cpr(found):
                    yield found.start, found.end, Kind.CPR, Why.FORM, True, ""
                elif length == PHONE and has_form_of_phone(text, found):
                    yield found.start, found.end, Kind.PHONE, Why.FORM, False, ""
        for start, end in masked_cprs(text):
            yield start, end, Kind.CPR, Why.FORM, True, ""
        for start, end in uncited(text, self._own_numbers):
            yield start, end, Kind.OWN_NUMBER, Why.UNCITED, False, ""

    def _in_letters(self, text: str) -> Iterator[tuple[int, int, Kind, Why, bool, str]]:
        for start, end, mail in mails_in(text):
            if mail in self._own_mails:
                continue
            if mail in self._mails:
                yield start, end, Kind.MAIL, Why.CASE, True, self._mails[mail]
            elif mail.rpartition("@")[2] not in self._own_domains:
                yield start, end, Kind.MAIL, Why.FORM, is_private(mail), ""
        for start, end in plates_in(text):
            yield start, end, Kind.PLATE, Why.FORM, False, ""
        for start, end in has_form_of_address(text):
            if street_of(text[start:end]) not in self._own_streets:
                yield start, end, Kind.ADDRESS, Why.FORM, False, ""
