from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from ombud.privacy.actions import cases
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, CaseSeal, Destroyed, ShutOut
from ombud.privacy.reconcile import MANY, Reconciled, apply_ledger, reconcile
from tests.privacy.people import ANNA, BENT

pytestmark = pytest.mark.django_db


class Content:
    """The other database: the cases it holds, and how to delete one."""

    def __init__(self, *cases: UUID) -> None:
        self.cases = set(cases)

    def delete(self, case: UUID) -> None:
        self.cases.discard(case)

    def reconciled(self, later: timedelta = timedelta(hours=2)) -> Reconciled:
        return reconcile(self.cases, self.delete, timezone.now() + later)


NOTHING = Reconciled(0, 0, 0, 0, frozenset())


def test_whole_cases_are_left_alone(anna: Keyring, office: str) -> None:
    content = Content(cases.make_case_key(office, anna), cases.make_case_key(office, anna))
    assert content.reconciled() == NOTHING
    assert CaseKey.objects.count() == 2


def test_a_key_whose_case_was_never_written_goes_after_an_hour(anna: Keyring, office: str) -> None:
    kept = cases.make_case_key(office, anna)
    cases.make_case_key(office, anna)
    content = Content(kept)
    assert content.reconciled(timedelta(minutes=59)) == NOTHING
    assert content.reconciled().orphans_removed == 1
    assert content.reconciled() == NOTHING
    assert CaseKey.objects.get().case == kept


def test_a_lost_content_takes_no_key_with_it(anna: Keyring, office: str) -> None:
    """A small office whose content is empty until its backup is put back."""
    case = cases.make_case_key(office, anna)
    for _ in range(2):
        cases.make_case_key(office, anna)
    assert Content().reconciled() == Reconciled(0, 0, 0, 3, frozenset())
    assert Content(case).reconciled() == Reconciled(0, 0, 0, 2, frozenset())
    assert CaseKey.objects.count() == 3


def test_a_deletion_that_broke_off_is_finished(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    content = Content(case)
    cases.destroy(case)
    assert content.reconciled() == Reconciled(0, 1, 0, 0, frozenset())
    assert content.cases == set()
    assert Destroyed.objects.get().finished
    assert content.reconciled() == NOTHING


def test_an_old_key_store_does_not_bring_a_case_back(anna: Keyring, office: str) -> None:
    """Restored keys and content of yesterday, and the ledger of today."""
    case = cases.make_case_key(office, anna)
    row = CaseKey.objects.get()
    cases.shut_out(case, BENT, anna, {ANNA})
    seal, out = CaseSeal.objects.get(), ShutOut.objects.get()
    cases.destroy(case)
    cases.finish(case)
    for kept in (row, seal, out):
        kept.save(force_insert=True)
    content = Content(case)
    assert content.reconciled() == Reconciled(1, 1, 0, 0, frozenset())
    assert content.cases == set()
    assert not CaseKey.objects.exists()
    assert not CaseSeal.objects.exists()
    assert not ShutOut.objects.exists()
    assert content.reconciled() == NOTHING


def test_the_ledger_can_be_applied_alone(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    row = CaseKey.objects.get()
    cases.destroy(case)
    row.save(force_insert=True)
    cases.make_case_key(office, anna)
    assert apply_ledger() == 1
    assert apply_ledger() == 0
    assert CaseKey.objects.count() == 1


def test_many_keys_without_cases_are_told_and_kept(anna: Keyring, office: str) -> None:
    for _ in range(MANY + 1):
        cases.make_case_key(office, anna)
    assert Content().reconciled() == Reconciled(0, 0, 0, MANY + 1, frozenset())
    assert CaseKey.objects.count() == MANY + 1


def test_a_case_without_its_key_is_told_and_kept() -> None:
    case = uuid4()
    content = Content(case)
    assert content.reconciled().without_key == {case}
    assert content.cases == {case}


def test_a_deletion_that_fails_again_stays_unfinished(anna: Keyring, office: str) -> None:
    case = cases.make_case_key(office, anna)
    cases.destroy(case)

    def broken(_case: UUID) -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        reconcile([case], broken, timezone.now())
    assert not Destroyed.objects.get().finished
