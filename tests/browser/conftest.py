"""A real Chromium from Debian, driven by Playwright, against a live server with the example municipality."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1360, "height": 860}, locale="da-DK")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def violations(page: Page) -> list[str]:
    """What axe finds wrong for WCAG 2.2 A and AA and its best practices, one line a finding."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        """async () => (await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
        "best-practice"]})).violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ")).join(" | "))"""
    )
    return list(found)


def scrolls_sideways(page: Page) -> bool:
    """True when the page itself is wider than the window."""
    return bool(page.evaluate("document.scrollingElement.scrollWidth > document.documentElement.clientWidth"))
