"""What to look at in the words of a text: names, spelling, spaces, captions typed by hand (I7, I10, I16)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import Levenshtein

from ombud.core.reconciling.flag import Flag, FlagKind
from ombud.core.reconciling.quantity import Place, PlaceKind
from ombud.core.words import Words

KNOWN_NAMES = (
    "Ankestyrelsen",
    "Datatilsynet",
    "Digitaliseringsstyrelsen",
    "Familieretshuset",
    "Ligebehandlingsnævnet",
    "Rigsarkivet",
    "Udlændingestyrelsen",
    "Kommunalbestyrelsen",
    "forvaltningsloven",
    "offentlighedsloven",
    "retssikkerhedsloven",
    "serviceloven",
    "databeskyttelsesloven",
    "kommunestyrelsesloven",
)
"""Authorities and acts that adviser's reports speak of."""

SYSTEMS = ("SB-SYS", "SBSYS", "Acadre", "GetOrganized", "WorkZone", "KMD Nova", "eDoc", "F2", "Public 360")
"""Systems in which municipalities keep their records."""
SAME_SYSTEM = {"SBSYS": "SB-SYS"}

MOST_ERRORS = 2
SHORTEST = 8
ENDINGS = ("ernes", "erne", "ens", "ets", "ene", "en", "et", "er", "es", "s", "e")
_WORD = re.compile(r"[A-Za-zÆØÅæøåÉé]+(?:-[A-Za-zÆØÅæøåÉé]+)*")
_DOUBLE = re.compile(r"(?<=[^\s|]) {2,}(?=[^\s|])")
_CAPTION = re.compile(r"^\s*(?:\*\*)?(?P<kind>figur|tabel|figure|table)\s+(?P<number>\d+)\s*[:.]?\s+\S", re.IGNORECASE)
_IN_DANISH = {"figure": "figur", "table": "tabel"}

Texts = Mapping[str, str]
"""Texts by the key of their section."""


def check_wording(texts: Texts, words: Words, known: Iterable[str] = ()) -> tuple[Flag, ...]:
    """All of it, text by text. ``known`` are further names that must be spelt as they are: departments, themes."""
    found: list[Flag] = []
    for key, text in texts.items():
        for line, shown in enumerate(text.splitlines(), 1):
            found.extend(_of_line(Place(PlaceKind.TEXT, key, key, line), shown, (*KNOWN_NAMES, *known), words))
    return (*found, *two_systems(texts, words), *numbered_twice(texts, words))


def _of_line(place: Place, text: str, known: Iterable[str], words: Words) -> Iterator[Flag]:
    for wrong, right in misspelt(text, known):
        message = words.gettext("“%(wrong)s”: is “%(right)s” meant?") % {"wrong": wrong, "right": right}
        yield Flag(FlagKind.SPELLING, place, message)
    for found in _DOUBLE.finditer(text):
        around = text[max(0, found.start() - 15) : found.end() + 15].strip()
        message = words.gettext("There are two spaces in “%(text)s”.") % {"text": around}
        yield Flag(FlagKind.DOUBLE_SPACE, place, message)


def misspelt(text: str, known: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Words that are one or two letters from a known name without being a form of one, each with the name."""
    names = [name for name in known if len(name) >= SHORTEST and " " not in name]
    stems = {_stem(name): name for name in names}
    found = []
    for word in dict.fromkeys(_WORD.findall(text)):
        stem = _stem(word)
        if len(word) < SHORTEST or any(stem.startswith(one) or one.startswith(stem) for one in stems):
            continue
        near = [(Levenshtein.distance(stem, one, score_cutoff=MOST_ERRORS), one) for one in stems]
        near = [(distance, one) for distance, one in near if distance <= MOST_ERRORS and one[0] == stem[0]]
        if near and len(stem) >= SHORTEST:
            found.append((word, stems[min(near)[1]]))
    return tuple(found)


def _stem(word: str) -> str:
    folded = word.casefold()
    ending = next((one for one in ENDINGS if folded.endswith(one) and len(folded) - len(one) >= 5), "")
    return folded[: len(folded) - len(ending)]


def two_systems(texts: Texts, words: Words) -> tuple[Flag, ...]:
    """Two names of record systems in one report: which of them is used? (R268)"""
    first: tuple[str, Place] | None = None
    for key, text in texts.items():
        for line, shown in enumerate(text.splitlines(), 1):
            for name in SYSTEMS:
                if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown):
                    continue
                system, place = SAME_SYSTEM.get(name, name), Place(PlaceKind.TEXT, key, key, line)
                if first is None:
                    first = (system, place)
                elif first[0] != system:
                    return (_two_systems(first, (system, place), words),)
    return ()


def _two_systems(first: tuple[str, Place], other: tuple[str, Place], words: Words) -> Flag:
    text = words.gettext("The case files are said to be kept in %(first)s (%(place)s) and in %(other)s.")
    place = f"{first[1].label}, {first[1].line}"
    return Flag(FlagKind.TWO_SYSTEMS, other[1], text % {"first": first[0], "place": place, "other": other[0]})


def numbered_twice(texts: Texts, words: Words) -> tuple[Flag, ...]:
    """Captions typed by hand that carry one number twice (R255)."""
    seen: dict[tuple[str, str], str] = {}
    found = []
    for key, text in texts.items():
        for line, shown in enumerate(text.splitlines(), 1):
            caption = _CAPTION.match(shown)
            if caption is None:
                continue
            kind = caption["kind"].casefold()
            numbered = (_IN_DANISH.get(kind, kind), caption["number"])
            if numbered in seen and seen[numbered] != shown.strip():
                message = words.gettext("“%(text)s” has the same number as “%(first)s”.")
                texts_ = {"text": shown.strip(), "first": seen[numbered]}
                found.append(Flag(FlagKind.NUMBERED_TWICE, Place(PlaceKind.TEXT, key, key, line), message % texts_))
            seen.setdefault(numbered, shown.strip())
    return tuple(found)
