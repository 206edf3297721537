"""Numbers in a text: digits with thousands marks and decimals, and words from nought to the thousands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_DANISH_ONES = [
    "nul",
    "en",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
]
_DANISH_TENS = dict(
    zip(
        ["tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"],
        range(20, 100, 10),
        strict=True,
    )
)
_ENGLISH_ONES = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)


def _danish() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_DANISH_ONES) if number != 1}
    words |= {"et dusin": 12, "ingen": 0, "intet": 0, "treds": 60, "fyrretyve": 40} | _DANISH_TENS
    for ten, value in _DANISH_TENS.items():
        words |= {f"{one}og{ten}": number + value for number, one in enumerate(_DANISH_ONES[:10]) if number}
    return words


def _english() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_ENGLISH_ONES) if number > 1}
    words |= {"a dozen": 12} | _ENGLISH_TENS
    for ten, value in _ENGLISH_TENS.items():
        words |= {f"{ten}-{one}": number + value for number, one in enumerate(_ENGLISH_ONES[:10]) if number}
    return words


@dataclass(frozen=True)
class Numerals:
    """How one language writes numbers."""

    words: dict[str, int]
    hundred: str
    thousand: str
    joined: str
    mark: str
    decimal: str
    percent: str

    @property
    def digits(self) -> str:
        """A number in digits, with its per cent sign."""
        whole = rf"\d{{1,3}}(?:{re.escape(self.mark)}\d{{3}})+(?!\d)|\d+"
        number = rf"(?P<digits>{whole})(?:{re.escape(self.decimal)}(?P<decimals>\d+))?"
        return rf"(?<![\w]){number}(?!\w)(?P<percent>\s*{self.percent})?"

    @property
    def letters(self) -> str:
        """A number in words, with its per cent sign; the groups tell its parts."""
        small = "|".join(sorted(map(re.escape, self.words), key=len, reverse=True))
        large = rf"(?:(?P<thousands>{small}|en?t?|one|a)?\s?{self.thousand}(?:\s{self.joined})?\s?)?"
        large += rf"(?:(?P<hundreds>{small}|en?t?|one|a)?\s?{self.hundred}(?:\s{self.joined})?\s?)?"
        return rf"\b(?=[^\W\d])(?P<words>{large}(?P<rest>{small})?)(?<=\w)\b(?P<per>\s*{self.percent})?"

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that a number in words has at least one of."""
        said = {part for word in self.words for part in re.split("[ -]", word) if len(part) > 2 or word == part}
        return frozenset(said | {self.hundred, self.thousand.rstrip("?"), self.thousand.rstrip("?")[:-1]})


DANISH = Numerals(_danish(), "hundrede", "tusinde?", "og", ".", ",", r"(?:%|pct\.?|procent\b)")
ENGLISH = Numerals(_english(), "hundred", "thousand", "and", ",", ".", r"(?:%|per cent\b|percent\b)")


@dataclass(frozen=True)
class Numeral:
    """A number where it stands. ``decimals`` is how many were written, ``is_word`` whether in letters."""

    start: int
    end: int
    value: Fraction
    decimals: int
    is_percent: bool
    is_word: bool

    @property
    def whole(self) -> int | None:
        return int(self.value) if self.value.denominator == 1 and not self.is_percent else None


class Reader:
    """Finds the numbers of one language."""

    def __init__(self, numerals: Numerals) -> None:
        self._numerals = numerals
        self._digits_only = re.compile(numerals.digits)
        self._pattern = re.compile(f"{numerals.digits}|{numerals.letters}", re.I)
        self._vocabulary = numerals.vocabulary

    def read(self, text: str) -> Iterator[Numeral]:
        has_words = not self._vocabulary.isdisjoint(re.findall(r"[^\W\d]+", text.casefold()))
        pattern = self._pattern if has_words else self._digits_only
        for found in pattern.finditer(text):
            if found["digits"]:
                yield self._digits(found)
            elif has_words and found["words"]:
                yield self._words(found)

    def _digits(self, found: re.Match[str]) -> Numeral:
        whole = found["digits"].replace(self._numerals.mark, "")
        decimals = found["decimals"] or ""
        value = Fraction(int(whole + decimals), 10 ** len(decimals))
        return Numeral(found.start(), found.end(), value, len(decimals), bool(found["percent"]), False)

    def _words(self, found: re.Match[str]) -> Numeral:
        words = self._numerals.words
        said = found["words"].casefold()
        value = words.get((found["rest"] or "").casefold(), 0)
        if re.search(rf"{self._numerals.hundred}", said):
            value += 100 * words.get((found["hundreds"] or "").casefold(), 1)
        if re.search(rf"{self._numerals.thousand}", said):
            value += 1000 * words.get((found["thousands"] or "").casefold(), 1)
        return Numeral(found.start(), found.end(), Fraction(value), 0, bool(found["per"]), True)
