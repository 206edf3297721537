"""The server of the pages: a request's body streams from the socket into the page, nothing of it touches the disk."""

import ipaddress
import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from cheroot.server import HeaderReader, HTTPConnection, HTTPRequest
from cheroot.wsgi import Server
from django.conf import settings

LOG = logging.getLogger("ombud.server")

THREADS = 16
QUIET = 10
"""Seconds without a byte after which a connection is closed."""
FOR_HEADERS = 20
"""Seconds a request may take until its headers are there, however slowly it drips."""
SLOWEST = 8_000
"""Bytes a second that a body must average, beside the seconds above."""
LARGEST_HEADERS = 64_000
MOST_READ_OFF = 1_000_000_000
"""Bytes of an unwanted body that are read and thrown away, so that the browser gets to read the answer."""
PIECE = 1 << 16
FOR_STOPPING = 30
"""Seconds that requests at hand get to end when the server is stopped."""

Application = Callable[..., Iterable[bytes]]


class Headers(HeaderReader):
    """Refuses what two programs could understand in two ways, such as a body whose length is said twice."""

    def __call__(self, rfile: Any, hdict: dict[bytes, bytes] | None = None) -> dict[bytes, bytes]:
        self.seen: set[bytes] = set()
        found: dict[bytes, bytes] = super().__call__(rfile, hdict)
        length = found.get(b"Content-Length", b"0")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            raise ValueError("Malformed Content-Length Header.")
        return found

    def _transform_key(self, key_name: bytes) -> bytes:
        if key_name != key_name.strip():
            raise ValueError("Space around a header's name.")
        return key_name.title()

    def _allow_header(self, key_name: bytes) -> bool:
        """A name with an underscore would be taken for the one with a dash."""
        if key_name in (b"Content-Length", b"Host", b"Transfer-Encoding"):
            if key_name in self.seen:
                raise ValueError("Header said twice.")
            self.seen.add(key_name)
        return b"_" not in key_name


class Request(HTTPRequest):
    """One request: it must arrive in reasonable time, and its answer is readable even when its body was unwanted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.header_reader = Headers()

    def parse_request(self) -> None:
        with self.server.patience.until(self.conn, FOR_HEADERS):
            super().parse_request()

    def read_request_headers(self) -> bool:
        if not super().read_request_headers():  # type: ignore[no-untyped-call]
            return False
        if b"Transfer-Encoding" in self.inheaders:
            # No browser sends a form without saying its length first.
            self.simple_response("411 Length Required")
            return False
        return True

    def respond(self) -> None:
        length = int(self.inheaders.get(b"Content-Length", 0))
        if not length:
            super().respond()
            return
        with self.server.patience.until(self.conn, FOR_HEADERS + length / SLOWEST) as self.waiting:
            super().respond()

    def send_headers(self) -> None:
        self._read_off()
        super().send_headers()

    def write(self, chunk: bytes) -> None:
        """Who asks for the headers only gets no body, which the next answer would be taken for."""
        if self.method != b"HEAD":
            super().write(chunk)

    def simple_response(self, status: str, msg: str = "") -> None:
        """What is no proper request is answered without a page, but with the headers of one."""
        self.close_connection = True
        lines = [
            f"{self.server.protocol} {status}", "Content-Length: 0", "Content-Type: text/plain", "Connection: close",
            "Cache-Control: no-store", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY",
            "Referrer-Policy: same-origin", "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin", "", "",
        ]  # fmt: skip
        self.conn.wfile.write("\r\n".join(lines).encode("ascii"))

    def _read_off(self) -> None:
        """Read what the page left of the body. cheroot would take it into memory in one piece."""
        body, read = self.rfile, 0
        while body.remaining > 0 and read < MOST_READ_OFF:
            piece = body.read(PIECE)
            if not piece:
                break
            read += len(piece)
        if body.remaining > 0:
            self.close_connection = True
        # The answer may take its own time; sending it has its own limit.
        if waiting := getattr(self, "waiting", None):
            waiting.over()


class Connection(HTTPConnection):
    RequestHandlerClass = Request


class _Wait:
    """One connection that has until ``ends`` on the monotonic clock."""

    def __init__(self, patience: "Patience", connection: HTTPConnection, seconds: float) -> None:
        self.patience, self.connection, self.ends = patience, connection, time.monotonic() + seconds

    def __enter__(self) -> "_Wait":
        self.patience.waits.add(self)
        return self

    def __exit__(self, *_: object) -> None:
        self.over()

    def over(self) -> None:
        self.patience.waits.discard(self)


class Patience(threading.Thread):
    """Ends connections that keep a thread waiting by sending a byte now and then."""

    def __init__(self) -> None:
        super().__init__(daemon=True, name="patience")
        self.waits: set[_Wait] = set()
        self.stopped = threading.Event()

    def until(self, connection: HTTPConnection, seconds: float) -> _Wait:
        return _Wait(self, connection, seconds)

    def run(self) -> None:
        while not self.stopped.wait(1):
            now = time.monotonic()
            for wait in [wait for wait in self.waits.copy() if wait.ends < now]:
                wait.over()
                self._cut(wait.connection)

    def _cut(self, connection: HTTPConnection) -> None:
        try:
            connection.socket.shutdown(0)
        except OSError:
            LOG.debug("A slow connection ended by itself.")


class PagesServer(Server):
    """``prepare`` listens, ``serve`` answers until a termination signal, ``stop`` lets the requests at hand end."""

    ConnectionClass = Connection
    max_request_header_size = LARGEST_HEADERS

    def __init__(self, host: str, port: int, application: Application) -> None:
        super().__init__(
            (host, port),
            behind_proxy(application) if settings.BEHIND_HTTPS else without_proxy(application),
            numthreads=THREADS,
            server_name="Ombud",
            request_queue_size=128,
            timeout=QUIET,
            shutdown_timeout=FOR_STOPPING,
        )
        self.patience = Patience()

    def prepare(self) -> None:
        super().prepare()
        self.patience.start()

    def stop(self) -> None:
        super().stop()
        self.patience.stopped.set()

    def error_log(self, msg: str = "", level: int = logging.INFO, traceback: bool = False) -> None:
        """To the log of the program, with the place in the program but without the request."""
        LOG.log(level, "%s", msg, exc_info=traceback)


def behind_proxy(application: Application) -> Application:
    """The reader's address is the last one that the proxy wrote down."""

    def receive(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        said = environ.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        try:
            environ["REMOTE_ADDR"] = str(ipaddress.ip_address(said))
        except ValueError:
            LOG.debug("The proxy named no address.")
        return application(environ, start_response)

    return receive


def without_proxy(application: Application) -> Application:
    """What anyone could write into a request about himself is not believed: it would lift the limits of log-in."""

    def receive(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        for name in [name for name in environ if name.startswith(("HTTP_X_FORWARDED", "HTTP_FORWARDED"))]:
            del environ[name]
        return application(environ, start_response)

    return receive
