"""The page in real Chromium under its own policy."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from ombud.writers.html import content_security_policy

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(files: dict[str, bytes]) -> Iterator[str]:
    content = files["html"]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", content_security_policy(content))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [320, 1360])
def test_it_breaks_no_policy_and_fits_the_screen(width: int, address: str, browser: Any) -> None:
    page = browser.new_page(viewport={"width": width, "height": 860})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.querySelector('header')).borderBottomWidth") == "4px"
    assert page.evaluate("getComputedStyle(document.querySelector('svg text')).fontSize") == "13px"
    page.close()
