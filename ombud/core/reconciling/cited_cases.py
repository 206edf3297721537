"""Case numbers that a text cites (R37, R193): how many they are, and why they may be higher than the enquiries."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ombud.core.numbers import number_text
from ombud.core.reconciling.flag import Flag, FlagKind
from ombud.core.reconciling.quantity import Place, Told, period_of
from ombud.core.words import Words

_LIST = re.compile(r"(?<![\d/])(?P<numbers>\d{1,4}(?:\s*(?:,|og|and|&)\s*\d{1,4})*)\s*/\s*(?P<year>\d{4})(?!\d)")


@dataclass(frozen=True)
class Cited:
    """The cases of one year that a text cites, each once."""

    year: int
    numbers: tuple[int, ...]


def cited_cases(text: str) -> tuple[Cited, ...]:
    """ "7, 17 og 18/2024" as the numbers 7, 17 and 18 of 2024; years in order."""
    found: dict[int, set[int]] = {}
    for one in _LIST.finditer(text):
        found.setdefault(int(one["year"]), set()).update(int(number) for number in re.findall(r"\d+", one["numbers"]))
    return tuple(Cited(year, tuple(sorted(numbers))) for year, numbers in sorted(found.items()))


def cited_of(texts: Mapping[str, str]) -> tuple[Cited, ...]:
    """The cases that all the texts cite together."""
    return cited_cases("\n".join(texts.values()))


def above_the_enquiries(cited: Cited, total: Told, place: Place, words: Words) -> Flag | None:
    """Case numbers higher than the number of enquiries. Cases are numbered through the year: where the period is part
    of it that is as it should be, and is said so; over a whole year it is a question.
    """
    if not cited.numbers or cited.numbers[-1] <= total.value:
        return None
    period = period_of(total.quantity.span)
    is_whole = period.first.year == period.last.year == cited.year and period.length == 12
    if is_whole:
        text = words.gettext(
            "Case %(number)s/%(year)s is cited, but %(total)s enquiries are told of the year: check the number."
        )
    else:
        text = words.gettext(
            "Case %(number)s/%(year)s is higher than the %(total)s enquiries: cases are numbered through the year, and "
            "the period is part of it. Nothing is wrong."
        )
    texts = {
        "number": cited.numbers[-1],
        "year": cited.year,
        "total": number_text(total.value, words.get_language()),
    }
    return Flag(FlagKind.CASE_NUMBERS if is_whole else FlagKind.EXPLAINED, place, text % texts)
