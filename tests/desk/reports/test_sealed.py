"""Drafts in an office with its key: locked they are not shown, unlocked everything is done as before."""

import pytest
from django.http import HttpResponse

from ombud.desk.unlocking import COOKIE
from ombud.offices.actions.small_counts import decide
from ombud.reporting.actions.sections import change_section
from ombud.reporting.models import Edition, ReportSection
from ombud.tenancy.scope import scope
from tests.desk.workshop import Workshop
from tests.reporting.sealing import MARKER, found_in_databases, make_adviser
from tests.unlocked import PASSPHRASE, keyring_of, set_up_keys, unlock_browser

TITLE_PAGE = {"title": MARKER, "subtitle": MARKER, "author": MARKER, "place": MARKER, "dated": MARKER, "language": "da"}


@pytest.fixture
def sealing(workshop: Workshop) -> Workshop:
    """The workshop's office with its key, and the adviser's browser unlocked."""
    set_up_keys(workshop.municipality, workshop.adviser)
    unlock_browser(workshop.client, workshop.adviser)
    return workshop


def draft(workshop: Workshop, more: str = "") -> str:
    return f"/0165/reports/{workshop.report.pk}/{more}"


def save(workshop: Workshop, text: str, version: int = 1, title: str = MARKER) -> HttpResponse:
    data = {"title": title, "level": 1, "text": text, "version": version}
    return workshop.client.post(draft(workshop, "sections/preface/"), data)


def lock(workshop: Workshop) -> None:
    del workshop.client.cookies[COOKIE]


def publish(workshop: Workshop, step: str) -> HttpResponse:
    return workshop.client.post(draft(workshop, "publish/"), {"step": step})


def test_what_is_typed_is_shown_and_stands_in_no_database(sealing: Workshop) -> None:
    assert save(sealing, f"Borgeren {MARKER} ringede.").status_code == 302
    sealing.client.post(draft(sealing, "title-page/"), TITLE_PAGE | {"version": 1})
    added = {"title": f"Sagen {MARKER}", "level": 1, "text": MARKER, "numbered": "on"}
    place = sealing.client.post(draft(sealing, "sections/new/"), added)["Location"]
    assert place == draft(sealing, "?section=section-1")
    publish(sealing, "freeze")
    copied = {"period": sealing.report.period_id, "language": "da", "copy_of": sealing.report.pk}
    assert sealing.client.post("/0165/reports/new/", copied).status_code == 302
    for address in (draft(sealing), place, draft(sealing, "sections/preface/"), draft(sealing, "title-page/"),
                    draft(sealing, "draft.html"), "/0165/reports/", "/0165/reports/new/"):  # fmt: skip
        assert MARKER in sealing.client.get(address).content.decode(), address
    assert found_in_databases() == []


def test_a_locked_session_sees_no_text_and_what_it_sends_is_kept(sealing: Workshop) -> None:
    save(sealing, f"Borgeren {MARKER} ringede.")
    frozen = publish(sealing, "freeze")["Location"]
    lock(sealing)
    pages = ["", "?section=preface", "sections/preface/", "sections/new/", "title-page/", "publish/", "draft.pdf"]
    for address in [*(draft(sealing, page) for page in pages), "/0165/reports/", frozen, f"{frozen}report.html"]:
        answer = sealing.client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/unlock/"), address
    assert save(sealing, "Skrevet efter låsningen.", version=2)["Location"].startswith("/unlock/")
    assert found_in_databases() == []
    assert found_in_databases("låsningen") == []


def test_of_two_who_write_both_texts_are_on_the_page(sealing: Workshop) -> None:
    save(sealing, "Den enes tekst")
    late = save(sealing, "Den andens tekst")
    assert late.status_code == 409
    page = late.content.decode()
    assert "Den enes tekst" in page
    assert "Den andens tekst" in page
    assert save(sealing, "Begges tekst", version=2).status_code == 302


def test_a_published_edition_opens_locked_and_for_everyone(sealing: Workshop) -> None:
    save(sealing, "Kære læser", title="Forord")
    address = publish(sealing, "publish")["Location"]
    lock(sealing)
    assert "Kære læser" in sealing.client.get(f"{address}report.html").content.decode()
    page = sealing.client.get(address)
    assert not page.context["faults"]
    assert sealing.client.get("/0165/editions/").status_code == 200


def test_an_edition_frozen_before_is_published_unlocked(sealing: Workshop) -> None:
    save(sealing, "Kære læser")
    address = publish(sealing, "freeze")["Location"]
    page = sealing.client.get(address)
    assert not page.context["faults"]
    assert len(page.context["digest"]) == 64
    assert sealing.client.post(f"{address}publish/").status_code == 302
    with scope(sealing.municipality):
        assert Edition.objects.get().published_at is not None


def test_what_stops_publication_does_not_wait_in_the_session(sealing: Workshop) -> None:
    save(sealing, "Se {se: tabel findes-ikke}.")
    address = publish(sealing, "freeze")["Location"]
    refused = sealing.client.post(f"{address}publish/")
    assert refused.status_code == 422
    assert "findes-ikke" in refused.content.decode()
    assert found_in_databases() == []


def test_unlocked_without_the_key_of_this_office_leads_to_its_set_up(sealing: Workshop) -> None:
    save(sealing, "Kære læser")
    newcomer = make_adviser(sealing.municipality, "bo")
    keyring_of(newcomer)
    sealing.client.force_login(newcomer)
    unlock_browser(sealing.client, newcomer)
    assert sealing.client.get(draft(sealing))["Location"] == "/0165/keys/begin/"


def test_before_the_office_has_its_key_nothing_need_be_unlocked(workshop: Workshop) -> None:
    assert save(workshop, "Kære læser").status_code == 302
    assert "Kære læser" in workshop.client.get(draft(workshop, "?section=preface")).content.decode()


def test_the_first_unlocking_seals_what_was_written_before(workshop: Workshop) -> None:
    with scope(workshop.municipality):
        preface = ReportSection.objects.get(report=workshop.report, key="preface")
        change_section(section=preface, version=1, by=workshop.adviser, text=f"Borgeren {MARKER}.")
    set_up_keys(workshop.municipality, workshop.adviser)
    assert found_in_databases() != []
    workshop.client.post("/unlock/", {"passphrase": PASSPHRASE})
    assert found_in_databases() == []
    assert MARKER in workshop.client.get(draft(workshop, "?section=preface")).content.decode()


def test_a_sealed_edition_says_how_much_it_hides(sealing: Workshop) -> None:
    with scope(sealing.municipality):
        decide(audience="public", kind="", values={"rule": "protect"}, by=sealing.adviser)
    save(sealing, "Kære læser.")
    place = publish(sealing, "freeze")["Location"]
    assert sealing.client.get(place).context["hidden"] > 100
