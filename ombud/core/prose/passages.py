"""A section's text as sentences and clauses, every letter still in its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ombud.core.prose.grammar import Grammar

_INSERTION = re.compile(r"\{[^{}\n]*\}|\[\^[^\]\s]+\]:?|https?://\S+|\S+@\S+\.\w+|<[^>\n]*>")
_LINK = re.compile(r"\[([^\]\n]*)\](\([^)\s]*\))")
_CASE = re.compile(r"^:::.*?(?:^:::[ \t\r]*$|\Z)", re.M | re.S)
_MARKS = re.compile(r"[*`_]+")
_LIST = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)]|[a-z]\)|>)[ \t]+", re.M)
_NUMBERED = re.compile(r"^[ \t]*\d+(?:\.\d+)*\.?[ \t]+(?=[A-ZÆØÅ])|^[ \t]*\d+[ \t]*[-–][ \t]+(?=\w)", re.M)
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t\r]*\n|\n[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]|\n#|\n:::).)+", re.S)
_STOP = re.compile(r"[.!?](?=[\s\"”“’'»)]+[A-ZÆØÅ0-9\"”“’'»(])|[.!?]$")
_SMALL_WORD = re.compile(r"[\w.]+$")


@dataclass(frozen=True)
class ProseSection:
    """A section to be checked: its key and title, and the text in the markup it was written in."""

    key: str
    title: str
    text: str


@dataclass(frozen=True)
class Sentence:
    """``text`` is the sentence with markup blanked out; ``start`` where it begins in the section's text. ``headings``
    are those it stands under, innermost last. ``in_case``: it tells a citizen's story. ``stands_alone``: it begins a
    paragraph that is no point of a list. ``is_point``: it stands in a point of a list.
    """

    section: ProseSection
    start: int
    text: str
    headings: tuple[str, ...]
    in_case: bool
    stands_alone: bool
    is_point: bool = False


@dataclass(frozen=True)
class Passages:
    """One section, read with the grammar of its language."""

    section: ProseSection
    grammar: Grammar

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.section.text))]

    def line_of(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset)

    def sentences(self) -> Iterator[Sentence]:
        """In reading order."""
        masked = mask(self.section.text)
        cases = [(found.start(), found.end()) for found in _CASE.finditer(self.section.text)]
        heading = ""
        for paragraph in _PARAGRAPH.finditer(self.section.text):
            text = masked[paragraph.start() : paragraph.end()]
            if text.lstrip().startswith("#"):
                heading = text.strip("# \r\n\t")
                continue
            if text.lstrip().startswith(":::") or not text.strip():
                continue
            heads = tuple(one for one in (self.section.title, heading) if one)
            in_case = any(first <= paragraph.start() < last for first, last in cases)
            is_point = _LIST.match(paragraph[0].lstrip("\r\n")) is not None
            alone = not is_point
            for start, end in self._split(text):
                yield Sentence(
                    self.section, paragraph.start() + start, _one_line(text[start:end]), heads, in_case, alone, is_point
                )
                alone = False

    def _split(self, text: str) -> Iterator[tuple[int, int]]:
        start = 0
        for stop in _STOP.finditer(text):
            word = _SMALL_WORD.search(text, start, stop.start())
            if stop[0] == "." and word and self._is_short(word[0], text[stop.end() :]):
                continue
            yield start, stop.end()
            start = stop.end()
        if text[start:].strip():
            yield start, len(text)

    def _is_short(self, word: str, after: str) -> bool:
        """Whether the full stop ends an abbreviation or an ordinal rather than the sentence."""
        return word.casefold() in self.grammar.abbreviations or (
            word.isdecimal() and len(word) < 3 and bool(re.match(r"\s+[a-zæøå\d]", after))
        )


def mask(text: str) -> str:
    """The text with everything blanked out that is no prose; as long as before."""
    text = _LINK.sub(lambda found: f" {found[1]} " + " " * len(found[2]), text)
    for form in (_INSERTION, _LIST, _NUMBERED, _MARKS):
        text = form.sub(lambda found: " " * len(found[0]), text)
    return text


def _one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)


def clauses(sentence: Sentence, grammar: Grammar) -> list[tuple[int, int]]:
    """Where each clause of a sentence begins and ends."""
    starts = [0, *(found.start() for found in grammar.breaks.finditer(sentence.text))]
    return [(start, end) for start, end in zip(starts, [*starts[1:], len(sentence.text)], strict=True) if end > start]
