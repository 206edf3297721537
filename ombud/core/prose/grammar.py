"""What one language looks like to the checker: patterns, not rules. ``danish`` and ``english`` fill it in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ombud.core.prose.numerals import Numerals


class Hedge(StrEnum):
    """How near to its number a claim says it is."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    JUST_OVER = "just over"
    UNDER = "under"
    JUST_UNDER = "just under"
    AT_LEAST = "at least"
    AT_MOST = "at most"


class Way(StrEnum):
    """Where a number went."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    DOUBLED = "doubled"
    HALVED = "halved"


Pattern = re.Pattern[str]


@dataclass(frozen=True)
class Grammar:
    """The words of a language. All patterns ignore case.

    - ``hedges``: before a number or share, longest first.
    - ``fraction``: shares in words, with the groups ``count`` and ``part`` (numbers in ``some`` and ``parts``),
      ``half``, ``most`` (more than half of a unit), ``mostly`` (more than half of what is named, where) or ``even``.
      ``every``: "every fourth", with the group ``nth``; ``nths`` gives its number.
    - ``out_of``: between two numbers that make a share. ``before``: the period before. ``splits``: between two numbers,
      the later one begins here. ``breaks``: a new clause.
    - ``likened``: before a period that is only likened to ("as in earlier years"). ``amount``: "the number of".
      ``change_before`` and ``change_after``: beside a number by which another changed. ``course``: before the first of
      two numbers, "from 21 to 27". ``between``: before the ends of a range. ``is_so``: "39 are main matters".
      ``about``: after a number whose unit stands before it, "the matters are 44 about roads".
    - ``most``, ``second``, ``least``: rankings. ``thing_words``: what a ranking ranks, by dimension.
    - ``ways``: directions; ``no_way``: set phrases that only look so. ``beside``: the end of those that set something
      beside another thing unless ``of_time`` stands in the clause (group ``level``: only where that thing is named).
      ``strong``: claims that a change is clear.
    - ``outside``: before a name, all but that ("others than"). ``all_but``: before a number of those left out ("all but
      one"). ``none_but``: before a name that alone has something ("nobody but").
    - ``generic``: sentences about rules and possibilities. ``anaphora``: "these three". ``definite``: before a number
      of things already told.
    - ``noise``: numbers that count nothing. ``links``: words that may stand in a claim without narrowing it.
    - ``neutral``: adjectives that do not narrow. ``residuals``: names for what fits nowhere else.
    - ``municipality``: how a municipality is named, with the group ``names``.
    """

    numerals: Numerals
    hedges: tuple[tuple[Pattern, Hedge], ...]
    fraction: Pattern
    parts: Mapping[str, int]
    some: Mapping[str, int]
    every: Pattern
    nths: Mapping[str, int]
    all_of: Pattern
    out_of: Pattern
    before: Pattern
    likened: Pattern
    amount: Pattern
    change_before: Pattern
    change_after: Pattern
    course: Pattern
    is_so: Pattern
    about: Pattern
    between: Pattern
    splits: Pattern
    breaks: Pattern
    most: Pattern
    second: Pattern
    least: Pattern
    thing_words: Mapping[str, Pattern]
    ways: tuple[tuple[Pattern, Way], ...]
    no_way: Pattern
    beside: Pattern
    of_time: Pattern
    strong: Pattern
    outside: Pattern
    all_but: Pattern
    none_but: Pattern
    generic: Pattern
    anaphora: Pattern
    definite: Pattern
    noise: Pattern
    links: Pattern
    neutral: Pattern
    residuals: frozenset[str]
    called: Pattern
    municipality: Pattern
    abbreviations: frozenset[str]
    endings: str
    noun_endings: str
    and_words: str


def words(text: str) -> Pattern:
    """A pattern for whole words, whatever their case; spaces match any white space."""
    return re.compile(r"(?<!\w)(?:" + text.strip().replace(" ", r"\s+") + r")(?!\w)", re.I)
