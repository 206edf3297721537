"""An anonymised version of a case: made, changed, printed, logged, and kept nowhere."""

from datetime import date
from html import escape

import pytest
from django.test import Client
from django.urls import reverse

from ombud.audit.models import Event
from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.party import PartyText
from ombud.offices.models import Department
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope
from tests.cast import Cast

DAY = date(2024, 4, 10)
SECRETS = ("Ida", "Prøve", "Ole", "010190", "1234", "Prøvevej", "12345678", "ida@borger.example", "10. april")


@pytest.fixture
def department(cast: Cast) -> str:
    with scope(cast.albertslund):
        return str(Department.objects.filter(parent=None, outside=False, ends_on=None).first().local_name)


@pytest.fixture
def address(cast: Cast, keys: Keyring, department: str) -> str:
    with scope(cast.albertslund):
        top = Department.objects.filter(parent=None, outside=False, ends_on=None).first()
        enquiry = register(by=cast.asta, received_on=DAY, matters=[MatterInput(top, None)])
        acting = {"keys": keys, "by": cast.asta}
        case = open_case(enquiry=enquiry, text=CaseText(title="Idas hjemmehjælp"), **acting)
        ida = PartyText(
            name="Ida Prøve", cpr="010190-1234", phone="12345678", address="Prøvevej 7", mail="ida@borger.example"
        )
        add_party(case=case, text=ida, **acting)
        add_party(case=case, text=PartyText(name="Ole Prøve", role="relative"), **acting)
        text = f"Ida (010190-1234, 12345678, Prøvevej 7) og Ole ringede 10. april om {department}."
        write_note(case=case, text=NoteText(on=DAY, kind="call", title="Ole Prøves opkald", text=text), **acting)
    return reverse("cases-anonymised", args=["0165", case.pk])


def test_the_text_names_nobody_and_no_department(unlocked: Client, address: str, department: str) -> None:
    assert unlocked.get(address).status_code == 200
    found = unlocked.post(address, {"without_department": "on"}).content.decode().partition("<textarea")[2]
    assert not [secret for secret in (*SECRETS, escape(department)) if secret in found]
    assert "X&#x27;s hjemmehjælp" in found
    assert "Y&#x27;s opkald" in found
    assert "april 2024" in found


def test_the_department_stays_when_wanted(unlocked: Client, address: str, department: str) -> None:
    found = unlocked.post(address, {}).content.decode().partition("<textarea")[2]
    assert found.count(escape(department)) == 2
    assert not [secret for secret in SECRETS if secret in found]


def test_it_is_logged_with_its_purpose(unlocked: Client, address: str) -> None:
    unlocked.get(address)
    assert not Event.objects.filter(action="case.read", purpose="discussion").exists()
    unlocked.post(address, {})
    assert Event.objects.filter(action="case.read", purpose="discussion").count() == 1


def test_what_is_printed_is_what_was_changed(unlocked: Client, address: str) -> None:
    page = unlocked.post(address, {"text": "X fik hjælp\nY <b>klagede</b>"}).content.decode()
    assert "X fik hjælp<br>Y &lt;b&gt;klagede&lt;/b&gt;" in page
    assert unlocked.post(address, {"text": " "}).status_code == 422
