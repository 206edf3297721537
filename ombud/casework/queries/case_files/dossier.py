"""What is handed over at a disclosure, as a tree that a page, a PDF or an archive prints."""

from dataclasses import dataclass, replace
from datetime import date

from ombud.casework.contents.codec import Content, decode
from ombud.casework.contents.consent import DisclosureText, Given
from ombud.casework.contents.document import DocumentText
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Disclosure, Document, Note, Party
from ombud.casework.models.case_file import SealedRow
from ombud.core import cpr
from ombud.privacy.keyring import Keyring

KINDS: dict[str, tuple[type[SealedRow], type[Content]]] = {
    "note": (Note, NoteText),
    "document": (Document, DocumentText),
    "party": (Party, PartyText),
    "cpr": (Party, PartyText),
}


@dataclass(frozen=True)
class Chosen:
    """A part of a case by its noun ("note", "document", "party"; "cpr": a party with its whole number) and id."""

    noun: str
    id: str


@dataclass(frozen=True, repr=False)
class DossierDocument:
    """A document of the dossier; its file is read by its id, unless it was taken away since (``gone``)."""

    id: str
    text: DocumentText
    gone: bool


@dataclass(frozen=True, repr=False)
class Dossier:
    """What was given, as it was that day: persons, notes by day, documents."""

    number: str
    on: date
    recipient: str
    purpose: str
    ground: str
    law: str
    by: str
    parties: tuple[PartyText, ...]
    notes: tuple[NoteText, ...]
    documents: tuple[DossierDocument, ...]


def content_of(case: CaseFile, chosen: Chosen, keys: Keyring) -> tuple[int, Content] | None:
    """The version and content of a part as it would be given now; None when the case has no such part."""
    if chosen.noun not in KINDS:
        return None
    model, kind = KINDS[chosen.noun]
    row = next((row for row in model.objects.filter(case=case) if str(row.pk) == chosen.id), None)
    if row is None:
        return None
    content = unseal(keys.case_seals(case.pk), row, kind)
    if isinstance(content, PartyText) and chosen.noun == "party":
        content = replace(content, cpr=cpr.masked(content.cpr))
    return row.version, content


def dossier(disclosure: Disclosure, keys: Keyring) -> Dossier:
    """What a disclosure gave. Read it through actions.case_files.reading, which writes the log line first."""
    case = disclosure.case
    text = unseal(keys.case_seals(case.pk), disclosure, DisclosureText)
    present = {str(pk) for pk in Document.objects.filter(case=case).values_list("pk", flat=True)}
    notes = [decode(NoteText, given.copy) for given in _of(text, "note")]
    documents = [(given.id, decode(DocumentText, given.copy)) for given in _of(text, "document")]
    return Dossier(
        number=str(case.enquiry),
        on=text.on,
        recipient=text.recipient,
        purpose=text.purpose,
        ground=text.ground,
        law=text.law,
        by=text.by,
        parties=tuple(decode(PartyText, given.copy) for given in (*_of(text, "cpr"), *_of(text, "party"))),
        notes=tuple(sorted(notes, key=lambda note: (note.on, note.written_at))),
        documents=tuple(DossierDocument(key, content, key not in present) for key, content in documents),
    )


def _of(text: DisclosureText, noun: str) -> list[Given]:
    return [given for given in text.given if given.noun == noun]
