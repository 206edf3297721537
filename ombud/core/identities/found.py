"""A place where somebody may be named, told without telling who."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from ombud.core.identities.known import Kind
from ombud.core.words import Words


class Why(StrEnum):
    """What makes it an identity: a case has it, it has the form of one, or only a part that many people share."""

    CASE = "case"
    FORM = "form"
    PART = "part"
    UNCITED = "uncited"


@dataclass(frozen=True, repr=False)
class Passage:
    """A text to be searched and where it stands, in whatever terms the caller has."""

    place: Hashable
    text: str

    def __repr__(self) -> str:
        return f"<Passage: {self.place}>"


@dataclass(frozen=True)
class Found:
    """From ``start`` to before ``end`` in the text of the passage at ``place``. ``stops``: publication is refused; else
    somebody must look. ``case`` is the opaque id of the case it is known from, or "".
    """

    place: Hashable
    start: int
    end: int
    kind: Kind
    why: Why
    stops: bool
    case: str = ""


def sentence(found: Found, words: Words) -> str:
    """What is wrong, without the words in question: they belong on no list and in no log."""
    if found.why == Why.UNCITED:
        return words.gettext("One of the office's own numbers stands here and is not cited as a case.")
    if found.why == Why.PART:
        return words.gettext("A name like this is known from a case. Make sure that it is somebody else's.")
    if found.kind == Kind.MAIL and found.stops and found.why == Why.FORM:
        return words.gettext("A private e-mail address stands here. Take it out.")
    by_case, by_form = _sentences(found.kind, words)
    return by_case if found.why == Why.CASE else by_form


def _sentences(kind: Kind, words: Words) -> tuple[str, str]:
    """Known from a case; only by its form. Names and files are never told by their form."""
    match kind:
        case Kind.CPR:
            said = words.gettext("A CPR number stands here. Take it out.")
            return said, said
        case Kind.PHONE:
            return (
                words.gettext("A telephone number that is known from a case stands here. Take it out."),
                words.gettext("A telephone number stands here. Make sure that it is not a citizen's."),
            )
        case Kind.MAIL:
            return (
                words.gettext("An e-mail address that is known from a case stands here. Take it out."),
                words.gettext("An e-mail address stands here. Make sure that it is not a citizen's."),
            )
        case Kind.ADDRESS:
            return (
                words.gettext("An address that is known from a case stands here. Take it out."),
                words.gettext("An address stands here. Make sure that it is not a citizen's."),
            )
        case Kind.FILE_NUMBER:
            said = words.gettext("A file number that is known from a case stands here. Take it out.")
        case Kind.FILE_NAME:
            said = words.gettext("The name of a document in a case stands here. Take it out.")
        case Kind.PLATE:
            said = words.gettext("This looks like a registration plate. Make sure that it is not a citizen's.")
        case _:
            said = words.gettext("A name that is known from a case stands here. Take it out or write X instead.")
    return said, said
