"""Whom a report must not name, gathered from the cases."""

import io

from ombud.audit.models import Event
from ombud.casework.actions.case_files.conflicts import declare_conflict
from ombud.casework.actions.case_files.documents import add_document
from ombud.casework.actions.case_files.notes import correct_note, write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.case_files.reading import read_identities
from ombud.casework.contents.party import PartyText
from ombud.casework.models import CaseFile
from ombud.casework.queries.case_files.identities import known_identities
from ombud.core.identities.known import Kind, KnownIdentities
from ombud.privacy.keyring import Keyring
from tests.casework.case_files.conftest import Open, note
from tests.cast import Cast

PARTY = PartyText(
    name="Åse Prøve", cpr="010190-1234", address="Prøvevej 7\n2620 Albertslund", phone="91 82 73 64",
    mail="aase@borger.example", contact_note="eller 40 50 60 70",
)  # fmt: skip


def said(known: KnownIdentities, kind: Kind) -> set[str]:
    return {one.said for one in known.identities if one.kind == kind}


def fill(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    who = {"keys": keys, "by": cast.asta}
    add_party(case=case, text=PARTY, **who)
    first = write_note(case=case, text=note("Se 24/012345 hos post@firma.example, sag 17/2024, tlf. 21223242"), **who)
    correct_note(note=first, version=1, text=note("Rettet. Prøvepersonens navn står her."), **who)
    add_document(case=case, content=io.BytesIO(b"ord"), name="prøvebrev 7.txt", **who)


def test_every_particular_of_the_persons_and_documents_is_gathered(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    fill(case, keys, cast)
    known = known_identities(keys)
    assert said(known, Kind.NAME) == {"Åse Prøve"}
    assert said(known, Kind.CPR) == {"010190-1234"}
    assert said(known, Kind.ADDRESS) == {"Prøvevej 7\n2620 Albertslund"}
    assert said(known, Kind.PHONE) == {"91 82 73 64", "40506070", "21223242"}
    assert said(known, Kind.MAIL) == {"aase@borger.example", "post@firma.example"}
    assert said(known, Kind.FILE_NUMBER) == {"24/012345"}
    assert said(known, Kind.FILE_NAME) == {"prøvebrev 7.txt"}
    assert {one.case for one in known.identities} == {str(case.pk)}
    assert known.own_numbers == {str(case.enquiry)}


def test_a_case_one_is_shut_out_of_is_left_out(opened: Open, keys: Keyring, keys_of_bo: Keyring, cast: Cast) -> None:
    first, second = opened("Den ene"), opened("Den anden")
    fill(first, keys, cast)
    add_party(case=second, text=PartyText(name="Ida Prøve"), keys=keys, by=cast.asta)
    declare_conflict(case=first, person=cast.bo, keys=keys, by=cast.asta)
    assert said(known_identities(keys_of_bo), Kind.NAME) == {"Ida Prøve"}
    assert said(known_identities(keys), Kind.NAME) == {"Åse Prøve", "Ida Prøve"}


def test_gathering_writes_one_line_that_names_nobody(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    fill(case, keys, cast)
    before = Event.objects.count()
    read_identities(municipality=cast.albertslund, keys=keys, by=cast.asta)
    (line,) = list(Event.objects.order_by("pk"))[before:]
    assert (line.action, line.case, line.purpose) == ("identities.read", None, "publication")
    assert "Prøve" not in str(line.__dict__)
