"""Erasing a case: the key, the rows and the files go; the registration and every number stay."""

import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ombud.audit.models import Event
from ombud.casework.actions.case_files import erasing
from ombud.casework.actions.case_files.coarsening import coarsen
from ombud.casework.actions.case_files.documents import add_document
from ombud.casework.actions.case_files.erasing import erase, why_not_erase
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.actions.case_files.reconciling import reconcile_cases
from ombud.casework.actions.citizens import link
from ombud.casework.actions.contacts import log_contact
from ombud.casework.actions.enquiries import ChangedMeanwhile, correct, next_number
from ombud.casework.contents.party import PartyText
from ombud.casework.models import CaseFile, Document, Enquiry, Note, Party, Trace
from ombud.casework.queries.citizens import unique_citizens
from ombud.casework.storing.files import path_of
from ombud.config.command import main
from ombud.offices.actions.municipalities import change_facts
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CaseDestroyed
from tests.casework.case_files.conftest import Open, note
from tests.casework.conftest import Matters, Register
from tests.cast import Cast

CLOSED = date(2024, 5, 30)
Count = Callable[[], dict[str, Any]]


@pytest.fixture
def decided(in_albertslund: Municipality, cast: Cast) -> Municipality:
    """Closed cases are kept for no year at all."""
    values = {"retention_years": 0, "retention_decided_by": "Byrådet", "retention_decided_on": date(2024, 1, 1)}
    return change_facts(municipality=in_albertslund, values=values, by=cast.asta)


@pytest.fixture
def counted(capsys: pytest.CaptureFixture[str]) -> Count:
    """All statistics of the year, by month and of a month."""

    def counted() -> dict[str, Any]:
        found = {}
        for first, last in (("2024-01-01", "2024-12-31"), ("2024-04-01", "2024-04-30"), ("2024-04-15", "2024-10-14")):
            assert main(["statistics", "--municipality", "165", "--from", first, "--to", last, "--json"]) == 0
            found[first] = json.loads(capsys.readouterr().out)
        return found

    return counted


def test_nothing_is_erased_before_the_municipality_has_decided(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    assert "has not decided" in why_not_erase(case)
    with pytest.raises(ValidationError):
        erase(case=case, keys=keys, by=cast.asta)
    assert CaseFile.objects.count() == 1
    assert not Event.objects.filter(action="case.erased").exists()


def test_a_decision_names_who_decided_and_when(in_albertslund: Municipality, cast: Cast) -> None:
    with pytest.raises(ValidationError):
        change_facts(municipality=in_albertslund, values={"retention_years": 5}, by=cast.asta)


def test_key_rows_and_files_go_and_the_registration_stays(
    decided: Municipality, opened: Open, keys: Keyring, cast: Cast
) -> None:
    case = opened("Hjemmehjælp", closed_on=CLOSED)
    write_note(case=case, text=note("Rollator"), keys=keys, by=cast.asta)
    add_party(case=case, text=PartyText(name="Jens"), keys=keys, by=cast.asta)
    document = add_document(case=case, content=io.BytesIO(b"%PDF"), name="a.pdf", keys=keys, by=cast.asta)
    file: Path = path_of(document.file)
    assert file.exists()
    erase(case=case, keys=keys, by=cast.asta)
    assert not file.exists()
    for model in (CaseFile, Note, Party, Trace, Document):
        assert not model.objects.exists()
    with pytest.raises(CaseDestroyed):
        keys.case_seals(case.pk)
    enquiry = Enquiry.objects.get()
    assert (enquiry.number, enquiry.received_on, enquiry.closed_on) == (None, date(2024, 4, 1), CLOSED - timedelta(9))
    assert str(enquiry) == "without number, 2024"
    assert next_number(2024) == 2
    assert Event.objects.get(action="case.erased").case == case.pk


def test_a_deletion_that_breaks_off_is_finished_by_the_reconciler(
    decided: Municipality, opened: Open, keys: Keyring, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = opened("Hjemmehjælp", closed_on=CLOSED)
    monkeypatch.setattr(erasing, "delete_content", lambda _case: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase(case=case, keys=keys, by=cast.asta)
    monkeypatch.undo()
    assert CaseFile.objects.count() == 1
    assert reconcile_cases(timezone.now()).finished == 1
    assert not CaseFile.objects.exists()
    assert Enquiry.objects.get().number is None
    assert reconcile_cases(timezone.now()).finished == 0


def test_no_statistics_move_when_cases_come_and_go(
    decided: Municipality,
    opened: Open,
    registered: Register,
    keys: Keyring,
    cast: Cast,
    counted: Count,
) -> None:
    """With a reporting period that begins in the middle of a month."""
    ReportingPeriod.objects.create(name="Midt", starts_on=date(2024, 4, 15), ends_on=date(2024, 10, 14))
    enquiries = [
        registered(
            received_on=date(2024, 4, day), closed_on=date(2024, 4, day) + timedelta(lasted), anonymous=bool(day % 2)
        )
        for day, lasted in ((3, 0), (10, 5), (14, 7), (15, 8), (20, 31), (30, 200))
    ]
    enquiries.append(registered(received_on=date(2024, 10, 20), closed_on=date(2024, 11, 4)))
    link(enquiry=enquiries[1], other=enquiries[0], by=cast.asta)
    link(enquiry=enquiries[5], other=enquiries[0], by=cast.asta)
    log_contact(enquiry=enquiries[4], on=date(2024, 5, 17), by=cast.asta)
    citizens = unique_citizens(date(2024, 1, 1), date(2024, 12, 31))
    before = counted()
    assert before["2024-01-01"]["enquiries"] == 7
    assert before["2024-04-15"]["enquiries"] == 3
    cases = [opened("Hjemmehjælp", enquiry=enquiry) for enquiry in enquiries]
    assert counted() == before
    for case in cases[:6:2]:
        erase(case=case, keys=keys, by=cast.asta)
    assert counted() == before
    for case in (*cases[1:6:2], cases[6]):
        erase(case=case, keys=keys, by=cast.asta)
    assert counted() == before
    assert unique_citizens(date(2024, 1, 1), date(2024, 12, 31)) == citizens
    assert set(Enquiry.objects.values_list("number", flat=True)) == {None}


def test_the_same_citizen_is_handed_on_to_one_with_a_number(registered: Register, cast: Cast) -> None:
    first, second, third = (registered() for _ in range(3))
    for other in (second, third):
        link(enquiry=other, other=first, by=cast.asta)
    coarsen(first)
    links = dict(Enquiry.objects.values_list("pk", "same_citizen_as"))
    assert links == {first.pk: second.pk, second.pk: None, third.pk: second.pk}


def test_a_registration_without_number_can_still_be_corrected(
    registered: Register, matter: Matters, cast: Cast
) -> None:
    registered()
    for _ in range(2):
        coarsen(registered())
    enquiry = Enquiry.objects.filter(number=None).first()
    with pytest.raises(ChangedMeanwhile):
        correct(enquiry=enquiry, version=1, by=cast.asta, matters=[matter()])
    changed = correct(enquiry=enquiry, version=2, by=cast.asta, matters=[matter()], anonymous=True)
    assert (changed.anonymous, changed.number) == (True, None)
    assert next_number(2024) == 4
