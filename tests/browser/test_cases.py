"""Every page of a case and of the inbox: for everyone, on a narrow screen, and a note written by keyboard alone."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from ombud.casework.models import Note
from ombud.tenancy.scope import scope
from tests.browser.conftest import scrolls_sideways, violations
from tests.browser.walking import DESK, PHONE, faults, log_in, unlock
from tests.house.addresses import municipal
from tests.house.world import World, make_world

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

NO_PAGES = {
    "cases-note-new", "cases-consent-withdraw", "inbox-aside", "cases-disclosure-archive", "cases-document-file",
    "cases-document-preview",
}  # fmt: skip
"""Addresses that take a form or give a file."""


@pytest.fixture
def world(transactional_db: None) -> World:
    call_command("migrate", verbosity=0)
    return make_world()


@pytest.fixture
def unlocked(page: Page, live_server: LiveServer, world: World) -> Page:
    log_in(page, live_server.url, world.asta.email)
    unlock(page, live_server.url)
    return page


def pages(world: World) -> list[str]:
    found = municipal(world.here, world.here)
    return [at for name, at in found.items() if name.startswith(("cases-", "inbox-")) and name not in NO_PAGES]


def test_every_page_of_a_case_can_be_used_by_everyone(unlocked: Page, live_server: LiveServer, world: World) -> None:
    paths = pages(world)
    assert len(paths) > 25
    enquiry = f"/0165/enquiries/{world.here.keys['enquiry']}/"
    found = faults(unlocked, live_server.url, [*paths, "/0165/inbox/?only=aside", enquiry])
    assert not found, "\n".join(found)


def test_the_answers_to_forms_can_too(unlocked: Page, live_server: LiveServer, world: World) -> None:
    """What is found, printed, anonymised, shown once, and refused: pages that only a sent form leads to."""
    code, keys = "/0165/cases/", world.here.keys
    case = f"{code}{keys['case']}/"
    found = []
    for path, words in (
        (code, "hemmeligt"), (f"{case}print/", ""), (f"{case}anonymised/", ""),
        (f"{case}persons/{keys['party']}/cpr/", ""),
        (f"{case}consents/", ""), (f"{case}disclosures/", ""), (f"{case}rectifications/", ""),
    ):  # fmt: skip
        unlocked.goto(live_server.url + path)
        if words:
            unlocked.fill("main [name=words]", words)
        with unlocked.expect_navigation():
            unlocked.locator("main form [type=submit]").first.click()
        found += [f"{path}: {one}" for one in shown_faults(unlocked)]
    assert not found, "\n".join(found)


def shown_faults(page: Page) -> list[str]:
    page.set_viewport_size(DESK)
    found = violations(page)
    page.set_viewport_size(PHONE)
    wide = ["scrolls sideways at 320 px"] if scrolls_sideways(page) else []
    page.set_viewport_size(DESK)
    return found + wide


def test_a_note_is_written_by_keyboard_alone(unlocked: Page, live_server: LiveServer, world: World) -> None:
    unlocked.goto(f"{live_server.url}/0165/cases/{world.here.keys['case']}/")
    unlocked.locator("[name=title]").focus()
    unlocked.keyboard.type("Opkald fra borgeren")
    unlocked.keyboard.press("Tab")
    unlocked.keyboard.type("Vil gerne ringes op")
    unlocked.keyboard.press("Control+Enter")
    expect(unlocked.locator(".timeline")).to_contain_text("Vil gerne ringes op")
    with scope(world.here.municipality):
        assert Note.objects.filter(case=world.here.keys["case"]).count() == 2


def test_whoever_has_a_note_open_hears_that_another_opens_and_saves_it(
    unlocked: Page, live_server: LiveServer, world: World
) -> None:
    """Two windows of two people; the page asks by itself, here sooner than it would."""
    keys = world.here.keys
    path = f"{live_server.url}/0165/cases/{keys['case']}/notes/{keys['note']}/"
    unlocked.goto(path)
    unlocked.fill("[name=text]", "Astas ord")
    browser = unlocked.context.browser
    assert browser is not None
    other = browser.new_context(locale="da-DK")
    theirs = other.new_page()
    log_in(theirs, live_server.url, world.roles["adviser"].email)
    unlock(theirs, live_server.url)
    theirs.goto(path)
    ask = "htmx.ajax('GET', document.querySelector('#others-editing').getAttribute('hx-get'), '#others-editing')"
    unlocked.evaluate(ask)
    expect(unlocked.locator("#others-editing .alert-info")).to_contain_text("adviser")
    theirs.fill("[name=text]", "Den andens ord")
    with theirs.expect_navigation():
        theirs.click("[data-submit]")
    unlocked.evaluate(ask)
    expect(unlocked.locator("#others-editing .alert-warning")).to_contain_text("adviser")
    assert unlocked.input_value("[name=text]") == "Astas ord"
    with unlocked.expect_navigation():
        unlocked.click("[data-submit]")
    expect(unlocked.locator("main")).to_contain_text("Den andens ord")
    assert unlocked.input_value("[name=text]") == "Astas ord"
    other.close()
