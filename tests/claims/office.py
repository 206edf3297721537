"""One office with one case in which everything secret carries a marker, and everyone who might want to read it."""

import io
from dataclasses import dataclass
from datetime import date, timedelta

from django.test import Client

from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.consents import give_consent
from ombud.casework.actions.case_files.documents import add_document
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.consent import ConsentText
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText
from ombud.casework.models import CaseFile, Consent, Document, Enquiry, Note, Party
from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership, Municipality
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD, Cast
from tests.unlocked import set_up_keys

DAY = date(2024, 4, 10)
MARKERS = {
    "title": "Mærketitel", "name": "Mærkenavn", "cpr": "010190-1234", "address": "Mærkevej 7", "phone": "91827364",
    "mail": "maerke@borger.example", "note": "Mærkenotat", "consent": "Mærkesamtykke", "file": "mærkefil.txt",
    "document": "Mærkeindhold",
}  # fmt: skip


@dataclass(frozen=True)
class Office:
    """Asta is the adviser of both municipalities and Bo of Albertslund; Bo holds the key as well."""

    cast: Cast
    keys: Keyring
    enquiry: Enquiry
    case: CaseFile
    note: Note
    party: Party
    consent: Consent
    document: Document

    @property
    def here(self) -> Municipality:
        return self.cast.albertslund


def make_office(cast: Cast) -> Office:
    """Through the actions, as the pages do."""
    keys = set_up_keys(cast.albertslund, cast.asta, cast.bo)
    with scope(cast.albertslund):
        who = {"keys": keys, "by": cast.asta}
        enquiry = register(by=cast.asta, received_on=DAY, matters=[MatterInput(None, None)])
        case = open_case(enquiry=enquiry, text=CaseText(title=MARKERS["title"]), **who)
        particulars = {name: MARKERS[name] for name in ("name", "cpr", "address", "phone", "mail")}
        party = add_party(case=case, text=PartyText(**particulars), **who)
        note = write_note(case=case, text=NoteText(on=DAY, title="Opkald", text=MARKERS["note"]), **who)
        consent = give_consent(case=case, text=ConsentText(MARKERS["consent"], DAY, anyone=True), **who)
        content = io.BytesIO(MARKERS["document"].encode())
        document = add_document(case=case, content=content, name=MARKERS["file"], **who)
    return Office(cast, keys, enquiry, case, note, party, consent, document)


def person_in(role: str, municipality: Municipality, days: int = 30) -> User:
    """Somebody new with a role."""
    user = make_account(email=f"{role}@raadhus.example", name=f"Prøve {role}", password=PASSWORD)
    today = date.today()
    dated = {"starts_on": today, "ends_on": today + timedelta(days=days)} if role == Membership.Role.DEPUTY else {}
    appoint(user=user, municipality=municipality, by=None, role=Membership.Role(role), **dated)
    return user


def logged_in(user: User) -> Client:
    """What single sign-on gives as well: identity, no keys."""
    client = Client()
    client.force_login(user)
    return client


def shown_markers(text: str) -> list[str]:
    return [name for name, marker in MARKERS.items() if marker in text]
