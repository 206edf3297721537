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
    words = {word: number for number, word in enumerate(_DANISH_ONES) if number != 1} | {"én": 1, "ét": 1}
    words |= {"et dusin": 12, "ingen": 0, "intet": 0, "treds": 60, "fyrretyve": 40} | _DANISH_TENS
    for ten, value in _DANISH_TENS.items():
        words |= {f"{one}og{ten}": number + value for number, one in enumerate(_DANISH_ONES[:10]) if number}
    return words


def _english() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_ENGLISH_ONES) if number}
    words |= {"a dozen": 12} | _ENGLISH_TENS
    for ten, value in _ENGLISH_TENS.items():
        words |= {f"{ten}-{one}": number + value for number, one in enumerate(_ENGLISH_ONES[:10]) if number}
    return words


def _loose(*forms: str) -> str:
    return rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)".replace(" ", r"\s+")


_DANISH_OF = (
    r"(?= (?:ud )?af (?:i alt )?(?:de |disse )?(?:i alt )?(?:\d|to|tre|fire|fem|seks|syv|otte|ni|ti)(?!\w|[.]\d))"
)
_DANISH_LOOSE = _loose(
    r"(?:(?:kun|blot|bare|netop) )?(?P<one>(?:en|et|én|ét|den|det) (?:eneste|enkelt))",
    r"(?:kun|blot|bare|netop|højst|mindst) (?P<only>en|et)(?! (?:del|gang|brøkdel|fåtal|mindretal|smule|række))",
    r"(?P<of>en|et)" + _DANISH_OF,
    r"(?P<percent>(?:en|et) (?:procent|pct))",
    r"(?P<couple>et par)(?: (?P<times>hundrede|tusinde?))?",
    r"(?P<handful>en håndfuld)",
)
_ENGLISH_LOOSE = _loose(
    r"(?P<one>(?:a|one|the) (?:single|sole|only))(?! (?:largest|biggest))",
    r"(?P<couple>a couple of)(?: (?P<times>hundred|thousand))?",
    r"(?P<handful>a handful of)",
)
_REACH = {"couple": (2, 1), "handful": (5, 2)}
"""What is meant by words that tell no exact number, and how far from it they reach."""


@dataclass(frozen=True)
class Numerals:
    """How one language writes numbers. ``loose`` are words that are numbers only where others stand beside them."""

    words: dict[str, int]
    hundred: str
    thousand: str
    joined: str
    mark: str
    decimal: str
    percent: str
    loose: str

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


DANISH = Numerals(_danish(), "hundrede", "tusinde?", "og", ".", ",", r"(?:%|pct\.?|procent\b)", _DANISH_LOOSE)
ENGLISH = Numerals(_english(), "hundred", "thousand", "and", ",", ".", r"(?:%|per cent\b|percent\b)", _ENGLISH_LOOSE)


@dataclass(frozen=True)
class Numeral:
    """A number where it stands. ``decimals`` is how many were written, ``is_word`` whether in letters, ``reach`` how
    far from it the words may mean: "a couple of" is two, give or take one.
    """

    start: int
    end: int
    value: Fraction
    decimals: int
    is_percent: bool
    is_word: bool
    reach: int = 0

    @property
    def is_soft(self) -> bool:
        """Whether it may be no number at all ("one thing") or is no exact one."""
        return self.is_word and (self.value == 1 or self.reach > 0)

    @property
    def whole(self) -> int | None:
        return int(self.value) if self.value.denominator == 1 and not self.is_percent else None


class Reader:
    """Finds the numbers of one language."""

    def __init__(self, numerals: Numerals) -> None:
        self._numerals = numerals
        self._digits_only = re.compile(numerals.digits)
        self._pattern = re.compile(f"{numerals.digits}|{numerals.letters}", re.I)
        self._loose_pattern = re.compile(numerals.loose, re.I)
        self._vocabulary = numerals.vocabulary

    def read(self, text: str) -> Iterator[Numeral]:
        """In order; of two that overlap the longer."""
        loose = [self._loose(found) for found in self._loose_pattern.finditer(text)]
        if not loose:
            yield from self._surely(text)
            return
        last = 0
        for one in sorted([*self._surely(text), *loose], key=lambda one: (one.start, -one.end)):
            if one.start >= last:
                yield one
                last = one.end

    def _surely(self, text: str) -> Iterator[Numeral]:
        has_words = not self._vocabulary.isdisjoint(re.findall(r"[^\W\d]+", text.casefold()))
        pattern = self._pattern if has_words else self._digits_only
        for found in pattern.finditer(text):
            if found["digits"]:
                yield self._digits(found)
            elif has_words and found["words"]:
                yield self._words(found)

    def _loose(self, found: re.Match[str]) -> Numeral:
        name = next(
            name for name in ("one", "only", "of", "percent", "couple", "handful") if found.groupdict().get(name)
        )
        value, reach = _REACH.get(name, (1, 0))
        times = (found.groupdict().get("times") or "").casefold()
        power = 1 if not times else 100 if times == self._numerals.hundred else 1000
        end = found.end("times") if times else found.end(name)
        return Numeral(found.start(name), end, Fraction(value * power), 0, name == "percent", True, reach * power)

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
