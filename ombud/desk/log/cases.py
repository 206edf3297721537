"""Which case a line is about, and which part of it: for whoever may open the case, and for nobody else."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ombud.audit.models import Event
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.codec import Content
from ombud.casework.contents.consent import ConsentText, DisclosureText
from ombud.casework.contents.document import DocumentText
from ombud.casework.contents.note import NoteKind, NoteText
from ombud.casework.contents.party import PartyRole, PartyText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Consent, Disclosure, Document, Note, Party
from ombud.desk.log.people import People
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CannotOpen
from ombud.privacy.seals import Seals

PARTS: dict[str, tuple[Any, type[Content]]] = {
    "note": (Note, NoteText),
    "party": (Party, PartyText),
    "document": (Document, DocumentText),
    "consent": (Consent, ConsentText),
    "disclosure": (Disclosure, DisclosureText),
}


@dataclass(frozen=True, repr=False)
class NamedCase:
    """A case as its readers know it."""

    number: str
    title: str


class OpenedCases:
    """The cases of some lines that this person may open now, with what the lines' sealed details point at.

    Of a case that one is shut out of, or that is gone, nothing is known here: the line keeps its bare skeleton.
    """

    def __init__(self, events: Iterable[Event], keys: Keyring, office: str) -> None:
        events = list(events)
        asked = {event.case for event in events if event.case is not None}
        try:
            self._office: Seals | None = keys.office_seals(office)
        except CannotOpen:  # A member who has not been given the office's key yet.
            self._office = None
        self._seals = keys.many_case_seals(asked) if self._office is not None else {}
        cases = CaseFile.objects.filter(pk__in=self._seals).select_related("enquiry")
        self._cases = {case.pk: NamedCase(str(case.enquiry), self._title(case)) for case in cases}
        self._details = {event.pk: self._open(event) for event in events if event.case in self._cases and event.details}
        self._parts = self._named_parts()

    def case(self, event: Event) -> NamedCase | None:
        """The case a line is about, or None."""
        return self._cases.get(event.case) if event.case is not None else None

    def details(self, event: Event, people: People) -> list[str]:
        """What of the case it was: the note, the document, the person; a member shut out or let in."""
        said = self._details.get(event.pk, {})
        found = [self._parts.get(str(key), _("removed since")) for noun, key in said.items() if noun in PARTS]
        return [*found, people.name(str(said["person"]))] if "person" in said else found

    def _open(self, event: Event) -> dict[str, Any]:
        if self._office is None:
            return {}
        try:
            told = json.loads(self._office.unseal("event", "details", str(event.case), event.details))
        except (CannotOpen, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def _named_parts(self) -> dict[str, str]:
        named: dict[str, str] = {}
        for noun, (model, kind) in PARTS.items():
            wanted = {str(said[noun]) for said in self._details.values() if noun in said}
            for row in model.objects.filter(pk__in=wanted, case__in=self._cases) if wanted else ():
                named[str(row.pk)] = _name(_opened(self._seals[row.case_id], row, kind))
        return named

    def _title(self, case: CaseFile) -> str:
        opened = _opened(self._seals[case.pk], case, CaseText)
        return opened.title if isinstance(opened, CaseText) else _("damaged")


def _opened(seals: Seals, row: Any, kind: type[Content]) -> Content | None:
    try:
        return unseal(seals, row, kind)
    except CannotOpen:
        return None


def _name(text: Content | None) -> str:
    """What a part is called in the case."""
    match text:
        case NoteText():
            return text.title or str(NoteKind(text.kind).label)
        case PartyText():
            return text.name or str(PartyRole(text.role).label)
        case DocumentText():
            return text.name
        case ConsentText():
            return text.scope
        case DisclosureText():
            return text.recipient
    return _("damaged")
