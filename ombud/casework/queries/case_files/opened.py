"""A case file as it is read: frozen data classes that never show themselves in a log or a traceback."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from ombud.casework.contents.case import CaseText
from ombud.casework.contents.codec import Content
from ombud.casework.contents.consent import ConsentText, DisclosureText
from ombud.casework.contents.document import DocumentText
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText
from ombud.casework.contents.rectification import RectificationText

C = TypeVar("C", bound=Content)


@dataclass(frozen=True, repr=False)
class OpenedPart(Generic[C]):
    """A part of a case by its id, with the version that a correction has to name."""

    id: UUID
    version: int
    text: C

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


class OpenedParty(OpenedPart[PartyText]):
    """The CPR number stands masked: see actions.case_files.parties.show_cpr."""


class OpenedDocument(OpenedPart[DocumentText]):
    pass


class OpenedConsent(OpenedPart[ConsentText]):
    pass


class OpenedDisclosure(OpenedPart[DisclosureText]):
    pass


class OpenedRectification(OpenedPart[RectificationText]):
    @property
    def untold(self) -> tuple[str, ...]:
        """The recipients that have not been told yet."""
        return tuple(recipient.name for recipient in self.text.recipients if recipient.told_on is None)


@dataclass(frozen=True, repr=False)
class EarlierWording:
    """A note as version ``number`` said it; ``wrong`` when it was put right by a rectification."""

    number: int
    text: NoteText
    wrong: bool


@dataclass(frozen=True, repr=False)
class OpenedNote(OpenedPart[NoteText]):
    """The latest wording, and those before it, the oldest first."""

    earlier: tuple[EarlierWording, ...] = ()

    __repr__ = OpenedPart.__repr__


@dataclass(frozen=True, repr=False)
class OpenedCase:
    """Everything of a case. Notes come by their day, the last first; an anonymous case has no party."""

    id: UUID
    enquiry: int
    number: str
    received_on: date
    opened_on: date
    closed_on: date | None
    version: int
    text: CaseText
    parties: tuple[OpenedParty, ...]
    notes: tuple[OpenedNote, ...]
    documents: tuple[OpenedDocument, ...]
    consents: tuple[OpenedConsent, ...]
    disclosures: tuple[OpenedDisclosure, ...]
    rectifications: tuple[OpenedRectification, ...]

    @property
    def is_anonymous(self) -> bool:
        return not self.parties
