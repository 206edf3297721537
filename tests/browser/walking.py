"""Walking through pages as a person with a screen reader, a small screen or large letters would."""

from collections.abc import Iterable

from playwright.sync_api import Page

from tests.browser.conftest import scrolls_sideways, violations
from tests.cast import PASSWORD
from tests.unlocked import PASSPHRASE

DESK = {"width": 1360, "height": 860}
PHONE = {"width": 320, "height": 640}


def log_in(page: Page, server: str, email: str) -> None:
    """Through the log-in page itself."""
    page.goto(f"{server}/account/login/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def unlock(page: Page, server: str, code: str = "0165") -> None:
    """Through the page itself, with the passphrase that the tests give everybody."""
    page.goto(f"{server}/unlock/?next=/{code}/")
    page.fill("[name=passphrase]", PASSPHRASE)
    page.click("[data-submit]")
    page.wait_for_url(f"{server}/{code}/")


def faults(page: Page, server: str, paths: Iterable[str]) -> list[str]:
    """What is wrong with the pages: findings of axe, sideways scrolling at 320 px, refused scripts and styles."""
    found: list[str] = []
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for path in paths:
        page.set_viewport_size(DESK)
        answer = page.goto(server + path)
        status = answer.status if answer else 0
        found += [f"{path}: {one}" for one in violations(page)]
        if page.locator("h1").count() != 1:
            found.append(f"{path}: {page.locator('h1').count()} main headings")
        if page.locator("html").get_attribute("lang") != "da":
            found.append(f"{path}: not Danish")
        page.set_viewport_size(PHONE)
        if scrolls_sideways(page):
            found.append(f"{path}: scrolls sideways at 320 px")
        found += [f"{path}: {text}" for text in said if not (status >= 400 and "Failed to load resource" in text)]
        said.clear()
    return found
