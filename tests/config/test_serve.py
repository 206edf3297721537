"""How the server receives requests: in pieces, in reasonable time, and without two meanings."""

import http.client
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import LazySettings

from ombud.config import server as serving
from ombud.config.server import PagesServer

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


@contextmanager
def serve(application: Application) -> Iterator[int]:
    server = PagesServer("127.0.0.1", 0, application)
    server.prepare()
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield server.bind_addr[1]
    finally:
        server.stop()
        thread.join(20)
        assert not thread.is_alive()


def says(text: Callable[[dict[str, Any]], str]) -> Application:
    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        said = text(environ).encode()
        start_response("200 OK", [("Content-Length", str(len(said)))])
        return [said]

    return application


def reading(environ: dict[str, Any]) -> str:
    return str(len(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))


def raw(port: int, request: bytes, wait: float = 5) -> bytes:
    """Everything that is answered until the connection is closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as client:
        client.sendall(request)
        found = b""
        while piece := client.recv(65_536):
            found += piece
    return found


def test_a_body_reaches_the_page_while_it_arrives() -> None:
    begun = threading.Event()

    def text(environ: dict[str, Any]) -> str:
        first = environ["wsgi.input"].read(1000)
        begun.set()
        return str(len(first) + len(environ["wsgi.input"].read(1000)))

    with serve(says(text)) as port, socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        client.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2000\r\n\r\n" + b"a" * 1000)
        assert begun.wait(5)
        client.sendall(b"b" * 1000)
        with client.makefile("rb") as answer:
            assert answer.read().endswith(b"2000")


def test_an_unwanted_body_is_read_off_in_pieces_and_the_connection_goes_on() -> None:
    size = 60_000_000
    with serve(says(lambda environ: environ["REQUEST_METHOD"])) as port:
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        tracemalloc.start()
        client.request("POST", "/", body=(b"x" * 1_000_000 for _ in range(60)), headers={"Content-Length": str(size)})
        assert client.getresponse().read() == b"POST"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
        tracemalloc.stop()
        client.request("GET", "/")
        assert client.getresponse().read() == b"GET"


@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: +5\r\n",
        b"Content-Length: 1_0\r\n",
        b"Content-Length : 5\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
    ],
)
def test_a_body_of_doubtful_length_is_refused_and_the_connection_closed(headers: bytes) -> None:
    with serve(says(lambda environ: "page")) as port:
        answer = raw(port, b"POST / HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n")
    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 411 "))
    assert b"page" not in answer
    assert answer.count(b"HTTP/1.1 ") == 1


def test_what_is_no_request_is_answered_with_the_headers_of_a_page() -> None:
    with serve(says(lambda environ: "page")) as port:
        answer = raw(port, b"nonsense\r\n\r\n")
    for header in (b"nosniff", b"default-src 'none'", b"no-store", b"DENY"):
        assert header in answer


def test_who_asks_for_the_headers_gets_no_body() -> None:
    with serve(says(lambda environ: "page")) as port:
        answer = raw(port, b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.count(b"page") == 1
    assert answer.count(b"Content-Length: 4") == 2


def test_a_request_that_drips_is_cut_while_others_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "FOR_HEADERS", 1)
    with serve(says(lambda environ: "page")) as port:
        slow = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(serving.THREADS)]
        ends = time.monotonic() + 10
        open_ = set(slow)
        while open_ and time.monotonic() < ends:
            for client in list(open_):
                try:
                    client.sendall(b"G")
                    client.setblocking(False)
                    if client.recv(1000) == b"":
                        open_.discard(client)
                except BlockingIOError:
                    client.setblocking(True)
                except OSError:
                    open_.discard(client)
            time.sleep(0.2)
        assert not open_
        other = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        other.request("GET", "/")
        assert other.getresponse().read() == b"page"


def test_a_body_that_drips_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "FOR_HEADERS", 1)
    monkeypatch.setattr(serving, "SLOWEST", 1_000_000)
    done = threading.Event()

    def text(environ: dict[str, Any]) -> str:
        found = environ["wsgi.input"].read(100_000)
        done.set()
        return str(len(found))

    with serve(says(text)) as port, socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
        ends = time.monotonic() + 8
        while not done.is_set() and time.monotonic() < ends:
            client.sendall(b"a")
            time.sleep(0.1)
        assert done.is_set()


def test_requests_at_hand_end_before_the_server_does() -> None:
    begun = threading.Event()

    def text(environ: dict[str, Any]) -> str:
        begun.set()
        time.sleep(1)
        return "done"

    found: list[bytes] = []
    with serve(says(text)) as port:
        asked = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        client = threading.Thread(target=lambda: found.append(raw(port, asked)))
        client.start()
        assert begun.wait(5)
    client.join(5)
    assert found[0].endswith(b"done")


@pytest.mark.parametrize(
    ("https", "said", "address"),
    [
        (False, "10.1.2.3", "127.0.0.1"),
        (True, "10.1.2.3", "10.1.2.3"),
        (True, "6.6.6.6, 10.1.2.3", "10.1.2.3"),
        (True, "nonsense", "127.0.0.1"),
    ],
)
def test_a_proxy_is_believed_only_where_there_is_one(
    settings: LazySettings, https: bool, said: str, address: str
) -> None:
    settings.BEHIND_HTTPS = https
    text = lambda environ: f"{environ['REMOTE_ADDR']} {environ.get('HTTP_X_FORWARDED_PROTO')}"  # noqa: E731
    with serve(says(text)) as port:
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        client.request("GET", "/", headers={"X-Forwarded-For": said, "X-Forwarded-Proto": "https"})
        assert client.getresponse().read().decode() == f"{address} {'https' if https else None}"


def test_a_header_with_an_underscore_is_not_taken_for_another(settings: LazySettings) -> None:
    settings.BEHIND_HTTPS = True
    with serve(says(lambda environ: environ["REMOTE_ADDR"])) as port:
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        client.request("GET", "/", headers={"X_Forwarded_For": "6.6.6.6"})
        assert client.getresponse().read() == b"127.0.0.1"
