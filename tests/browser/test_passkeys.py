"""Passkeys in a real browser, with an authenticator that Chromium plays itself."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import CDPSession, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import violations
from tests.cast import PASSWORD, Cast, make_cast

pytestmark = pytest.mark.browser


@pytest.fixture
def world(transactional_db: None) -> Cast:
    return make_cast()


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """By name: a passkey belongs to a name, not to a number."""
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def authenticator(page: Page) -> Iterator[CDPSession]:
    """A device with a fingerprint reader that always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield session
    session.detach()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def log_in(page: Page, site: str, world: Cast) -> None:
    page.goto(f"{site}/account/login/")
    page.fill("[name=login]", world.asta.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit] >> nth=0")
    page.wait_for_load_state()


def add_passkey(page: Page, site: str, *, alone: bool) -> None:
    page.goto(f"{site}/account/second-factor/passkeys/new/")
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit] >> nth=0")
    page.wait_for_url("**/passkeys/new/")
    assert violations(page) == []
    page.fill("[name=name]", "Min computer")
    if alone:
        page.locator("label[for=id_passwordless]").click()
    page.click("#passkey-add")
    page.wait_for_url("**/second-factor/codes/")


def test_a_passkey_is_added_and_logs_in_alone(
    page: Page, site: str, world: Cast, authenticator: CDPSession, complaints: list[str]
) -> None:
    log_in(page, site, world)
    add_passkey(page, site, alone=True)
    assert violations(page) == []
    assert Authenticator.objects.get(type="webauthn").wrap().name == "Min computer"
    page.context.clear_cookies()
    page.goto(f"{site}/account/login/?next=/account/sessions/")
    assert violations(page) == []
    page.click("#passkey-log-in")
    page.wait_for_url("**/account/sessions/")
    expect(page.locator("main table")).to_contain_text("Chrome")
    assert complaints == []


def test_a_passkey_is_the_second_step(
    page: Page, site: str, world: Cast, authenticator: CDPSession, complaints: list[str]
) -> None:
    log_in(page, site, world)
    add_passkey(page, site, alone=False)
    page.context.clear_cookies()
    log_in(page, site, world)
    page.wait_for_url("**/second-factor/log-in/**")
    assert violations(page) == []
    page.click("#passkey-show")
    page.wait_for_url(lambda address: "/second-factor/" not in address, wait_until="load")
    page.goto(f"{site}/account/")
    expect(page.locator("h1")).to_be_visible()
    assert page.url == f"{site}/account/"
    assert complaints == []


def test_a_passkey_that_is_not_there_is_told(page: Page, site: str, world: Cast, authenticator: CDPSession) -> None:
    authenticator.send("WebAuthn.disable")
    page.add_init_script("navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError'))")
    page.goto(f"{site}/account/login/")
    page.click("#passkey-log-in")
    expect(page.locator("[data-passkey-problem]")).to_be_visible()


def test_without_javascript_the_door_says_nothing_of_passkeys(page: Page, site: str, world: Cast) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    other = context.new_page()
    other.goto(f"{site}/account/login/")
    expect(other.locator("#passkey-log-in")).to_be_hidden()
    expect(other.locator("[name=password]")).to_be_visible()
    context.close()
