"""One spelling for many: å as aa, ph as f, Christensen as Kristensen; and a word without its Danish endings."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+|\d+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens and signs without width, which would split a word that nobody sees split."""
_LETTERS = str.maketrans(
    {"å": "aa", "æ": "ae", "ø": "oe", "ä": "ae", "ö": "oe", "ü": "y", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}
)
_SOUNDS = (
    ("aa", "a"), ("ae", "e"), ("oe", "o"), ("ph", "f"), ("ck", "k"), ("ch", "k"), ("kh", "k"), ("qu", "kv"), ("q", "k"),
    ("c", "k"), ("z", "s"), ("w", "v"), ("x", "ks"), ("th", "t"), ("dt", "t"), ("gh", "g"), ("kj", "k"), ("gj", "g"),
    ("y", "i"),
)  # fmt: skip
_ENDINGS = ("ernes", "erne", "es", "s")
_COMPOUND = re.compile(
    r"(.{2,}?)(?:sagen|sagens|sager|sagerne|familien|familiens|parret|parrets|børnene|børnenes|boern(?:ene|enes))"
)
SHORTEST_STEM = 2
LONG = 6


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """A word or a number with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


@dataclass(frozen=True, slots=True, repr=False)
class Spellings:
    """A word as it may have been meant: ``plain`` only without capitals and with å as aa, ``sounds`` with all that is
    spelt in several ways made alike. Each with and without an ending.
    """

    plain: tuple[str, ...]
    sounds: tuple[str, ...]


def tokens_of(text: str) -> list[Token]:
    """The words and numbers of a text that was made ``readable``."""
    return [Token(found[0], found.start(), found.end()) for found in WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """The same without their places."""
    return WORD.findall(text)


def readable(text: str) -> tuple[str, Sequence[int]]:
    """The text in composed letters and without invisible signs, and for each place in it (and its end) the one in the
    text given.
    """
    if unicodedata.is_normalized("NFC", text) and not INVISIBLE.search(text):
        return text, range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        whole = INVISIBLE.sub("", unicodedata.normalize("NFC", text[start:end]))
        letters.append(whole)
        places += [start] * len(whole)
        start = end
    return "".join(letters), [*places, len(text)]


@lru_cache(maxsize=1 << 17)
def plain(word: str) -> str:
    """Small letters a to z as far as there are any: "Kjærgård" and "KJAERGAARD" are both "kjaergaard"."""
    folded = word.casefold().translate(_LETTERS)
    if folded.isascii():
        return folded
    return "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """Letters that are used for one another made alike: "Filip" and "Philipp" are both "filip"."""
    folded = plain(word)
    for written, heard in _SOUNDS:
        folded = folded.replace(written, heard)
    return "".join(sign for sign, before in zip(folded, "\0" + folded, strict=False) if sign != before)


@lru_cache(maxsize=1 << 16)
def spellings(word: str) -> Spellings:
    """The word and what it is an inflection or a compound of: "Hansens" of "Hansen", "Jensensagen" of "Jensen"."""
    folded = plain(word)
    stems = _stems(folded)
    compound = _COMPOUND.fullmatch(folded) if len(folded) > LONG else None
    if compound:
        stems += _stems(compound[1])
    unique = tuple(dict.fromkeys(stems))
    return Spellings(unique, tuple(dict.fromkeys(sound(stem) for stem in unique)))


def _stems(folded: str) -> list[str]:
    cut = [folded[: -len(end)] for end in _ENDINGS if folded.endswith(end)]
    return [folded, *(stem for stem in cut if len(stem) >= SHORTEST_STEM)]
