import copy
import pickle
import traceback
from uuid import uuid4

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from ombud.privacy import keyring as module
from ombud.privacy.actions import cases, offices
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, OfficeKey, OfficeWrap, PersonKey
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.errors import CannotOpen, Damaged, NoAccess, WrongKey
from ombud.privacy.sealing.letters import new_pair
from tests.privacy.people import BENT, CLARA, OFFICE, OTHER_OFFICE, again, keyring, office_of

pytestmark = pytest.mark.django_db


def test_an_adviser_of_two_offices_opens_both_and_mixes_neither() -> None:
    clara = keyring(CLARA, OFFICE, OTHER_OFFICE)
    office_of(clara)
    office_of(clara, office=OTHER_OFFICE)
    one, other = clara.office_seals(OFFICE), clara.office_seals(OTHER_OFFICE)
    sealed = one.seal("draft", "text", "1", "Udkast")
    assert one.unseal("draft", "text", "1", sealed) == "Udkast"
    with pytest.raises(WrongKey):
        other.unseal("draft", "text", "1", sealed)
    here, there = cases.make_case_key(OFFICE, clara), cases.make_case_key(OTHER_OFFICE, clara)
    assert set(again(clara).many_case_seals([here, there])) == {here, there}
    today = Keyring(CLARA, clara._user_key, frozenset({OFFICE}))
    assert set(today.many_case_seals([here, there])) == {here}
    with pytest.raises(NoAccess):
        today.case_seals(there)


def test_many_cases_are_opened_with_few_queries(anna: Keyring, office: str) -> None:
    made = [cases.make_case_key(office, anna) for _ in range(5)]
    cases.shut_out(made[0], BENT, anna, {"anna"})
    with CaptureQueriesContext(
        connections[KEYS],
    ) as queries:
        opened = again(anna).many_case_seals([*made, uuid4()])
    assert set(opened) == set(made)
    assert len(queries) <= 5
    with CaptureQueriesContext(connections[KEYS]) as queries:
        again(anna).many_case_seals(made[1:])
    assert len(queries) <= 3


def test_very_many_are_asked_for_by_office(anna: Keyring, office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [cases.make_case_key(office, anna) for _ in range(4)]
    monkeypatch.setattr(module, "FEW", 2)
    assert set(again(anna).many_case_seals(made[:3])) == set(made[:3])


def test_no_cases_are_no_work(anna: Keyring) -> None:
    assert anna.many_case_seals([]) == {}


def test_a_trace_is_the_same_here_and_another_elsewhere(anna: Keyring, bent: Keyring, office: str) -> None:
    clara = keyring(CLARA, OTHER_OFFICE)
    office_of(clara, office=OTHER_OFFICE)
    assert anna.trace(office, "0101011234") == bent.trace(office, "0101011234")
    assert anna.trace(office, "0101011234") != anna.trace(office, "0101011235")
    assert anna.trace(office, "0101011234") != clara.trace(OTHER_OFFICE, "0101011234")
    with pytest.raises(NoAccess):
        clara.trace(office, "0101011234")


def test_a_wrong_user_key_opens_nothing(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    wrong = Keyring("anna", bytes(32), frozenset({office}))
    for attempt in (lambda: wrong.case_seals(case), lambda: wrong.office_seals(office), wrong.private_key):
        with pytest.raises(WrongKey):
            attempt()


def test_a_wrap_of_somebody_else_opens_nothing(anna: Keyring, bent: Keyring, office: str) -> None:
    offices.settle(office, bent, {"anna", BENT})
    mine = OfficeWrap.objects.get(person=BENT)
    OfficeWrap.objects.filter(person="anna").update(sealed=mine.sealed)
    with pytest.raises(CannotOpen):
        again(anna).office_seals(office)


def test_an_exchanged_public_key_is_noticed(anna: Keyring, office: str) -> None:
    _private, public = new_pair()
    PersonKey.objects.filter(person="anna").update(public=public)
    OfficeKey.objects.update(public=public)
    with pytest.raises(Damaged):
        again(anna).private_key()
    with pytest.raises(Damaged):
        again(anna).office_seals(office)


def test_a_missing_version_is_damage(anna: Keyring, office: str) -> None:
    OfficeKey.objects.all().delete()
    with pytest.raises(Damaged):
        again(anna).office_seals(office)


def test_nothing_shows_a_key(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    seals, opened = anna.case_seals(case), anna.opened(office)
    shown = repr([anna, seals, opened, opened.secrets, str(anna), str(seals)])
    for key in (anna._user_key, opened.key, opened.secrets.trace, *opened.secrets.texts, *seals._keys):
        assert key.hex() not in shown
        assert repr(key) not in shown
    for thing in (anna, seals):
        assert not hasattr(thing, "__dict__")
        for copied in (pickle.dumps, copy.copy):
            with pytest.raises(TypeError):
                copied(thing)


def test_no_error_shows_a_key_or_a_text(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    seals = anna.case_seals(case)
    sealed = seals.seal("note", "text", "1", "Hemmeligt notat")
    with pytest.raises(CannotOpen) as error:
        seals.unseal("note", "text", "2", sealed)
    told = "".join(traceback.format_exception(error.value)) + repr(error.value)
    assert "Hemmeligt" not in told
    assert error.value.args == ()


def test_a_case_key_given_to_another_case_opens_nothing(anna: Keyring, office: str) -> None:
    one, other = cases.make_case_key(office, anna), cases.make_case_key(office, anna)
    CaseKey.objects.filter(case=other).update(sealed=CaseKey.objects.get(case=one).sealed)
    with pytest.raises(CannotOpen):
        anna.case_seals(other)
