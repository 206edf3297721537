from typing import Any

import pytest
from django.core.exceptions import ValidationError

from ombud.privacy import inbox
from ombud.privacy.actions import cases, offices
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, CaseSeal, OfficeKey, OfficeWrap
from ombud.privacy.sealing.errors import CannotOpen, NoAccess, NoKeys, WrongKey
from ombud.privacy.sealing.texts import is_text
from tests.privacy.people import ANNA, BENT, CLARA, OFFICE, OTHER_OFFICE, again, keyring, office_of

pytestmark = pytest.mark.django_db


def test_the_first_member_makes_the_key_once(anna: Keyring) -> None:
    assert not offices.has_office_key(OFFICE)
    offices.make_office_key(OFFICE, anna)
    assert offices.has_office_key(OFFICE)
    assert offices.holders(OFFICE) == {ANNA}
    with pytest.raises(ValidationError):
        offices.make_office_key(OFFICE, anna)


def test_nobody_makes_the_key_of_another_office(anna: Keyring) -> None:
    with pytest.raises(NoAccess):
        offices.make_office_key(OTHER_OFFICE, anna)


def test_an_appointment_alone_opens_nothing(anna: Keyring, bent: Keyring) -> None:
    offices.make_office_key(OFFICE, anna)
    with pytest.raises(NoAccess):
        bent.office_seals(OFFICE)
    with pytest.raises(NoAccess):
        offices.grant(OFFICE, BENT, bent)
    with pytest.raises(NoAccess):
        offices.rotate(OFFICE, bent, {ANNA, BENT})


def test_who_holds_the_key_can_grant_it(anna: Keyring, bent: Keyring) -> None:
    office_of(anna, bent)
    sealed = anna.office_seals(OFFICE).seal("draft", "text", "1", "Udkast")
    assert again(bent).office_seals(OFFICE).unseal("draft", "text", "1", sealed) == "Udkast"
    offices.grant(OFFICE, BENT, anna)
    assert OfficeWrap.objects.count() == 2


def test_the_key_without_an_appointment_opens_nothing(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    ended = Keyring(BENT, bent._user_key, frozenset())
    for attempt in (
        lambda: ended.office_seals(office),
        lambda: ended.case_seals(case),
        lambda: offices.grant(office, CLARA, ended),
        lambda: offices.rotate(office, ended, {ANNA, BENT}),
    ):
        with pytest.raises(NoAccess):
            attempt()
    assert ended.many_case_seals([case]) == {}


def test_nothing_is_sealed_to_somebody_without_keys(anna: Keyring) -> None:
    offices.make_office_key(OFFICE, anna)
    with pytest.raises(NoKeys):
        offices.grant(OFFICE, CLARA, anna)


def test_a_sent_key_is_kept_under_the_own_user_key(anna: Keyring, bent: Keyring, office: str) -> None:
    def wrap() -> Any:
        return OfficeWrap.objects.get(person=BENT).sealed

    assert not is_text(wrap())
    assert offices.settle(office, bent, {ANNA, BENT}) is False
    assert is_text(wrap())
    again(bent).office_seals(office)
    before = bytes(wrap())
    offices.settle(office, again(bent), {ANNA, BENT})
    assert bytes(wrap()) == before


def test_a_withdrawn_key_makes_a_rotation_due(anna: Keyring, bent: Keyring, office: str) -> None:
    assert not offices.rotation_due(office, {ANNA, BENT})
    assert offices.withdraw(office, BENT) is True
    assert offices.holders(office) == {ANNA}
    assert offices.rotation_due(office, {ANNA})
    with pytest.raises(NoAccess):
        again(bent).office_seals(office)
    assert offices.settle(office, again(anna), {ANNA}) is True
    assert not offices.rotation_due(office, {ANNA})
    assert offices.settle(office, again(anna), {ANNA}) is False


def test_an_appointment_that_ended_makes_a_rotation_due(anna: Keyring, office: str) -> None:
    assert offices.rotation_due(office, {ANNA})
    offices.settle(office, anna, {ANNA})
    assert offices.holders(office) == {ANNA}


def test_the_last_key_is_never_taken_away(anna: Keyring, bent: Keyring) -> None:
    office_of(anna)
    assert offices.withdraw(OFFICE, ANNA) is False
    offices.grant(OFFICE, BENT, again(anna))
    assert offices.settle(OFFICE, again(bent), {BENT}) is True
    assert offices.holders(OFFICE) == {BENT}


def test_a_member_who_was_never_granted_gets_nothing_from_a_rotation(anna: Keyring, office: str) -> None:
    clara = keyring(CLARA)
    offices.rotate(office, anna, {ANNA, BENT, CLARA})
    assert offices.holders(office) == {ANNA, BENT}
    with pytest.raises(NoAccess):
        clara.office_seals(office)


def test_who_is_no_member_cannot_rotate(anna: Keyring, bent: Keyring, office: str) -> None:
    with pytest.raises(NoAccess):
        offices.rotate(office, bent, {ANNA})


def test_everything_from_before_opens_after_a_rotation(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    note = anna.case_seals(case).seal("note", "text", "1", "Notat")
    draft = anna.office_seals(office).seal("draft", "text", "1", "Udkast")
    mail = inbox.seal_to_office(office, b"Brev", "1")
    trace = anna.trace(office, "0101011234")
    for _ in range(3):
        offices.rotate(office, anna, {ANNA, BENT})
    for someone in (anna, again(anna), again(bent)):
        assert someone.case_seals(case).unseal("note", "text", "1", note) == "Notat"
        assert someone.office_seals(office).unseal("draft", "text", "1", draft) == "Udkast"
        assert inbox.open_from_inbox(someone, office, mail, "1") == b"Brev"
        assert someone.trace(office, "0101011234") == trace


def copy_of_the_key_store() -> list[Any]:
    return [row for model in (OfficeKey, OfficeWrap, CaseKey, CaseSeal) for row in model.objects.all()]


def put_back(rows: list[Any]) -> None:
    for model in (OfficeKey, OfficeWrap, CaseKey, CaseSeal):
        model.objects.all().delete()
    for row in rows:
        row.save(force_insert=True)


def test_a_former_deputy_reads_yesterdays_copy_and_nothing_written_since(
    anna: Keyring, bent: Keyring, office: str
) -> None:
    """With a copy of the key store from before, the own passphrase, and the content of before and after."""
    case = cases.make_case_key(office, anna)
    before = anna.case_seals(case).seal("note", "text", "1", "Før")
    draft_before = anna.office_seals(office).seal("draft", "text", "1", "Før")
    copy = copy_of_the_key_store()
    offices.withdraw(office, BENT)
    offices.settle(office, anna, {ANNA})
    later = cases.make_case_key(office, anna)
    after = anna.case_seals(case).seal("note", "text", "2", "Efter")
    draft_after = anna.office_seals(office).seal("draft", "text", "2", "Efter")
    mail_after = inbox.seal_to_office(office, b"Efter", "2")
    put_back(copy)
    deputy = again(bent)
    assert deputy.case_seals(case).unseal("note", "text", "1", before) == "Før"
    assert deputy.office_seals(office).unseal("draft", "text", "1", draft_before) == "Før"
    for attempt in (
        lambda: deputy.case_seals(case).unseal("note", "text", "2", after),
        lambda: deputy.office_seals(office).unseal("draft", "text", "2", draft_after),
        lambda: inbox.open_from_inbox(deputy, office, mail_after, "2"),
    ):
        with pytest.raises(WrongKey):
            attempt()
    with pytest.raises(NoAccess):
        deputy.case_seals(later)


def test_the_old_wrap_opens_nothing_of_the_new_store(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    old = list(OfficeWrap.objects.filter(person=BENT))
    offices.rotate(office, anna, {ANNA})
    OfficeWrap.objects.bulk_create(old)
    for attempt in (lambda: again(bent).case_seals(case), lambda: again(bent).office_seals(office)):
        with pytest.raises(CannotOpen):
            attempt()


def test_a_retired_version_keeps_no_secret(anna: Keyring, office: str) -> None:
    offices.rotate(office, anna, {ANNA, BENT})
    retired, in_use = OfficeKey.objects.order_by("version")
    assert bytes(retired.sealed_secrets) == b""
    assert retired.retired_at
    assert in_use.retired_at is None
    assert set(OfficeWrap.objects.values_list("version", flat=True)) == {2}


def test_a_request_that_began_before_a_rotation_goes_on(anna: Keyring, bent: Keyring, office: str) -> None:
    case = cases.make_case_key(office, bent)
    bent.case_seals(case)
    offices.rotate(office, anna, {ANNA, BENT})
    bent.case_seals(case)
    assert CaseKey.objects.get(case=cases.make_case_key(office, bent)).office_version == 2
    offices.grant(office, keyring(CLARA).person, bent)
    offices.rotate(office, bent, {ANNA, BENT, CLARA})
    anna.case_seals(case)


def test_a_row_read_before_a_rotation_is_read_again(anna: Keyring, bent: Keyring, office: str) -> None:
    row = CaseKey.objects.get(case=cases.make_case_key(office, anna))
    offices.rotate(office, bent, {ANNA, BENT})
    assert len(again(anna).case_keys(row, None)) == 2


def test_a_rotation_leaves_another_office_alone(bent: Keyring, office: str) -> None:
    clara = keyring(CLARA, OFFICE, OTHER_OFFICE)
    offices.make_office_key(OTHER_OFFICE, clara)
    case = cases.make_case_key(OTHER_OFFICE, clara)
    offices.rotate(office, bent, {ANNA, BENT})
    again(clara).case_seals(case)
    assert OfficeKey.objects.get(office=OTHER_OFFICE).version == 1


def test_a_rotation_that_breaks_off_changes_nothing(
    anna: Keyring, office: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = cases.make_case_key(office, anna)

    def broken(*_given: Any) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("ombud.privacy.actions.rewrapping.rewrap_cases", broken)
    with pytest.raises(RuntimeError):
        offices.rotate(office, anna, {ANNA, BENT})
    again(anna).case_seals(case)
    assert OfficeKey.objects.count() == 1
