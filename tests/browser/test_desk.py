"""Journeys at the desk in a real browser: keyboard, rows, drafts, accessibility, narrow windows."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from ombud.appeals.models import AppealBoard, RemarkTheme
from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.models import Enquiry
from ombud.offices.models import Department
from ombud.tenancy.scope import scope
from tests.browser.conftest import scrolls_sideways, violations
from tests.cast import PASSWORD, Cast, make_cast

pytestmark = pytest.mark.browser

SMALL = (
    "Sagsnr;Modtaget;Type;Afdeling;Emne;Navn\r\n900/2024;3-4-2024;Klage;Vej og Park;Partshøring;x\r\n"
    "901/2024;31-4-2024;Klage;Miljø & Teknik;Begrundelse;x\r\n"
)


@pytest.fixture
def world(transactional_db: None) -> Cast:
    cast = make_cast()
    with scope(cast.albertslund):
        AppealBoard.objects.get_or_create(name="Ankestyrelsen")
        RemarkTheme.objects.get_or_create(name="Begrundelse")
        department = Department.objects.filter(parent=None).first()
        register(by=cast.asta, received_on=date(2024, 5, 2), matters=[MatterInput(department, None)] * 2)
    return cast


@pytest.fixture
def desk(page: Page, live_server: LiveServer, world: Cast) -> Page:
    """Logged in; a complaint of the browser's console fails the test."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}/account/login/")
    log_in(page, world)
    page.complaints = complaints  # type: ignore[attr-defined]
    return page


def log_in(page: Page, world: Cast) -> None:
    page.fill("[name=login]", world.asta.email)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()


def look(page: Page) -> None:
    """Accessible, and no wider than the smallest window."""
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert not scrolls_sideways(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 1360, "height": 860})
    assert page.complaints == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "address",
    ["/0165/", "/0183/", "/0165/enquiries/", "/0183/enquiries/", "/0165/enquiries/?grain=matters&anonymous=no",
     "/0165/enquiries/?text=99", "/0165/enquiries/new/", "/0165/appeals/", "/0165/appeals/new/", "/0165/imports/",
     "/0165/imports/new/", "/account/password/change/", "/account/logout/"],
)  # fmt: skip
def test_every_page_is_accessible_and_narrow(desk: Page, live_server: LiveServer, address: str) -> None:
    desk.goto(live_server.url + address)
    look(desk)


@pytest.mark.parametrize("address", ["/account/login/", "/account/password/reset/", "/nothing/"])
def test_the_door_is_accessible(page: Page, live_server: LiveServer, transactional_db: None, address: str) -> None:
    page.goto(live_server.url + address)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert not scrolls_sideways(page)


def test_an_enquiry_is_corrected_and_removed(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/0165/enquiries/")
    desk.get_by_role("link", name="1/2024").click()
    desk.fill("#id_closed_on", "1-1-2020")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#errors")).to_be_focused()
    desk.complaints.clear()  # type: ignore[attr-defined]  # the answer 422 itself
    look(desk)
    desk.fill("#id_closed_on", "1-7-2024")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".alert-success")).to_be_visible()
    look(desk)
    desk.locator(".page-actions a").click()
    look(desk)
    desk.locator(".button-warning").click()
    expect(desk.locator(".alert-success")).to_be_visible()


def test_an_enquiry_by_keyboard_alone(desk: Page, live_server: LiveServer, world: Cast) -> None:
    desk.goto(f"{live_server.url}/0165/enquiries/new/")
    keys = desk.keyboard
    keys.press("Space")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")
    keys.press("Tab")
    keys.type("partsh")
    keys.press("Tab")
    expect(desk.locator("input[list]").first).to_have_value("Partshøring · Forvaltningsloven")
    desk.locator("[data-add-row]").press("Enter")
    keys.type("orientering")
    keys.press("Control+Enter")
    desk.wait_for_url("**/0165/enquiries/")
    with scope(world.albertslund):
        enquiry = Enquiry.objects.order_by("-pk").first()
        assert enquiry is not None
        assert (enquiry.received_on, enquiry.first_channel_id is None, enquiry.type_id is None) == (
            date.today(), False, False,
        )  # fmt: skip
        themes = [matter.theme.name for matter in enquiry.matters.all()]
    assert themes == ["Partshøring", "Orientering om sagens gang eller status"]
    assert desk.complaints == []  # type: ignore[attr-defined]


def test_a_name_that_is_no_subtheme_is_not_sent(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/0165/enquiries/new/")
    desk.locator("input[list]").first.fill("findes ikke")
    desk.keyboard.press("Tab")
    desk.locator("[data-submit]").click()
    expect(desk.locator("input[list]").first).to_be_focused()
    expect(desk.locator(".finder-problem").first).not_to_be_empty()
    assert desk.url.endswith("/new/")


def test_rows_keep_their_places_when_one_is_taken_out(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/0165/enquiries/new/")
    for name in ("partsh", "notatpl", "inddrag"):
        desk.locator("input[list]").last.fill(name)
        desk.keyboard.press("Tab")
        desk.locator("[data-add-row]").click()
    desk.locator("[data-remove-row]").first.click()
    assert [row.get_attribute("data-row") for row in desk.locator("form .matter").all()] == [
        "matters-0", "matters-1", "matters-2",
    ]  # fmt: skip
    expect(desk.locator("[data-count]")).to_have_value("3")
    expect(desk.locator("#id_matters-0-theme")).to_have_value("Notatpligt · Offentlighedsloven")
    look(desk)


def test_what_was_typed_survives_an_expired_session(desk: Page, live_server: LiveServer, world: Cast) -> None:
    desk.goto(f"{live_server.url}/0165/enquiries/new/")
    desk.locator("#id_type_0").check(force=True)
    desk.locator("input[list]").first.fill("partsh")
    desk.locator("[data-add-row]").click()
    desk.locator("input[list]").last.fill("notatpl")
    desk.fill("#id_events_on", "1-2-2024")
    desk.keyboard.press("Tab")
    desk.context.clear_cookies(name="sessionid")
    desk.locator("[data-submit]").click()
    desk.wait_for_url("**/account/login/**")
    log_in(desk, world)
    desk.goto(f"{live_server.url}/0165/enquiries/new/")
    expect(desk.locator("[data-draft-notice]")).to_be_visible()
    expect(desk.locator("#id_events_on")).to_have_value("1-2-2024")
    expect(desk.locator("#id_matters-1-theme")).to_have_value("Notatpligt · Offentlighedsloven")
    desk.locator("[data-submit]").click()
    desk.wait_for_url("**/0165/enquiries/")
    desk.goto(f"{live_server.url}/0165/enquiries/new/")
    expect(desk.locator("[data-draft-notice]")).to_be_hidden()


def test_the_mandate_column_follows_what_is_typed(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/0183/enquiries/new/")
    desk.fill("#id_received_on", "1-6-2022")
    desk.fill("#id_events_on", "1-1-2019")
    desk.keyboard.press("Tab")
    expect(desk.locator(".check-not").first).to_be_visible()
    look(desk)


def test_an_import_from_file_to_preview(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/0165/imports/new/")
    file = {"name": "register.csv", "mimeType": "text/csv", "buffer": SMALL.encode()}
    desk.set_input_files("[name=file]", file)  # type: ignore[arg-type]
    desk.locator("main form button").click()
    expect(desk.locator("#errors")).to_be_focused()
    look(desk)
    desk.goto(f"{live_server.url}/0165/imports/")
    look(desk)
