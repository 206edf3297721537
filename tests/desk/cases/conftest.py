"""Asta has unlocked Albertslund and has one case there."""

from datetime import date

import pytest
from django.test import Client

from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText
from ombud.casework.models import CaseFile, Enquiry, Note, Party
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.unlocked import set_up_keys, unlock_browser

DAY = date(2024, 4, 10)


@pytest.fixture
def keys(cast: Cast) -> Keyring:
    """Asta's; Bo holds the office's key too."""
    return set_up_keys(cast.albertslund, cast.asta, cast.bo)


@pytest.fixture
def unlocked(desk: Client, cast: Cast, keys: Keyring) -> Client:
    unlock_browser(desk, cast.asta)
    return desk


@pytest.fixture
def enquiry(cast: Cast) -> Enquiry:
    with scope(cast.albertslund):
        return register(by=cast.asta, received_on=DAY, matters=[MatterInput(None, None)])


@pytest.fixture
def case(cast: Cast, keys: Keyring, enquiry: Enquiry) -> CaseFile:
    with scope(cast.albertslund):
        return open_case(enquiry=enquiry, keys=keys, by=cast.asta, text=CaseText(title="Hjemmehjælp"))


@pytest.fixture
def note(cast: Cast, keys: Keyring, case: CaseFile) -> Note:
    with scope(cast.albertslund):
        text = NoteText(on=DAY, kind="call", title="Opkald", text="Ida Prøve ringede")
        return write_note(case=case, text=text, keys=keys, by=cast.asta)


@pytest.fixture
def party(cast: Cast, keys: Keyring, case: CaseFile) -> Party:
    with scope(cast.albertslund):
        text = PartyText(name="Ida Prøve", cpr="010190-1234", phone="12345678")
        return add_party(case=case, text=text, keys=keys, by=cast.asta)
