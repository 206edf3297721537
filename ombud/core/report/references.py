"""The printed text of a reference, and references that were never filled in (R254, R256, I15)."""

import re
from collections.abc import Iterator

from ombud.core.report.targets import Target, Targets
from ombud.core.report.typography import NO_BREAK_SPACE
from ombud.core.words import Words

_KIND = r"\b(?P<word>figur|figure|tabel|table|afsnit|section|case)"
_UNFILLED = re.compile(_KIND + r"\s+(?:X{1,3}|x|N{1,2}|\?+|_+|…|\.\.\.)(?![\w-])", re.IGNORECASE)
_TYPED = re.compile(
    _KIND + r"\s+(?P<number>\d+(?:\.\d+)*)(?!\w)(?P<elsewhere>\s+(?:i|in|af|of|fra|from)\b)?", re.IGNORECASE
)
_KINDS = {
    "figur": "figure",
    "figure": "figure",
    "tabel": "table",
    "table": "table",
    "afsnit": "section",
    "section": "section",
    "case": "case",
}


def reference_text(target: Target, words: Words) -> str:
    """ "tabel 2", "figur 1", "afsnit 1.2", "case 3", or the section's title where it has no number."""
    if not target.number:
        return words.gettext("the section “%(title)s”") % {"title": target.title}
    match target.kind:
        case "table":
            text = words.gettext("table %(number)s")
        case "figure":
            text = words.gettext("figure %(number)s")
        case "case":
            text = words.gettext("case %(number)s")
        case _:
            text = words.gettext("section %(number)s")
    return (text % {"number": target.number}).replace(" ", NO_BREAK_SPACE)


def capitalised_after(before: str, text: str) -> str:
    """``text`` with a capital letter where it begins a paragraph or a sentence."""
    so_far = before.rstrip()
    return text[:1].upper() + text[1:] if not so_far or so_far[-1] in ".!?" else text


def unfilled_references(text: str) -> Iterator[tuple[int, str]]:
    """ "figur X", "tabel ?": a place the writer meant to fill in, each with its offset."""
    return ((found.start(), found[0]) for found in _UNFILLED.finditer(text))


def typed_references(text: str, targets: Targets) -> Iterator[tuple[int, str, bool]]:
    """Each number typed by hand: its offset, its text, and whether it certainly leads to nothing.

    "afsnit 4 i vedtægten" may be about another text, so it is not certain.
    """
    for start, shown, kind, number, is_elsewhere in typed_numbers(text):
        yield start, shown, number not in targets.numbers(kind) and not is_elsewhere


def typed_numbers(text: str) -> Iterator[tuple[int, str, str, str, bool]]:
    """Each reference by number: its offset, its text, the kind and number of what it leads to, and whether it says that
    this is in another text.
    """
    for found in _TYPED.finditer(text):
        shown = f"{found['word']} {found['number']}"
        yield found.start(), shown, _KINDS[found["word"].lower()], found["number"], found["elsewhere"] is not None
