"""Searching the own cases of the municipality in scope. Everything is opened in memory; there is no index of words.

All words must occur in one case, each anywhere in it: title, parties, notes and their earlier wordings, consents,
rectifications, and what documents are called. A first look over the bytes of every row leaves few to be read properly.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ombud.casework.contents.case import CaseText
from ombud.casework.contents.sealing import FIELD, unseal
from ombud.casework.models import CaseFile
from ombud.casework.queries.case_files.rows import CHUNK, SOURCES, all_cases, rows_of
from ombud.casework.queries.case_files.words import FOLD, Word, words_of
from ombud.core import cpr
from ombud.privacy.keyring import Keyring
from ombud.privacy.seals import Seals

MOST_FOUND = 5
"""Places named for one case."""
SEARCHED = frozenset(
    (
        "title", "text", "contact_note", "name", "cpr", "address", "phone", "mail", "sentence", "scope", "to_whom",
        "withdrawal", "stood", "right", "why", "how", "description", "received_from",
    )
)  # fmt: skip
"""The fields, of whatever noun, in which a word counts; codes, ids and days are not searched."""
BEFORE, AFTER = 40, 80
"""Signs of an excerpt before and after the word."""
Opened = dict[str, Seals]


@dataclass(frozen=True, repr=False)
class Found:
    """A part of the case in which a word stands: its noun ("note", "party", ...), its id and some words around."""

    noun: str
    id: UUID
    excerpt: str


@dataclass(frozen=True, repr=False)
class Hit:
    """A case in which all the words occur."""

    case: UUID
    number: str
    title: str
    found: tuple[Found, ...]


@dataclass(repr=False)
class _Look:
    """What is known of a case so far: the words met, and the rows or places they were met in."""

    words: set[int] = field(default_factory=set)
    rows: list[tuple[str, str]] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)


def search(keys: Keyring, words: str) -> list[Hit]:
    """The cases that hold every word, the last received first. Nothing is written here: reading.search_cases logs."""
    wanted = words_of(words)
    if not wanted:
        return []
    opened = {str(case): seals for case, seals in keys.many_case_seals(all_cases()).items()}
    first = _complete(_first_looks(opened, wanted), wanted)
    second = _complete(_second_looks(opened, wanted, [row for look in first.values() for row in look.rows]), wanted)
    return _hits(second, opened)


def _complete(looks: dict[str, _Look], wanted: list[Word]) -> dict[str, _Look]:
    return {case: look for case, look in looks.items() if len(look.words) == len(wanted)}


def _first_looks(opened: Opened, wanted: list[Word]) -> dict[str, _Look]:
    """Every row, by its bytes: which may hold a word."""
    looks: dict[str, _Look] = defaultdict(_Look)
    for noun in SOURCES:
        for case, row, sealed in rows_of(noun):
            seals = opened.get(case)
            if seals is None:
                continue
            content = seals.unseal_bytes(noun, FIELD, row, sealed)
            folded = content.translate(FOLD)
            here = [number for number, word in enumerate(wanted) if word.may_stand_in(content, folded)]
            if here:
                looks[case].words.update(here)
                looks[case].rows.append((noun, row))
    return looks


def _second_looks(opened: Opened, wanted: list[Word], rows: list[tuple[str, str]]) -> dict[str, _Look]:
    """The rows that were left, read as what somebody reads in the case."""
    looks: dict[str, _Look] = defaultdict(_Look)
    for noun in SOURCES:
        names = [row for kind, row in rows if kind == noun]
        for start in range(0, len(names), CHUNK):
            for case, row, sealed in rows_of(noun, names[start : start + CHUNK]):
                look = looks[case]
                if len(look.words) < len(wanted) or len(look.found) < MOST_FOUND:
                    _read(look, noun, row, opened[case].unseal_bytes(noun, FIELD, row, sealed), wanted)
    return looks


def _read(look: _Look, noun: str, row: str, content: bytes, wanted: list[Word]) -> None:
    for name, said in _said(json.loads(content)):
        low = said.casefold()
        here = [number for number, word in enumerate(wanted) if word.stands_in(low)]
        look.words.update(here)
        if here and len(look.found) < MOST_FOUND:
            excerpt = cpr.masked(said) if name == "cpr" else _excerpt(said, wanted[here[0]])
            look.found.append(Found(noun, UUID(row), excerpt))


def _said(data: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _said(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _said(value, name)
    elif isinstance(data, str) and data and name in SEARCHED:
        yield name, data


def _excerpt(said: str, word: Word) -> str:
    """Some words around the first place; line breaks are spaces."""
    low = said.casefold()
    at = min((low.find(one) for one in word.spellings if one in low), default=0)
    start, end = max(0, at - BEFORE), at + AFTER
    dots = ("… " if start else "", " …" if end < len(said) else "")
    return dots[0] + " ".join(said[start:end].split()) + dots[1]


def _hits(looks: dict[str, _Look], opened: Opened) -> list[Hit]:
    names, hits = list(looks), []
    for start in range(0, len(names), CHUNK):
        cases = CaseFile.objects.filter(pk__in=names[start : start + CHUNK]).select_related("enquiry")
        for case in cases:
            title = unseal(opened[str(case.pk)], case, CaseText).title
            hits.append((case, Hit(case.pk, str(case.enquiry), title, tuple(looks[str(case.pk)].found))))
    hits.sort(key=lambda pair: (pair[0].enquiry.received_on, pair[0].enquiry.number or 0), reverse=True)
    return [hit for _case, hit in hits]
