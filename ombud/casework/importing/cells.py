"""Cells to codes, each different value read once: a register of 100,000 rows has few different ones."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from ombud.casework.importing.names import Entry, Names, Unknown, cpr_refusal
from ombud.casework.importing.personal import has_cpr_number, may_name_somebody
from ombud.casework.words import WORDS
from ombud.readers import CellValue, ReadError, to_date, to_text, to_whole_number, to_yes_no

Read = Callable[[CellValue], Any]


class Trouble:
    """A cell that cannot be used, in the place of its value."""

    __slots__ = ("message", "suggestions", "value")

    def __init__(self, message: str, value: str = "", suggestions: tuple[tuple[str, str], ...] = ()) -> None:
        self.message, self.value, self.suggestions = message, value, suggestions


class Once(dict[CellValue, Any]):
    """What ``read`` makes of a value, remembered. A refusal becomes a Trouble; neither a CPR number nor what
    could be somebody's name is repeated in it.
    """

    def __init__(self, read: Read) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, value: CellValue) -> Any:
        result: Any
        try:
            result = self.read(value)
        except Unknown as unknown:
            result = Trouble(unknown.message, unknown.value, unknown.suggestions)
        except ReadError as error:
            result = _trouble(error.message, str(value) if isinstance(value, str | int | float) else "")
        self[value] = result
        return result


def _trouble(message: str, shown: str) -> Trouble:
    """Such a column holds no names of things, so words in it are not repeated: they could be a person's."""
    if has_cpr_number(shown):
        return Trouble(cpr_refusal())
    if may_name_somebody(shown):
        return Trouble(_("There are words where a date, a number or yes or no is expected. See the cell in your file."))
    return Trouble(message, shown[:200])


def text(value: CellValue) -> str:
    """The text of a cell, "" when blank. Refuses what looks like a CPR number."""
    found = to_text(value, words=WORDS) or ""
    if has_cpr_number(found):
        raise Unknown(cpr_refusal())
    return found


def short_text(most: int) -> Read:
    """Text of at most so many characters."""

    def read(value: CellValue) -> str:
        found = text(value)
        if len(found) > most:
            raise Unknown(_("The text is longer than %(most)d characters.") % {"most": most}, found[:60])
        return found

    return read


def day(date1904: bool) -> Read:
    """The day as ISO text, "" when blank."""

    def read(value: CellValue) -> str:
        found = to_date(value, words=WORDS, date1904=date1904)
        return "" if found is None else found.isoformat()

    return read


def yes_no(value: CellValue) -> bool | None:
    """Yes, no, or None when blank."""
    return to_yes_no(value, words=WORDS)


def count(value: CellValue) -> int | None:
    """A whole number that is not negative."""
    found = to_whole_number(value, words=WORDS)
    if found is not None and found < 0:
        raise Unknown(_("A count cannot be negative."), str(found))
    return found


def named(names: Names, message: str) -> Read:
    """The rows of the set-up that a name may stand for; ``()`` when blank or mapped to *not stated*."""

    def read(value: CellValue) -> tuple[Entry, ...]:
        found = text(value)
        if not found or names.means_nothing(found):
            return ()
        entries = names.find(found)
        if not entries:
            raise names.unknown(found, message)
        return tuple(entries)

    return read


def answer(answers: dict[str, Any], message: str) -> Read:
    """One of a few known answers, None when blank."""

    def read(value: CellValue) -> Any:
        found = text(value)
        if not found:
            return None
        folded = found.casefold().strip(" .:")
        if folded not in answers:
            raise Unknown(message % {"text": found}, found)
        return answers[folded]

    return read
