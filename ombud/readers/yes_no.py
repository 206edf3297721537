"""A cell as yes or no."""

from ombud.core.words import Words
from ombud.readers.cell_value import CellValue
from ombud.readers.error import ReadError
from ombud.readers.place import Place
from ombud.readers.texts import to_text

ANSWERS: dict[str, bool] = dict.fromkeys(("ja", "j", "x", "1", "sand", "yes", "y", "true", "✓"), True) | dict.fromkeys(
    ("nej", "n", "0", "falsk", "no", "false"), False
)


def to_yes_no(value: CellValue, *, words: Words, place: Place | None = None) -> bool | None:
    """True or False for the usual answers, ``None`` when blank. Raises ReadError for anything else."""
    if isinstance(value, bool):
        return value
    text = to_text(value, words=words, place=place)
    if text is None:
        return None
    answer = ANSWERS.get(text.casefold())
    if answer is None:
        raise ReadError(words.gettext("“%(text)s” is neither yes nor no.") % {"text": text}, place)
    return answer
