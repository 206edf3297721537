"""Documents in real Chromium: chosen, sent, looked at and fetched, by a screen reader, a phone, and without scripts."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.walking import faults
from tests.serving import Serving, serving

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
SCRIPT = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("server")) as found:
        yield found


@pytest.fixture
def address(server: Serving) -> str:
    return f"http://127.0.0.1:{server.visitor.port}"


def context(browser: Browser, server: Serving, address: str, **options: object) -> BrowserContext:
    made = browser.new_context(locale="da", **options)
    made.add_cookies([{"name": name, "value": one, "url": address} for name, one in server.visitor.cookies.items()])
    return made


@pytest.fixture
def page(browser: Browser, server: Serving, address: str) -> Iterator[Page]:
    with context(browser, server, address) as made:
        yield made.new_page()


def scan() -> bytes:
    out = io.BytesIO()
    sheets = [Image.new("RGB", (600, 850), shade) for shade in ("white", "grey")]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def put(page: Page, server: Serving, address: str, name: str, content: bytes) -> str:
    """Sends a file by the form; the path of the document's page."""
    page.goto(f"{address}/0165/cases/{server.visitor.case}/documents/new/")
    page.set_input_files("[name=documents]", {"name": name, "mimeType": "text/html", "buffer": content})
    page.fill("[name=description]", SCRIPT)
    page.click("[data-submit]")
    page.wait_for_load_state()
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state("networkidle")
    return page.url.removeprefix(address)


def test_the_pages_of_a_document_can_be_used_by_everyone(page: Page, server: Serving, address: str) -> None:
    text = put(page, server, address, "Brev.txt", "Kære borgerrådgiver\n".encode() * 200)
    drawn = put(page, server, address, "Akt.pdf", scan())
    new = f"/0165/cases/{server.visitor.case}/documents/new/"
    assert faults(page, address, [new, text, drawn, drawn + "?page=2", drawn + "remove/"]) == []


def test_a_scan_is_leafed_through_and_fetched(page: Page, server: Serving, address: str) -> None:
    content = scan()
    put(page, server, address, "Leje.pdf", content)
    for number in (1, 2):
        shown = page.locator("img.leaf")
        assert shown.evaluate("image => image.complete && image.naturalWidth") > 100
        assert str(number) in (shown.get_attribute("alt") or "")
        if number == 1:
            page.locator("[rel=next]").click()
            page.wait_for_load_state("networkidle")
    with page.expect_download() as fetched:
        page.locator(".page-actions a").click()
    assert fetched.value.suggested_filename == "Leje.pdf"
    assert Path(fetched.value.path()).read_bytes() == content


@pytest.mark.parametrize("name", ["a<img src=x onerror=alert(1)>.html", "b.svg", "c.xml"])
def test_no_script_of_a_document_runs(page: Page, server: Serving, address: str, name: str) -> None:
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    content = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script></svg>"
    path = put(page, server, address, name, content)
    assert page.locator("pre").inner_text().strip() == content.decode()
    with page.expect_download():
        page.evaluate("path => { location.href = path + 'file/'; }", path)
    assert ran == []


def large(folder: Path) -> Path:
    file = folder / "stor.bin"
    with file.open("wb") as made:
        made.truncate(120 * 1024 * 1024)
    return file


def test_a_file_that_is_too_large_is_said_before_it_is_sent(
    page: Page, server: Serving, address: str, tmp_path: Path
) -> None:
    page.goto(f"{address}/0165/cases/{server.visitor.case}/documents/new/")
    page.fill("[name=description]", "Min tekst")
    page.set_input_files("[name=documents]", large(tmp_path))
    page.click("[data-submit]")
    assert "100 MB" in page.locator("[data-problem]").inner_text()
    assert page.input_value("[name=description]") == "Min tekst"


def test_without_scripts_it_is_a_page_and_what_was_typed_stays(
    browser: Browser, server: Serving, address: str, tmp_path: Path
) -> None:
    with context(browser, server, address, java_script_enabled=False) as made:
        page = made.new_page()
        page.goto(f"{address}/0165/cases/{server.visitor.case}/documents/new/")
        page.fill("[name=description]", "Min tekst")
        page.set_input_files("[name=documents]", large(tmp_path))
        page.click("[data-submit]")
        page.wait_for_load_state()
        assert "100 MB" in page.locator("main").inner_text()
        page.go_back()
        assert page.input_value("[name=description]") == "Min tekst"
