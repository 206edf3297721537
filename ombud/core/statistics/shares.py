"""Shares: exact fractions, whole per cent that add up, and shares that name both their numbers (R190, R241).

The rule for whole per cent (G17) is the largest remainder. Every part gets its per cent rounded down; what is missing
to 100 is given out one by one to the parts with the largest remainder. At equal remainders the larger count comes
first, then the one listed first. A part of 0 is always 0 per cent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from ombud.core.numbers import number_text, share_text
from ombud.core.words import Words


def per_cents(counts: Sequence[int], base: int | None = None, decimals: int = 0) -> tuple[Fraction | None, ...]:
    """Each count's share of ``base`` (their sum when None), rounded to ``decimals`` decimals of a per cent so that
    together they give the rounded share of their sum: 100 per cent when they are the whole base. All None when
    the base is 0. ``ValueError`` at a negative count.
    """
    if any(count < 0 for count in counts):
        raise ValueError("A count cannot be negative")
    whole = sum(counts)
    base = whole if base is None else base
    if base == 0:
        return (None,) * len(counts)
    steps = 100 * 10**decimals
    exact = [Fraction(count * steps, base) for count in counts]
    given = [floor(one) for one in exact]
    missing = floor(Fraction(whole * steps, base) + Fraction(1, 2)) - sum(given)
    order = sorted(range(len(counts)), key=lambda at: (given[at] - exact[at], -counts[at], at))
    for at in [at for at in order if exact[at] != given[at]][:missing]:
        given[at] += 1
    return tuple(Fraction(one, steps) for one in given)


@dataclass(frozen=True)
class Share:
    """A share that names what is counted and of what: 31 decisions with remarks of 60 substantively processed."""

    numerator: int
    denominator: int
    numerator_name: str
    denominator_name: str

    def __post_init__(self) -> None:
        if not 0 <= self.numerator <= self.denominator:
            raise ValueError(f"{self.numerator} is not a part of {self.denominator}")

    @property
    def fraction(self) -> Fraction | None:
        """The exact share; None of nothing."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    def text(self, words: Words, decimals: int = 1) -> str:
        """Such as "31 of 60 (51.7%)"."""
        language = words.get_language()
        numbers = {
            "part": number_text(self.numerator, language),
            "whole": number_text(self.denominator, language),
        }
        if self.fraction is None:
            return words.gettext("%(part)s of %(whole)s") % numbers
        return words.gettext("%(part)s of %(whole)s (%(share)s)") % (
            numbers | {"share": share_text(self.fraction, language, decimals)}
        )

    def sentence(self, words: Words, decimals: int = 1) -> str:
        """The same with both names: "31 of 60 (51.7%): decisions with remarks of decisions processed"."""
        return words.gettext("%(share)s: %(part)s of %(whole)s") % {
            "share": self.text(words, decimals),
            "part": self.numerator_name,
            "whole": self.denominator_name,
        }


ORDINALS = range(3, 11)


def how_often(share: Fraction, words: Words) -> str:
    """A share in everyday words by exact fraction (R191): "more than half", "more than every fourth", "every tenth".
    The nearest of 1/2, 1/3 ... 1/10 that the share reaches is named; below that "fewer than every tenth".
    ``ValueError`` when it is not a share.
    """
    if not 0 <= share <= 1:
        raise ValueError("A share lies between 0 and 1")
    if share in (0, 1):
        return words.gettext("all") if share else words.gettext("none")
    if share >= Fraction(1, 2):
        return words.gettext("more than half") if share > Fraction(1, 2) else words.gettext("half")
    for number in ORDINALS:
        if share > Fraction(1, number):
            return words.gettext("more than every %(ordinal)s") % {"ordinal": ordinal(number, words)}
        if share == Fraction(1, number):
            return words.gettext("every %(ordinal)s") % {"ordinal": ordinal(number, words)}
    return words.gettext("fewer than every %(ordinal)s") % {"ordinal": ordinal(10, words)}


def ordinal(number: int, words: Words) -> str:
    """3 to 10 as "third" to "tenth"."""
    names = (
        words.gettext("third"),
        words.gettext("fourth"),
        words.gettext("fifth"),
        words.gettext("sixth"),
        words.gettext("seventh"),
        words.gettext("eighth"),
        words.gettext("ninth"),
        words.gettext("tenth"),
    )
    return names[number - 3]
