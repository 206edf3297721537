"""Explaining a difference beside what stops publication, by pressing the buttons."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from ombud.audit.models import Event
from ombud.reporting.models import Aggregate, Edition, Explanation
from ombud.tenancy.scope import everywhere, scope
from tests.desk.workshop import Workshop
from tests.reporting.sealing import MARKER, found_in_databases
from tests.unlocked import set_up_keys, unlock_browser


@pytest.fixture
def unlike(workshop: Workshop) -> Workshop:
    """The example with a published total that its register does not give."""
    with scope(workshop.municipality):
        Aggregate.objects.create(
            starts_on=date(2024, 4, 1), ends_on=date(2025, 3, 31), unit="henvendelser", dimension="I alt", value="",
            count=160, source="Et opslag fra maj 2025",
        )  # fmt: skip
    return workshop


def address(workshop: Workshop, more: str) -> str:
    return f"/0165/reports/{workshop.report.pk}/{more}/"


def shown(workshop: Workshop) -> HttpResponse:
    return workshop.client.get(address(workshop, "publish"))


def key(workshop: Workshop) -> str:
    return str(shown(workshop).context["unlike"][0].problem.discrepancy.key)


def send(workshop: Workshop, text: str, **more: str) -> HttpResponse:
    data = {"key": key(workshop), "text": text, "step": "explain"} | more
    return workshop.client.post(address(workshop, "explain"), data)


def test_the_example_has_no_difference_to_explain(workshop: Workshop) -> None:
    assert shown(workshop).context["unlike"] == []


def test_both_numbers_stand_on_the_page_and_the_button_is_shut(unlike: Workshop) -> None:
    page = shown(unlike).content.decode()
    assert "162" in page
    assert "160" in page
    assert "Et opslag fra maj 2025" in page
    assert "disabled" in page[page.index('value="publish"') - 60 : page.index('value="publish"') + 80]


def test_a_difference_stops_publication_until_it_is_explained(unlike: Workshop) -> None:
    unlike.client.post(address(unlike, "publish"), {"step": "publish"})
    with scope(unlike.municipality):
        assert not Edition.objects.exists()
    assert send(unlike, "Opslaget blev skrevet før de sidste to henvendelser.").status_code == 302
    there = unlike.client.post(address(unlike, "publish"), {"step": "publish"})["Location"]
    for kind in ("html", "docx", "xlsx", "pdf"):
        assert unlike.client.get(f"{there}report.{kind}").status_code == 200
    assert "før de sidste to henvendelser" in unlike.client.get(f"{there}report.html").content.decode()


def test_an_empty_note_is_refused_and_the_page_says_so_at_the_field(unlike: Workshop) -> None:
    answer = send(unlike, "  ")
    assert answer.status_code == 422
    assert 'id="errors"' in answer.content.decode()
    with everywhere("a test counts rows"):
        assert not Explanation.unscoped.exists()


def test_a_note_that_is_too_long_is_refused_and_kept(unlike: Workshop) -> None:
    answer = send(unlike, "lang " * 300)
    assert answer.status_code == 422
    assert "lang lang lang" in answer.content.decode()


def test_a_difference_that_is_gone_needs_no_note(unlike: Workshop) -> None:
    assert send(unlike, "Tekst", key="0" * 32).status_code == 302
    with everywhere("a test counts rows"):
        assert not Explanation.unscoped.exists()


def test_a_note_taken_back_leaves_the_difference_unexplained(unlike: Workshop) -> None:
    send(unlike, "En forklaring.")
    assert [one.problem.stops_publication for one in shown(unlike).context["unlike"]] == [False]
    send(unlike, "", step="withdraw")
    assert [one.problem.stops_publication for one in shown(unlike).context["unlike"]] == [True]
    actions = Event.objects.filter(action__startswith="explanation.").order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["explanation.put", "explanation.removed"]


def test_in_an_office_with_its_key_a_note_stands_in_no_database(unlike: Workshop) -> None:
    set_up_keys(unlike.municipality, unlike.adviser)
    unlock_browser(unlike.client, unlike.adviser)
    assert send(unlike, f"Tallet kom fra {MARKER}.").status_code == 302
    assert MARKER in shown(unlike).content.decode()
    unlike.client.post(address(unlike, "publish"), {"step": "freeze"})
    assert found_in_databases() == []
    page = unlike.client.get(f"/0165/reports/{unlike.report.pk}/draft.html").content.decode()
    assert MARKER in page


def test_a_visitor_from_elsewhere_cannot_explain(unlike: Workshop) -> None:
    answer = Client().post(address(unlike, "explain"), {"key": "0" * 32, "text": "x"})
    assert answer.status_code == 302
    assert "log-in" in answer["Location"] or "login" in answer["Location"] or "accounts" in answer["Location"]
