"""Opening a case file with everything in it. Pages come here through actions.case_files.reading, which logs first."""

from collections import defaultdict
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from ombud.casework.contents.case import CaseText
from ombud.casework.contents.codec import Content
from ombud.casework.contents.consent import ConsentText, DisclosureText
from ombud.casework.contents.document import DocumentText
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText
from ombud.casework.contents.rectification import RectificationText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import (
    CaseFile,
    Consent,
    Disclosure,
    Document,
    EarlierNote,
    Note,
    Party,
    Rectification,
)
from ombud.casework.models.case_file import SealedRow
from ombud.casework.queries.case_files.opened import (
    EarlierWording,
    OpenedCase,
    OpenedConsent,
    OpenedDisclosure,
    OpenedDocument,
    OpenedNote,
    OpenedPart,
    OpenedParty,
    OpenedRectification,
)
from ombud.core import cpr
from ombud.privacy.keyring import Keyring
from ombud.privacy.seals import Seals

C = TypeVar("C", bound=Content)
O = TypeVar("O", bound="OpenedPart[Any]")  # noqa: E741
Wordings = dict[UUID, tuple[EarlierWording, ...]]


def opened_case(case: CaseFile, keys: Keyring) -> OpenedCase:
    """The whole case. Raises NoAccess, and Damaged when a part of it is."""
    seals = keys.case_seals(case.pk)
    rectifications = _parts(Rectification, case, seals, RectificationText, OpenedRectification)
    return OpenedCase(
        id=case.pk,
        enquiry=case.enquiry.pk,
        number=str(case.enquiry),
        received_on=case.enquiry.received_on,
        opened_on=case.opened_on,
        closed_on=case.enquiry.closed_on,
        version=case.version,
        text=unseal(seals, case, CaseText),
        parties=_parties(case, seals),
        notes=_notes(case, seals, rectifications),
        documents=tuple(sorted(_parts(Document, case, seals, DocumentText, OpenedDocument), key=_document_order)),
        consents=tuple(
            sorted(_parts(Consent, case, seals, ConsentText, OpenedConsent), key=lambda one: one.text.given_on)
        ),
        disclosures=tuple(
            sorted(_parts(Disclosure, case, seals, DisclosureText, OpenedDisclosure), key=lambda one: one.text.on)
        ),
        rectifications=tuple(sorted(rectifications, key=lambda one: one.text.on)),
    )


def opened_note(note: Note, keys: Keyring) -> OpenedNote:
    """One note with its earlier wordings."""
    seals = keys.case_seals(note.case.pk)
    rectifications = _parts(Rectification, note.case, seals, RectificationText, OpenedRectification)
    earlier = _earlier(EarlierNote.objects.filter(note=note), seals, rectifications)
    return OpenedNote(note.pk, note.version, unseal(seals, note, NoteText), earlier.get(note.pk, ()))


def opened_party(party: Party, keys: Keyring) -> OpenedParty:
    """One party, its CPR number masked."""
    return OpenedParty(party.pk, party.version, _with_masked_cpr(unseal(_seals(party, keys), party, PartyText)))


def opened_document(document: Document, keys: Keyring) -> OpenedDocument:
    """What is known of a document; its content is read elsewhere."""
    return OpenedDocument(document.pk, document.version, unseal(_seals(document, keys), document, DocumentText))


def opened_consent(consent: Consent, keys: Keyring) -> OpenedConsent:
    return OpenedConsent(consent.pk, consent.version, unseal(_seals(consent, keys), consent, ConsentText))


def opened_rectification(row: Rectification, keys: Keyring) -> OpenedRectification:
    return OpenedRectification(row.pk, row.version, unseal(_seals(row, keys), row, RectificationText))


def _seals(row: SealedRow, keys: Keyring) -> Seals:
    return keys.case_seals(row.case_id)


def _parts(model: type[SealedRow], case: CaseFile, seals: Seals, kind: type[C], opened: type[O]) -> list[O]:
    rows = model.objects.filter(case=case)
    return [opened(row.pk, row.version, unseal(seals, row, kind)) for row in rows]


def _parties(case: CaseFile, seals: Seals) -> tuple[OpenedParty, ...]:
    found = _parts(Party, case, seals, PartyText, OpenedParty)
    masked = [OpenedParty(one.id, one.version, _with_masked_cpr(one.text)) for one in found]
    return tuple(sorted(masked, key=lambda one: (one.text.role != "citizen", one.text.name.casefold())))


def _with_masked_cpr(text: PartyText) -> PartyText:
    return replace(text, cpr=cpr.masked(text.cpr))


def _notes(case: CaseFile, seals: Seals, rectifications: list[OpenedRectification]) -> tuple[OpenedNote, ...]:
    earlier = _earlier(EarlierNote.objects.filter(note__case=case), seals, rectifications)
    notes = [
        OpenedNote(one.id, one.version, one.text, earlier.get(one.id, ()))
        for one in _parts(Note, case, seals, NoteText, OpenedNote)
    ]
    return tuple(sorted(notes, key=lambda one: (one.text.on, one.text.written_at), reverse=True))


def _earlier(rows: "QuerySet[EarlierNote]", seals: Seals, rectifications: list[OpenedRectification]) -> Wordings:
    wrong = {(one.text.note, one.text.note_version) for one in rectifications}
    wordings: dict[UUID, list[EarlierWording]] = defaultdict(list)
    for row in rows:
        note_id = row.note_id
        text = unseal(seals, row, NoteText)
        wordings[note_id].append(EarlierWording(row.number, text, (str(note_id), row.number) in wrong))
    return {note_id: tuple(found) for note_id, found in wordings.items()}


def _document_order(document: OpenedDocument) -> tuple[str, str]:
    received = document.text.received_on
    return (received.isoformat() if received else "", document.text.name.casefold())
