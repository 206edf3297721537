"""A cell as a whole number."""

import re

from ombud.core.words import Words
from ombud.readers.cell_value import CellValue
from ombud.readers.error import ReadError
from ombud.readers.place import Place
from ombud.readers.texts import to_text

PLAIN_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]0*)?", re.ASCII)
WITH_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[. ]\d{3}){1,4}(?:,0*)?", re.ASCII)


def to_whole_number(value: CellValue, *, words: Words, place: Place | None = None) -> int | None:
    """A whole number, ``None`` when blank. ``1.234`` and ``1 234`` are Danish thousands; ``12,0`` is 12.

    Raises ReadError for fractions, for text, and for yes and no.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = to_text(value, words=words, place=place)
    if text is None:
        return None
    # A number cell of 1.5 must not be taken for text with a thousands point, so only text may carry one.
    if isinstance(value, str) and WITH_THOUSANDS.fullmatch(text):
        return int(text.partition(",")[0].replace(".", "").replace(" ", ""))
    if isinstance(value, bool) or not PLAIN_NUMBER.fullmatch(text):
        raise ReadError(words.gettext("“%(text)s” is not a whole number.") % {"text": text}, place)
    return int(text.replace(",", ".").partition(".")[0])
