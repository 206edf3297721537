"""A text without the persons it tells of, for discussion among advisers (R140-R142).

What is known of the persons of the case is taken out: names become X, Y and Z; numbers, addresses and e-mails become
``[…]``, also those of people who are no party. Days become their month. Rather too much is taken out than too little,
a first name that is an everyday word included; only a person can see what is left between the lines.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ombud.core.dates import DANISH_MONTHS, ENGLISH_MONTHS, month_name

HIDDEN = "[…]"
LETTERS = "XYZ"
PARTICLES = frozenset(("af", "al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "van", "von"))
"""Parts of a name that are left alone when they stand alone."""
SHORTEST = 2
SHORTEST_PLACE = 4
"""Letters of a name's part, and of an address's part, that is taken out when it stands alone."""
OWN = r"(?P<own>['’]?s|['’])?"
"""The ending of the genitive: Idas, Ida's, Jens'."""
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
CPR = re.compile(r"(?<!\d)\d{6}[-–\u00a0 ]?(?:\d{4}|[•xX*]{4})(?!\d)")
PHONE = re.compile(r"(?<![\d/])(?:(?:\+|00)45[ \u00a0]?)?\d(?:[ \u00a0.-]?\d){7}(?!\d)")
_MONTHS = {name.casefold(): place % 12 + 1 for place, name in enumerate((*DANISH_MONTHS, *ENGLISH_MONTHS))}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_NAMES = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY = r"(?:\bd\.\s*|\bden\s+)"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
IN_WORDS = re.compile(rf"{_DAY}?(?<!\d)\d{{1,2}}\.?\s+(?P<month>{_NAMES})\b\.?(?P<year>\s+\d{{4}})?", re.I)
IN_FIGURES = re.compile(rf"{_DAY}?(?<!\d)\d{{1,2}}[-/.]\s?{_MONTH}[-/.]\s?(?P<year>\d{{4}}|\d{{2}})(?![-/.]?\d)", re.I)
BACKWARDS = re.compile(rf"(?<!\d)(?P<year>\d{{4}})-{_MONTH}-\d{{2}}(?!\d)")
WITHOUT_YEAR = re.compile(rf"{_DAY}\d{{1,2}}[/.-]{_MONTH}(?![\d/])", re.I)
STREET = re.compile(r"(?P<street>\D{4,}?)\s+\d+\s*\w?\b")


@dataclass(frozen=True, repr=False)
class Person:
    """What is known of a person of the case, as it was typed. CPR numbers are found by their form."""

    name: str = ""
    address: str = ""
    phone: str = ""
    mail: str = ""


def placeholder(place: int) -> str:
    """X, Y, Z, X2, Y2 ... for the persons in their order, the first being 0."""
    lap, letter = divmod(place, len(LETTERS))
    return LETTERS[letter] + (str(lap + 1) if lap else "")


def anonymised(text: str, persons: Sequence[Person], *, language: str, hidden: Iterable[str] = ()) -> str:
    """The text without the persons, with days as months in the language; ``hidden`` are more words to be left out."""
    text = coarsened(CPR.sub(HIDDEN, MAIL.sub(HIDDEN, text)), language)
    text = PHONE.sub(HIDDEN, text)
    for plain in sorted(_places(persons, hidden), key=len, reverse=True):
        text = _whole(plain).sub(HIDDEN, text)
    text = _without_names(text, persons)
    return re.sub(rf"{re.escape(HIDDEN)}(?:[\s,]*{re.escape(HIDDEN)})+", HIDDEN, text)


def coarsened(text: str, language: str) -> str:
    """Days as their month: "3. april 2024" and "3/4-2024" as "april 2024"."""

    def month(found: re.Match[str]) -> str:
        said = found["month"].casefold()
        number = int(said) if said.isdecimal() else _MONTHS[said]
        year = (found.groupdict().get("year") or "").strip()
        return f"{month_name(number, language)} {'20' * (len(year) == 2)}{year}".rstrip()

    for form in (BACKWARDS, IN_FIGURES, IN_WORDS, WITHOUT_YEAR):
        text = form.sub(month, text)
    return text


def _without_names(text: str, persons: Sequence[Person]) -> str:
    """One pass over the text, longest names first, so that what was put in is not met again."""
    letters: dict[str, str] = {}
    for place, person in enumerate(persons):
        letters.setdefault(_plain(person.name), placeholder(place))
    for place, person in enumerate(persons):
        for part in _parts(person.name):
            letters.setdefault(part, placeholder(place))
    letters.pop("", None)
    if not letters:
        return text
    names = "|".join(_spaced(name) for name in sorted(letters, key=len, reverse=True))
    found = re.compile(rf"(?<!\w)(?P<name>{names}){OWN}(?!\w)", re.I)
    text = found.sub(lambda one: letters[_plain(one["name"])] + ("'s" if one["own"] else ""), text)
    return re.sub(r"(?<!\w)([XYZ]\d*)(?:[ \u00a0-]+\1)+(?!\w)", r"\1", text)


def _parts(name: str) -> list[str]:
    parts = re.split(r"[\s,.\-]+", _plain(name))
    return [part for part in parts if len(part) >= SHORTEST and part not in PARTICLES]


def _places(persons: Sequence[Person], hidden: Iterable[str]) -> set[str]:
    """Addresses and what they are made of, telephones and e-mails as typed, and what else is not to be told."""
    found = {_plain(word) for word in hidden}
    for person in persons:
        lines = re.split(r"[\n,]+", person.address)
        streets = [street["street"] for line in lines if (street := STREET.match(line.strip()))]
        found |= {_plain(one) for one in (person.address, person.phone, person.mail)}
        found |= {_plain(one) for one in (*lines, *streets) if len(_plain(one)) >= SHORTEST_PLACE}
        found |= {re.sub(r"^\d{4} ", "", _plain(line)) for line in lines if re.match(r"\d{4} \D{3}", _plain(line))}
    return found - {""}


def _whole(plain: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_spaced(plain)}(?:['’]?s)?(?!\w)", re.I)


def _spaced(plain: str) -> str:
    """The words with any space, line break or comma between them."""
    return r"[\s,]+".join(re.escape(word) for word in re.split(r"[\s,]+", plain) if word)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
