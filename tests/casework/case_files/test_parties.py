"""Persons of a case: CPR numbers masked, anonymity, and recognising who was here before."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.models import Event
from ombud.casework.actions.case_files.parties import add_party, correct_party, identify, remove_party, show_cpr
from ombud.casework.actions.case_files.reading import look_up_citizen, read_case
from ombud.casework.actions.case_files.tracing import recognise_citizens
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.contents.party import PartyText, Relation
from ombud.casework.models import CaseFile, Party, Trace
from ombud.casework.queries.case_files.opening import opened_party
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from tests.casework.case_files.conftest import Open
from tests.cast import Cast

CITIZEN = PartyText(name="Jens Åkær", cpr="0101901234", phone="+45 12 34 56 78", mail="Jens@Mail.example")


def test_a_cpr_number_is_masked_until_a_purpose_is_given(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    party = add_party(case=case, text=CITIZEN, keys=keys, by=cast.asta)
    read = read_case(case.pk, keys=keys, by=cast.asta)
    assert read.parties[0].text.cpr == opened_party(party, keys).text.cpr == "010190-••••"
    with pytest.raises(ValidationError):
        show_cpr(party=party, purpose="", keys=keys, by=cast.asta)
    assert not Event.objects.filter(action="cpr.shown").exists()
    assert show_cpr(party=party, purpose="identification", keys=keys, by=cast.asta) == "010190-1234"
    line = Event.objects.get(action="cpr.shown")
    assert (line.case, line.purpose) == (case.pk, "identification")
    assert "1234" not in repr(read) + repr(read.parties) + repr(read.parties[0].text) + repr(CITIZEN)


def test_no_line_of_the_log_names_the_citizen(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    party = add_party(case=case, text=CITIZEN, keys=keys, by=cast.asta)
    correct_party(party=party, version=1, text=replace(CITIZEN, address="Vejen 1"), keys=keys, by=cast.asta)
    for line in Event.objects.filter(case=case.pk):
        details = bytes(line.details)
        opened = keys.office_seals("0165").unseal("event", "details", str(case.pk), details) if details else ""
        assert "Jens" not in str(line.__dict__) + opened
        assert "1234" not in opened.replace(str(party.pk), "")


def test_correcting_with_the_masked_number_keeps_the_whole_one(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    party = add_party(case=case, text=CITIZEN, keys=keys, by=cast.asta)
    shown = opened_party(party, keys).text
    correct_party(party=party, version=1, text=replace(shown, name="Jens Nyt"), keys=keys, by=cast.asta)
    stored = Party.objects.get()
    assert opened_party(stored, keys).text.name == "Jens Nyt"
    assert show_cpr(party=stored, purpose="casework", keys=keys, by=cast.asta) == "010190-1234"
    with pytest.raises(ChangedMeanwhile):
        correct_party(party=party, version=1, text=shown, keys=keys, by=cast.asta)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (PartyText(), "name"),
        (replace(CITIZEN, cpr="320190-1234"), "cpr"),
        (replace(CITIZEN, role="boss"), "role"),
        (replace(CITIZEN, preferred_contact="pigeon"), "preferred_contact"),
        (replace(CITIZEN, relations=(Relation("mor til", "nobody"),)), "relations"),
    ],
)
def test_what_cannot_be_a_party_is_refused_and_nothing_written(
    case: CaseFile, keys: Keyring, cast: Cast, text: PartyText, field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        add_party(case=case, text=text, keys=keys, by=cast.asta)
    assert list(refused.value.message_dict) == [field]
    assert not Party.objects.exists()
    assert not Event.objects.filter(action="party.added").exists()


def test_an_anonymous_case_is_tied_to_its_citizen_later(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    assert read_case(case.pk, keys=keys, by=cast.asta).is_anonymous
    before = type(case.enquiry).objects.values().get()
    citizen = identify(case=case, text=CITIZEN, keys=keys, by=cast.asta)
    mother = PartyText(role="relative", name="Mor", relations=(Relation("mor til", str(citizen.pk)),))
    add_party(case=case, text=mother, keys=keys, by=cast.asta)
    read = read_case(case.pk, keys=keys, by=cast.asta)
    assert [party.text.name for party in read.parties] == ["Jens Åkær", "Mor"]
    assert type(case.enquiry).objects.values().get() == before
    with pytest.raises(ValidationError):
        identify(case=case, text=CITIZEN, keys=keys, by=cast.asta)


def test_who_was_here_before_is_recognised_however_it_is_written(
    opened: Open, keys: Keyring, cast: Cast, albertslund: Municipality
) -> None:
    case = opened("Første gang")
    party = add_party(case=case, text=CITIZEN, keys=keys, by=cast.asta)
    given = {"municipality": albertslund, "keys": keys, "by": cast.asta}
    for text, by in [
        (PartyText(cpr="010190 1234"), "cpr"),
        (PartyText(phone="12345678"), "phone"),
        (PartyText(mail="JENS@mail.example "), "mail"),
        (PartyText(name="jens  ÅKÆR"), "name"),
    ]:
        assert [(found.case, found.by) for found in look_up_citizen(text, **given)] == [(case.pk, by)]
    assert look_up_citizen(PartyText(cpr="020290-1234"), **given) == []
    assert "Jens" not in str([line.__dict__ for line in Event.objects.filter(action="citizen.looked_up")])
    remove_party(party=party, version=1, keys=keys, by=cast.asta)
    assert not Trace.objects.exists()


def test_the_recognition_can_be_switched_off_and_on(
    case: CaseFile, keys: Keyring, cast: Cast, albertslund: Municipality
) -> None:
    add_party(case=case, text=CITIZEN, keys=keys, by=cast.asta)
    assert Trace.objects.count() == 4
    off = recognise_citizens(municipality=albertslund, wanted=False, keys=keys, by=cast.asta)
    case.municipality.refresh_from_db()
    add_party(case=case, text=CITIZEN, keys=keys, by=cast.asta)
    assert not Trace.objects.exists()
    assert look_up_citizen(CITIZEN, municipality=off, keys=keys, by=cast.asta) == []
    recognise_citizens(municipality=off, wanted=True, keys=keys, by=cast.asta)
    assert Trace.objects.count() == 8
