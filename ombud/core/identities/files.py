"""File names and file numbers, as sequences of words and digits."""

import re
from collections.abc import Callable, Iterator

from ombud.core.identities.reading import ORDINARY_PLAIN
from ombud.core.identities.spelling import plain, words_of

_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,5}$")
NUMBERS = (
    re.compile(r"(?<![\w.])\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2}(?!\w)"),
    re.compile(r"(?<![\w/.-])(?:\d{2}|(?:19|20)\d{2})[/-]\d{4,8}(?:-\d{1,4})?(?![\w/-])"),
    re.compile(r"(?<![\w-])[A-ZÆØÅ]{1,4}-?(?:19|20)?\d{2}\s?-\s?\d{3,8}(?![\w-])"),
    re.compile(r"(?:(?<=[Ss]agsnr\. )|(?<=[Jj]ournalnr\. )|(?<=[Jj]\.nr\. ))[\w./-]{4,24}\d"),
)
"""The municipalities' codes for filing (27.03.00-G01-12-24), year and number (24/012345), and what is called
a file number.
"""
_OWN = re.compile(r"\d{1,4}[/-](?:19|20)\d{2}")
"""The form of an own number, 17/2024, and of two years."""
TELLING_LETTERS, TELLING_DIGITS = 5, 4
_BETWEEN = re.compile(r"[ \u00a0_./\\–-]{0,3}")


def file_numbers_in(text: str) -> Iterator[str]:
    """What has the form of another authority's file number. The office's own, 7/2024, are not among them."""
    for form in NUMBERS:
        for found in form.finditer(text):
            if not _OWN.fullmatch(found[0]):
                yield found[0]


def names_of_file(said: str, is_nobodys: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    """The words of a file's name with its ending, and without where they tell more than "letter" or "scan 3"."""
    whole = tuple(words_of(said))
    if _EXTENSION.search(said) and len(whole) > 1:
        yield whole
    stem = tuple(words_of(_EXTENSION.sub("", said)))
    if any(_tells(part, is_nobodys) for part in stem):
        yield stem


def is_one_name(gap: str) -> bool:
    """Whether what stands between two words may stand in a file's name or number."""
    return _BETWEEN.fullmatch(gap) is not None


def _tells(part: str, is_nobodys: Callable[[str], bool]) -> bool:
    if part[0].isdigit():
        return len(part) >= TELLING_DIGITS and not re.fullmatch(r"(?:19|20)\d\d", part)
    return len(part) >= TELLING_LETTERS and plain(part) not in ORDINARY_PLAIN and not is_nobodys(plain(part))
