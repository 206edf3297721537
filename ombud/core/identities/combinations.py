"""Told traits that together point at one person although nobody is named: age, illness, month, family (R138, R140).

A case box that tells several of them is asked about. With a department in which so few enquired that a count of them
would be hidden, it stops publication: the department can be left out (see case_departments).
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ombud.core.dates import DANISH_MONTHS, ENGLISH_MONTHS
from ombud.core.identities.phrases import Phrases
from ombud.core.identities.reading import Reading
from ombud.core.identities.spelling import words_of
from ombud.core.report.draft import Bullets, Case, Cited, DraftBlock, DraftInline, Prose, Run, Span
from ombud.core.report.markup import parse
from ombud.core.words import Words


class Trait(StrEnum):
    """What is told of somebody."""

    AGE = "age"
    ILLNESS = "illness"
    TIME = "time"
    FAMILY = "family"
    ORIGIN = "origin"
    WORK = "work"
    HOME = "home"


_SEASONS = ("forår", "sommer", "efterår", "vinter", "spring", "summer", "autumn", "winter")
_MONTHS = {name: place % 12 + 1 for place, name in enumerate((*DANISH_MONTHS, *ENGLISH_MONTHS))}
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b", re.IGNORECASE)
_ILLNESSES = (
    "adhd|autis|asperger|kræft|cancer|leukæmi|diabetes|sukkersyge|demen[st]|alzheimer|parkinson|s[ck]lerose|epilep|"
    "depression|skizofren|schizophren|angst|anxiety|ptsd|posttraumatisk|hiv\\b|aids\\b|hjernesk|hjernerystelse|blodprop|"
    "hjerteanfald|lammel|lammet|spastisk|cerebral|downs|stofskifte|leddegigt|fibromyalgi|lungesyg|kol\\b|astma|misbrug|"
    "alkoholi|stofmisbrug|selvmord|selvskad|blind|døv|kørestol|muskelsvind|anoreksi|spiseforstyr|borderline|bipolar|"
    "tourette|ordblind|udviklingshæmm|amput|piskesmæld|whiplash|stroke|abort|psykose|hjertesyg|nyresyg|dialyse"
)
_FAMILY = (
    r"enlig|alene(?:mor|far|forsørger)|(?:mor|far|forælder|forældre) til|tvilling|trilling|enke\b|enkemand|gravid|"
    r"plejebarn|plejefamilie|adopt|(?:to|tre|fire|fem|seks|\d) (?:\w+ )?børn|skilsmisse|fraskilt|ægteskab|"
    r"single (?:mother|father)|"
    r"(?:mother|father) of|widow|pregnant|twins"
)
_ORIGINS = (
    "afghan|arabisk|bosni|etiopi|eritre|filippin|grønland|irak|iran|kosov|kurdi|libane|marokk|pakistan|palæstin|polsk|"
    "rumæn|russi|somali|srilank|syri|thailan|tyrki|ugand|ukrain|vietnam|flygtning|statsløs|refugee"
)
_FORMS = {
    Trait.AGE: r"\b\d{1,3}[ -]?årig\w*|\b\d{1,2} år gammel|\bpå \d{1,2} år\b|\bfødt i (?:19|20)\d\d|\b\d0['’]?erne\b|"
    r"\b\d{1,3}[ -]years?[ -]old|\baged \d{1,3}|\bborn in (?:19|20)\d\d",
    Trait.ILLNESS: rf"\b\w*(?:{_ILLNESSES})\w*",
    Trait.TIME: rf"\b(?:{'|'.join((*_MONTHS, *(f'{one}(?:et|en|s)?' for one in _SEASONS)))})\b",
    Trait.FAMILY: rf"\b(?:{_FAMILY})",
    Trait.ORIGIN: rf"\b(?:{_ORIGINS})\w*",
    Trait.WORK: r"\b(?:ansat|arbejder|arbejdede|uddannet|working|works|worked|employed) (?:som|as)\b|"
    r"\bselvstændig erhverv",
    Trait.HOME: r"\b(?:bor|boede|bosat|lives|lived) (?:i|på|ved|in|at|on) (?-i:[A-ZÆØÅ])\w+",
}
_TRAITS = {trait: re.compile(form, re.IGNORECASE) for trait, form in _FORMS.items()}
SEVERAL = 2
LONG = 8
"""Letters from which a department's name is no everyday word that only begins a sentence."""


@dataclass(frozen=True)
class Selection:
    """Whom a text points at by what is registered: a department by its name and months (1-12), or all the year."""

    department: str
    months: frozenset[int]


@dataclass(frozen=True)
class Pointing:
    """A case box or paragraph that points at few: where, what is told, in which departments, how many there are at most
    (None where that is not known or not few).
    """

    section: str
    line: int
    traits: tuple[Trait, ...]
    departments: tuple[str, ...]
    is_case: bool
    few: bool

    @property
    def stops(self) -> bool:
        return self.is_case and self.few


Count = Callable[[Selection], int | None]
"""How many enquiries are in a selection; None where that cannot be told."""


def combinations(section: str, text: str, departments: Collection[str], count: Count, threshold: int) -> list[Pointing]:
    """The case boxes and paragraphs of a section's text that point at few persons. ``departments`` are all the names a
    department may be called by.
    """
    found = (
        _pointing(section, line, said, is_case, departments, count, threshold)
        for line, said, is_case in _told(parse(text).blocks)
    )
    return [one for one in found if one is not None]


def sentence(pointing: Pointing, words: Words) -> str:
    """What is wrong and what to do. The department is named: it is no secret, and it is what can be left out."""
    told = ", ".join(_trait(one, words) for one in pointing.traits)
    if not pointing.few:
        said = words.gettext(
            "The case tells %(told)s. Together they can point at one person: tell less, or change them."
        )
        return said % {"told": told}
    names = words.gettext(" and ").join(pointing.departments)
    said = words.gettext(
        "%(department)s has so few enquiries here that what is told (%(told)s) can point at one person. "
        "Write “a department” instead of its name."
    )
    return said % {"department": names, "told": told}


def departments_in(text: str, departments: Iterable[str]) -> list[tuple[int, int, str]]:
    """Where departments are named: from, to, and the name as it was given. With Danish endings, in any spelling."""
    names = Phrases()
    for name in departments:
        names.add(words_of(name), name)
    reading = Reading(text, lambda _word: False)
    spans = []
    for first, after, name in names.find(reading.text, reading.tokens, reading.sounds, _is_close):
        is_word = after == first + 1 and len(reading.tokens[first].text) < LONG and reading.is_ordinary(first)
        if reading.is_name_like(first) and not (is_word and reading.begins(first)):
            spans.append((*reading.span(first, after), name))
    return spans


def _pointing(
    section: str, line: int, said: str, is_case: bool, departments: Collection[str], count: Count, threshold: int
) -> Pointing | None:
    traits = tuple(trait for trait, form in _TRAITS.items() if form.search(said))
    if not traits or (not is_case and len(traits) < SEVERAL):
        return None
    months = frozenset(_MONTHS[found[1].casefold()] for found in _MONTH.finditer(said))
    names = dict.fromkeys(name for _start, _end, name in departments_in(said, departments))
    few = tuple(name for name in names if _is_few(count(Selection(name, months)), threshold))
    told = tuple(trait for trait in traits if trait != Trait.TIME)
    if few and told:
        return Pointing(section, line, traits, few, is_case, few=True)
    return Pointing(section, line, traits, (), is_case, few=False) if is_case and len(traits) >= SEVERAL else None


def _is_few(number: int | None, threshold: int) -> bool:
    return number is not None and number < threshold


def _told(blocks: Iterable[DraftBlock]) -> Iterator[tuple[int, str, bool]]:
    """Line, words and whether it is a case, of every case box and of every paragraph outside of them."""
    for block in blocks:
        match block:
            case Case():
                yield block.line, " ".join([block.title, *(said for _line, said, _is in _told(block.blocks))]), True
            case Prose():
                yield block.line, _said(block.children), False
            case Bullets():
                for item in block.items:
                    yield from _told(item)
            case Cited():
                yield from _told(block.blocks)


def _said(nodes: Iterable[DraftInline]) -> str:
    return "".join(
        node.text if isinstance(node, Run) else _said(node.children) if isinstance(node, Span) else " "
        for node in nodes
    )


def _is_close(gap: str) -> bool:
    return len(gap) <= 3 and not set(gap) - set(" ,&/-–\u00a0\n*_")


def _trait(trait: Trait, words: Words) -> str:
    match trait:
        case Trait.AGE:
            return words.gettext("age")
        case Trait.ILLNESS:
            return words.gettext("illness")
        case Trait.TIME:
            return words.gettext("time of the year")
        case Trait.FAMILY:
            return words.gettext("family")
        case Trait.ORIGIN:
            return words.gettext("origin")
        case Trait.WORK:
            return words.gettext("what somebody works as")
        case Trait.HOME:
            return words.gettext("where somebody lives")
