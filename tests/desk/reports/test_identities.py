"""The adviser sees who is named in the report, and cannot publish before it is taken out."""

import pytest

from ombud.audit.models import Event
from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.parties import add_party
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.party import PartyText
from ombud.casework.models import Enquiry
from ombud.reporting.models import Edition
from ombud.tenancy.scope import scope
from tests.desk.reports.test_sealed import draft, lock, publish, save
from tests.desk.workshop import Workshop
from tests.reporting.sealing import found_in_databases
from tests.unlocked import set_up_keys, unlock_browser

NAME = "Zebrafine Prøvesen"


@pytest.fixture
def sealing(workshop: Workshop) -> Workshop:
    """The workshop's office with keys, an unlocked browser, and one case of one person."""
    keys = set_up_keys(workshop.municipality, workshop.adviser)
    with scope(workshop.municipality):
        enquiry = Enquiry.objects.order_by("received_on").first()
        case = open_case(enquiry=enquiry, text=CaseText(title="En sag"), keys=keys, by=workshop.adviser)
        add_party(case=case, text=PartyText(name=NAME, phone="91827364"), keys=keys, by=workshop.adviser)
    unlock_browser(workshop.client, workshop.adviser)
    return workshop


def test_a_named_citizen_is_shown_at_the_place_and_nothing_is_published(sealing: Workshop) -> None:
    save(sealing, f"Kære læser.\n\nTak til {NAME}s mor.", title="Forord")
    for answer in (sealing.client.get(draft(sealing, "publish/")), publish(sealing, "publish")):
        (place,) = [one for one in answer.context["stopping"] if one.words]
        assert (place.section, place.line) == ("preface", 3)
        assert f"<mark>{NAME}s</mark>" in answer.content.decode()
    with scope(sealing.municipality):
        assert not Edition.objects.exists()
    assert found_in_databases("Zebrafine") == []


def test_an_edition_frozen_with_a_name_is_not_published_and_the_refusal_tells_the_place(sealing: Workshop) -> None:
    save(sealing, f"Tak til {NAME}.", title="Forord")
    address = publish(sealing, "freeze")["Location"]
    refused = sealing.client.post(f"{address}publish/")
    assert refused.status_code == 422
    assert "Forord" in refused.content.decode()
    with scope(sealing.municipality):
        assert Edition.objects.get().published_at is None
    assert found_in_databases("Zebrafine") == []


def test_without_the_name_it_is_published_and_the_log_tells_that_somebody_looked(sealing: Workshop) -> None:
    save(sealing, "Tak til X og hendes mor.", title="Forord")
    assert publish(sealing, "publish").status_code == 302
    with scope(sealing.municipality):
        assert Edition.objects.get().published_at is not None
        assert Event.objects.filter(action="identities.read", purpose="publication").count() == 1


def test_a_locked_session_neither_sees_the_page_nor_publishes(sealing: Workshop) -> None:
    address = publish(sealing, "freeze")["Location"]
    lock(sealing)
    for answer in (
        sealing.client.get(draft(sealing, "publish/")),
        publish(sealing, "publish"),
        sealing.client.post(f"{address}publish/"),
    ):
        assert answer["Location"].startswith("/unlock/")
    with scope(sealing.municipality):
        assert Edition.objects.get().published_at is None


def test_the_verdict_looks_for_everybody_the_cases_know(sealing: Workshop) -> None:
    answers = []
    for version, text in enumerate((f"Tak til {NAME}.", "Tak til X."), 1):
        save(sealing, text, version, title="Forord")
        parts = sealing.client.get(draft(sealing, "verdict/")).context["parts"]
        answers.append(next(one.part for one in parts if one.part.question == "identity"))
    named, unnamed = answers
    assert named.stops
    assert not unnamed.problems
    assert unnamed.answer != named.answer
