from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from ombud.privacy.actions import cases, offices
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, CaseSeal, Destroyed, ShutOut
from ombud.privacy.sealing.errors import CaseDestroyed, NoAccess, WrongKey
from tests.privacy.people import ANNA, BENT, CLARA, OTHER_OFFICE, again, keyring

pytestmark = pytest.mark.django_db
ALL = {ANNA, BENT, CLARA}


def note(someone: Keyring, case: object, row: str = "1") -> bytes:
    return again(someone).case_seals(case).seal("note", "text", row, "Notat")  # type: ignore[arg-type]


def test_every_case_has_its_own_key(anna: Keyring, office: str) -> None:
    one, other = cases.make_case_key(office, anna), cases.make_case_key(office, anna)
    with pytest.raises(WrongKey):
        anna.case_seals(other).unseal("note", "text", "1", note(anna, one))


def test_a_key_is_made_only_by_who_holds_the_office_key(office: str) -> None:
    clara = keyring(CLARA)
    with pytest.raises(NoAccess):
        cases.make_case_key(office, clara)
    with pytest.raises(NoAccess):
        cases.make_case_key(OTHER_OFFICE, clara)
    assert not CaseKey.objects.exists()


def test_who_is_shut_out_cannot_open_the_case(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    sealed = note(anna, case)
    cases.shut_out(case, BENT, anna, {ANNA, BENT})
    with pytest.raises(NoAccess):
        again(bent).case_seals(case)
    assert again(bent).many_case_seals([case]) == {}
    assert again(anna).case_seals(case).unseal("note", "text", "1", sealed) == "Notat"
    assert set(again(anna).many_case_seals([case])) == {case}
    assert CaseKey.objects.get(case=case).sealed is None
    assert cases.shut_out_of(BENT) == {case}
    assert cases.shut_out_of(ANNA) == set()
    assert cases.sealed_to(ANNA) == {case}
    assert cases.shut_out_from(case) == {BENT}


def test_a_key_kept_from_before_opens_nothing_written_since(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    kept = bent.case_seals(case)
    cases.shut_out(case, BENT, anna, {ANNA})
    with pytest.raises(WrongKey):
        kept.unseal("note", "text", "1", note(anna, case))


def test_one_can_shut_oneself_out(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    cases.shut_out(case, ANNA, anna, {ANNA, BENT})
    with pytest.raises(NoAccess):
        again(anna).case_seals(case)
    again(bent).case_seals(case)


def test_somebody_must_remain_who_holds_the_office_key(anna: Keyring, office: str) -> None:
    keyring(CLARA)  # appointed perhaps, but never let in
    case = cases.make_case_key(office, anna)
    for remaining in ({BENT}, set(), {CLARA}):
        with pytest.raises(ValidationError):
            cases.shut_out(case, BENT, anna, remaining)
    again(anna).case_seals(case)
    cases.shut_out(case, BENT, anna, ALL)
    assert cases.sealed_to(CLARA) == set()


def test_who_is_shut_out_cannot_let_anybody_in(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    cases.shut_out(case, BENT, anna, {ANNA})
    for act in (cases.let_in, lambda *given: cases.shut_out(*given, {BENT})):
        with pytest.raises(NoAccess):
            act(case, BENT, again(bent))


def test_let_in_again_the_case_lies_under_the_office_key(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    cases.shut_out(case, BENT, anna, {ANNA})
    sealed = note(anna, case)
    cases.let_in(case, BENT, again(anna))
    assert again(bent).case_seals(case).unseal("note", "text", "1", sealed) == "Notat"
    assert not CaseSeal.objects.exists()
    assert not ShutOut.objects.exists()
    cases.let_in(case, BENT, again(anna))


def test_a_second_exclusion_keeps_the_first(anna: Keyring, bent: Keyring, office: str) -> None:
    clara = keyring(CLARA)
    offices.grant(office, CLARA, anna)
    case = cases.make_case_key(office, anna)
    cases.shut_out(case, BENT, anna, ALL)
    cases.shut_out(case, CLARA, again(anna), ALL)
    assert cases.sealed_to(BENT) == cases.sealed_to(CLARA) == set()
    cases.let_in(case, CLARA, again(anna))
    again(clara).case_seals(case)
    with pytest.raises(NoAccess):
        again(bent).case_seals(case)


def test_who_comes_later_is_shut_out_until_let_in(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    cases.shut_out(case, BENT, anna, {ANNA})
    clara = keyring(CLARA)
    with pytest.raises(ValidationError):
        cases.let_in(case, CLARA, again(anna))
    offices.grant(office, CLARA, anna)
    with pytest.raises(NoAccess):
        again(clara).case_seals(case)
    assert cases.shut_out_of(CLARA) == {case}
    cases.let_in(case, CLARA, again(anna))
    again(clara).case_seals(case)
    assert cases.shut_out_of(CLARA) == set()


def test_a_case_sealed_by_name_is_renewed_by_who_can_open_it(anna: Keyring, bent: Keyring, office: str) -> None:
    """Clara leaves; Bent, who is shut out, rotates; Anna's next unlocking gives the case its new key."""
    clara = keyring(CLARA)
    offices.grant(office, CLARA, anna)
    case = cases.make_case_key(office, anna)
    cases.shut_out(case, BENT, anna, ALL)
    kept = again(clara).case_seals(case)
    offices.withdraw(office, CLARA)
    offices.settle(office, again(bent), {ANNA, BENT})
    with pytest.raises(NoAccess):
        again(clara).case_seals(case)
    offices.settle(office, again(anna), {ANNA, BENT})
    with pytest.raises(WrongKey):
        kept.unseal("note", "text", "1", note(anna, case))
    assert CaseKey.objects.get(case=case).office_version == 2


def test_the_only_way_into_a_case_stays(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    cases.shut_out(case, BENT, anna, {ANNA})
    assert offices.withdraw(office, ANNA) is False
    offices.settle(office, again(bent), {BENT})
    assert cases.sealed_to(ANNA) == {case}
    with pytest.raises(NoAccess):
        Keyring(ANNA, anna._user_key, frozenset()).case_seals(case)


def test_a_destroyed_case_opens_for_nobody(anna: Keyring, office: str) -> None:
    case, other = cases.make_case_key(office, anna), cases.make_case_key(office, anna)
    cases.shut_out(case, BENT, anna, {ANNA})
    cases.destroy(case)
    with pytest.raises(CaseDestroyed):
        again(anna).case_seals(case)
    with pytest.raises(CaseDestroyed):
        cases.shut_out(case, BENT, again(anna), {ANNA})
    assert set(again(anna).many_case_seals([case, other])) == {other}
    assert not CaseKey.objects.filter(case=case).exists()
    assert not CaseSeal.objects.exists()
    assert not ShutOut.objects.exists()


def test_the_ledger_is_written_with_the_deletion_and_ended_after(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    cases.destroy(case)
    line = Destroyed.objects.get()
    assert (line.case, line.office, line.finished) == (case, office, False)
    cases.destroy(case)
    cases.finish(case)
    assert Destroyed.objects.get().finished


def test_an_unknown_case_is_no_access(anna: Keyring, office: str) -> None:
    with pytest.raises(NoAccess):
        anna.case_seals(uuid4())
    with pytest.raises(NoAccess):
        cases.shut_out(uuid4(), BENT, anna, {ANNA})
    cases.destroy(uuid4())
    assert not Destroyed.objects.exists()
