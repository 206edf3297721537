"""What is wrong with a report's text, where, and whether it may be published all the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ombud.core.report.draft import Trouble
from ombud.core.words import Words


class Area(StrEnum):
    """What a problem is about: how the report is put together, numbers that differ, small counts, what the texts claim
    of numbers, citizens who may be recognised.
    """

    FORM = "form"
    RECONCILED = "reconciled"
    HARMLESS = "harmless"
    PROSE = "prose"
    IDENTITY = "identity"


@dataclass(frozen=True)
class Problem:
    """``section`` is the key of the outline's section, ``line`` the line of its text (1 is the first, 0 the section
    as a whole)."""

    section: str
    line: int
    message: str
    stops_publication: bool = True
    area: Area = Area.FORM


def placed(problem: Problem, titles: Mapping[str, str], words: Words) -> str:
    """The message with its place before it: the section's title and the line, as far as it has them."""
    title = titles.get(problem.section)
    if title is None:
        return problem.message
    if not problem.line:
        return words.gettext("%(section)s: %(message)s") % {"section": title, "message": problem.message}
    place = {"section": title, "line": problem.line, "message": problem.message}
    return words.gettext("%(section)s, line %(line)d: %(message)s") % place


def trouble_message(trouble: Trouble, text: str, words: Words) -> str:
    """The sentence for what the markup could already tell was wrong."""
    match trouble:
        case Trouble.UNKNOWN_INSERTION:
            message = words.gettext("“%(text)s” is not an insertion. Use table, figure, see or number.")
        case Trouble.INSERTION_IN_PROSE:
            message = words.gettext("“%(text)s” must stand alone, with an empty line before and after.")
        case Trouble.UNSAFE_LINK:
            message = words.gettext("“%(text)s” is not a link. A link begins with https://, http:// or mailto:.")
        case Trouble.MISSING_FOOTNOTE:
            message = words.gettext("The footnote “%(text)s” has no text.")
        case Trouble.OPEN_CASE:
            message = words.gettext("The case “%(text)s” is not ended. End it with ::: on a line of its own.")
        case Trouble.UNTITLED_CASE:
            message = words.gettext("A case has no title.")
    return message % {"text": text}
