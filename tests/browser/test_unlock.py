"""Locking and unlocking in a real browser: the countdown, the cover, other windows, and nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from ombud.intake.models import HandoverNote
from ombud.tenancy.scope import scope
from tests.browser.conftest import scrolls_sideways, violations
from tests.browser.walking import PHONE, faults, log_in
from tests.cast import Cast, make_cast
from tests.desk.keys.conftest import PASSPHRASE, make_office, make_person

pytestmark = pytest.mark.browser

TEXT = "MARKØR-8 midt i en sætning"
COVER = "[data-lock-cover]"
Shift = Callable[[int], None]


@pytest.fixture
def world(transactional_db: None) -> Cast:
    cast = make_cast()
    user_key, _code = make_person(cast.bo)
    make_office(cast.bo, user_key, cast.albertslund)
    make_person(cast.asta)
    return cast


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Shift:
    """Sets the server's clock so many minutes ahead."""
    start = timezone.now

    def shift(minutes: int) -> None:
        monkeypatch.setattr(timezone, "now", lambda: start() + timedelta(minutes=minutes))

    return shift


def unlock(page: Page, server: str, address: str) -> None:
    page.goto(f"{server}/unlock/?next={address}")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click("[data-submit]")
    page.wait_for_url(f"**{address}")


@pytest.fixture
def address(world: Cast) -> str:
    """A sealed page with a text to write: the handover to Asta."""
    return f"/0165/keys/people/{world.asta.pk}/handover/"


@pytest.fixture
def desk(page: Page, live_server: LiveServer, address: str) -> Page:
    """Unlocked, on a page with a text half written, with a clock that the test sets."""
    page.clock.install()
    log_in(page, live_server.url, "bo@raadgiver.example")
    unlock(page, live_server.url, address)
    page.fill("[name=note]", TEXT)
    return page


def open_again(page: Page) -> None:
    page.fill("#lock-passphrase", PASSPHRASE)
    page.press("#lock-passphrase", "Enter")
    expect(page.locator(COVER)).to_have_count(0)


def notes(world: Cast) -> int:
    with scope(world.albertslund):
        return HandoverNote.objects.count()


def test_the_page_counts_down_and_warns(desk: Page) -> None:
    left = desk.locator(".side-wide [data-lock-left]")
    expect(left).to_contain_text("15")
    warning = desk.locator("#lock-warning")
    desk.clock.fast_forward("12:00")
    expect(left).to_contain_text("3")
    expect(warning).to_be_hidden()
    desk.clock.fast_forward("01:20")
    expect(warning).to_be_visible()
    assert violations(desk) == []
    desk.set_viewport_size(PHONE)
    assert not scrolls_sideways(desk)
    warning.locator("[data-lock-stay]").click()
    expect(warning).to_be_hidden()
    expect(left).to_contain_text("15")


def test_work_on_the_page_keeps_it_open(desk: Page) -> None:
    desk.clock.fast_forward("02:00")
    with desk.expect_request("**/keys/stay/"):
        desk.keyboard.type(" og mere")
    expect(desk.locator(".side-wide [data-lock-left]")).to_contain_text("15")


def test_when_time_is_up_the_page_is_covered_and_comes_back_as_it_was(desk: Page, later: Shift, world: Cast) -> None:
    later(16)
    desk.clock.fast_forward("15:10")
    cover = desk.locator(COVER)
    expect(cover).to_be_visible()
    expect(desk.locator("#lock-passphrase")).to_be_focused()
    assert "Asta" not in desk.inner_text("body")
    tree = desk.locator("body").aria_snapshot()
    assert "MARKØR-8" not in tree
    assert "Asta" not in tree
    assert "Asta" not in desk.title()
    assert violations(desk) == []
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.closest('.side, .page')") is None
    desk.fill("#lock-passphrase", "forkert forkert forkert")
    desk.press("#lock-passphrase", "Enter")
    expect(desk.locator("[data-lock-problem]")).to_be_visible()
    open_again(desk)
    expect(desk.locator("[name=note]")).to_have_value(TEXT)
    desk.click("[data-submit]")
    desk.wait_for_url("**/0165/keys/")
    assert notes(world) == 1


def test_every_window_locks_and_unlocks(desk: Page, context: BrowserContext, live_server: LiveServer) -> None:
    other = context.new_page()
    other.goto(f"{live_server.url}/0165/keys/")
    other.locator(".side-wide form[data-lock-now] button").click()
    expect(other.locator(COVER)).to_be_visible()
    expect(desk.locator(COVER)).to_be_visible()
    open_again(desk)
    expect(other.locator(COVER)).to_have_count(0)
    expect(desk.locator("[name=note]")).to_have_value(TEXT)


def test_after_the_session_ended_one_logs_in_beside_and_goes_on(
    desk: Page, context: BrowserContext, live_server: LiveServer, world: Cast
) -> None:
    Session.objects.all().delete()
    desk.clock.fast_forward("15:10")
    expect(desk.locator(COVER)).to_be_visible()
    expect(desk.locator("[data-lock-gone]")).to_be_visible()
    beside = context.new_page()
    log_in(beside, live_server.url, "bo@raadgiver.example")
    open_again(desk)
    expect(desk.locator("[name=note]")).to_have_value(TEXT)
    desk.click("[data-submit]")
    desk.wait_for_url("**/0165/keys/")
    assert notes(world) == 1


def test_another_persons_log_in_does_not_open_the_page(
    desk: Page, context: BrowserContext, live_server: LiveServer
) -> None:
    Session.objects.all().delete()
    desk.clock.fast_forward("15:10")
    beside = context.new_page()
    log_in(beside, live_server.url, "asta@raadgiver.example")
    desk.fill("#lock-passphrase", PASSPHRASE)
    desk.press("#lock-passphrase", "Enter")
    expect(desk.locator("[data-lock-problem]")).to_be_visible()
    expect(desk.locator(COVER)).to_be_visible()
    assert "MARKØR-8" not in desk.inner_text("body")


def test_without_scripts_what_was_sent_is_kept(
    browser: Browser, live_server: LiveServer, address: str, later: Shift, world: Cast
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="da-DK")
    page = context.new_page()
    log_in(page, live_server.url, "bo@raadgiver.example")
    unlock(page, live_server.url, address)
    page.fill("[name=note]", TEXT)
    later(16)
    page.click("[data-submit]")
    page.wait_for_url("**/unlock/**")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click("[data-submit]")
    page.wait_for_url("**/keys/kept/**")
    expect(page.locator(".theirs")).to_have_text(TEXT)
    page.click(f'main a[href="{address}"]')
    expect(page.locator("[name=note]")).to_be_visible()
    assert notes(world) == 0  # a handover gives access: it is not sent from there
    context.close()


def test_the_pages_are_accessible_and_narrow(page: Page, live_server: LiveServer, world: Cast, address: str) -> None:
    log_in(page, live_server.url, "bo@raadgiver.example")
    assert faults(page, live_server.url, ["/unlock/", "/secrecy/", "/keys/recover/", "/0165/keys/anew/"]) == []
    unlock(page, live_server.url, "/0165/keys/")
    paths = ["/0165/keys/", "/0165/keys/kit/", "/0165/keys/rescue/", "/keys/", "/keys/code/", "/keys/passphrase/",
             "/0165/keys/begin/why/", address, address.replace("handover", "renew")]  # fmt: skip
    assert faults(page, live_server.url, paths) == []


def test_the_set_up_is_accessible_and_narrow(page: Page, live_server: LiveServer, world: Cast) -> None:
    """Ishøj has no keys yet; Asta has hers."""
    log_in(page, live_server.url, "asta@raadgiver.example")
    page.goto(f"{live_server.url}/unlock/?next=/0183/keys/begin/")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click("[data-submit]")
    page.wait_for_url("**/begin/kit/")
    assert violations(page) == []
    page.check("[value=shares]", force=True)
    page.click("[data-submit]")
    page.click(".setup-form summary")
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert not scrolls_sideways(page)
    groups = page.locator(".code-groups span").all_inner_texts()
    for number in range(3):
        page.fill(f"[name=part_{number + 1}]", " ".join(groups[16 * number + 14 : 16 * number + 16]))
    page.click("[data-submit]")
    page.wait_for_url("**/begin/done/")
    assert violations(page) == []
