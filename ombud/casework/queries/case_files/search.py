"""Searching the own cases of the municipality in scope. Everything is opened in memory; there is no index of words.

All words must occur in one case, each anywhere in it: title, parties, notes and their earlier wordings, consents,
rectifications, and what documents are called. Small and capital letters are the same; å is found as aa and back.
"""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from ombud.casework.contents.case import CaseText
from ombud.casework.contents.sealing import FIELD, unseal
from ombud.casework.models import CaseFile, Consent, Document, EarlierNote, Note, Party, Rectification
from ombud.core import cpr
from ombud.privacy.keyring import Keyring

CHUNK = 500
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
Row = tuple[UUID, UUID, bytes]


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


@dataclass(frozen=True, repr=False)
class Word:
    """A word in the ways it may be spelt, as it is and as JSON writes it."""

    spellings: tuple[str, ...]
    escaped: tuple[str, ...]

    def stands_in(self, low: str) -> bool:
        return any(one in low for one in self.spellings)

    def may_stand_in(self, low_json: str) -> bool:
        return any(one in low_json for one in self.escaped)


def search(keys: Keyring, words: str) -> list[Hit]:
    """The cases that hold every word, the last received first. Nothing is written here: reading.search_cases logs."""
    wanted = words_of(words)
    if not wanted:
        return []
    seals = keys.many_case_seals(CaseFile.objects.values_list("pk", flat=True))
    met: dict[UUID, set[int]] = {}
    found: dict[UUID, list[Found]] = {}
    for noun, rows in _sources():
        for case, row, sealed in rows:
            opener = seals.get(case)
            if opener is None:
                continue
            text = opener.unseal(noun, FIELD, str(row), sealed)
            low = text.casefold()
            if any(word.may_stand_in(low) for word in wanted):
                _look(Found(noun, row, ""), text, wanted, met.setdefault(case, set()), found.setdefault(case, []))
    return _hits({case for case, numbers in met.items() if len(numbers) == len(wanted)}, keys, found)


def words_of(text: str) -> list[Word]:
    """The words that are looked for, each once."""
    plain = unicodedata.normalize("NFC", text).casefold()
    # A CPR number is found however it is typed.
    return [_word(one) for one in dict.fromkeys(cpr.normal(one) or one for one in plain.split())]


def _word(text: str) -> Word:
    spellings = tuple(dict.fromkeys((text, text.replace("å", "aa"), text.replace("aa", "å"))))
    return Word(spellings, tuple(json.dumps(one, ensure_ascii=False)[1:-1] for one in spellings))


def _sources() -> Iterator[tuple[str, Iterator[Row]]]:
    cases = CaseFile.objects.order_by().values_list("pk", "pk", "sealed")
    yield "casefile", cases.iterator(chunk_size=CHUNK)
    for model in (Party, Note, Consent, Rectification, Document):
        rows = model.objects.values_list("case_id", "pk", "sealed")
        yield str(model._meta.model_name), rows.iterator(chunk_size=CHUNK)
    earlier = EarlierNote.objects.order_by().values_list(F("note__case_id"), "pk", "sealed")
    yield "earliernote", earlier.iterator(chunk_size=CHUNK)


def _look(place: Found, text: str, wanted: list[Word], met: set[int], found: list[Found]) -> None:
    """Mark the words that stand in what a reader of the case sees, and keep where."""
    for field, said in _said(json.loads(text)):
        low = said.casefold()
        here = [number for number, word in enumerate(wanted) if word.stands_in(low)]
        met.update(here)
        if here and len(found) < MOST_FOUND:
            excerpt = cpr.masked(said) if field == "cpr" else _excerpt(said, wanted[here[0]])
            found.append(Found(place.noun, place.id, excerpt))


def _said(data: Any, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _said(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _said(value, field)
    elif isinstance(data, str) and data and field in SEARCHED:
        yield field, data


def _excerpt(said: str, word: Word) -> str:
    """Some words around the first place; line breaks are spaces."""
    low = said.casefold()
    at = min((low.find(one) for one in word.spellings if one in low), default=0)
    start, end = max(0, at - BEFORE), at + AFTER
    dots = ("… " if start else "", " …" if end < len(said) else "")
    return dots[0] + " ".join(said[start:end].split()) + dots[1]


def _hits(complete: set[UUID], keys: Keyring, found: dict[UUID, list[Found]]) -> list[Hit]:
    cases = CaseFile.objects.filter(pk__in=complete).select_related("enquiry")
    ordered = cases.order_by("-enquiry__received_on", "-enquiry__year", "-enquiry__number")
    seals = keys.many_case_seals(complete)
    return [
        Hit(case.pk, str(case.enquiry), unseal(seals[case.pk], case, CaseText).title, tuple(found[case.pk]))
        for case in ordered
    ]
