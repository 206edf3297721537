"""`ombud serve` as a process of its own on an empty home, with an office that has a case, and a visitor who is in.

``python -m tests.serving`` makes the office in OMBUD_HOME and prints what a visitor needs as JSON.
"""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Visitor:
    """An adviser's browser: keeps cookies, sends forms with their proof of origin, and follows nothing."""

    port: int
    case: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._answer(self.ask("GET", path))

    def send(self, path: str, fields: dict[str, str], files: Iterable["Sending"] = ()) -> Answer:
        """Open the page, then send its form; files stream."""
        found = TOKEN.search(self.get(path)[2].decode())
        assert found, "There is no form on the page."
        edge = uuid.uuid4().hex
        parts: list[tuple[bytes, int, Iterable[bytes]]] = []
        for name, value in (fields | {"csrfmiddlewaretoken": found[1]}).items():
            head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            parts.append((head, 0, ()))
        for one in files:
            said = f'form-data; name="{one.field}"; filename="{one.name}"'
            head = f"--{edge}\r\nContent-Disposition: {said}\r\nContent-Type: application/octet-stream\r\n\r\n".encode()
            parts.append((head, one.size, one.content))
            parts.append((b"\r\n", 0, ()))
        parts.append((f"--{edge}--\r\n".encode(), 0, ()))
        length = sum(len(head) + size for head, size, _content in parts)
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}", "Content-Length": str(length)}
        return self._answer(self.ask("POST", path, _body(parts), headers))

    def ask(
        self, method: str, path: str, body: Iterable[bytes] | None = None, headers: dict[str, str] | None = None
    ) -> http.client.HTTPResponse:
        """The answer, not yet read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body=body, headers=(headers or {}) | {"Cookie": cookie})
        response = connection.getresponse()
        for said in response.headers.get_all("Set-Cookie") or []:
            name, _, value = said.partition(";")[0].partition("=")
            self.cookies[name] = value
        return response

    def _answer(self, response: http.client.HTTPResponse) -> Answer:
        return response.status, dict(response.headers), response.read()


@dataclass(frozen=True)
class Sending:
    """A file of a form."""

    field: str
    name: str
    size: int
    content: Iterable[bytes]


def _body(parts: list[tuple[bytes, int, Iterable[bytes]]]) -> Iterator[bytes]:
    for head, _size, content in parts:
        yield head
        yield from content


@dataclass(frozen=True)
class Serving:
    """A running server: its process, its home and its folder for temporary files."""

    process: "subprocess.Popen[str]"
    home: Path
    temporary: Path
    visitor: Visitor

    @property
    def processor_seconds(self) -> float:
        """Used by the server and by the children it has waited for."""
        spent = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(ticks) for ticks in spent[11:15]) / os.sysconf("SC_CLK_TCK")

    def memory(self, line: str) -> int:
        """Bytes: "VmRSS" now, "VmHWM" the most so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{line}:\s+(\d+) kB", status)[1]) * 1024  # type: ignore[index]


@contextmanager
def serving(folder: Path) -> Iterator[Serving]:
    """A server on a home in ``folder``; ended in order afterwards."""
    home, temporary = folder / "home", folder / "temporary"
    temporary.mkdir()
    left_out = ("DATABASE_URL", "KEYS_DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY")
    known = {name: value for name, value in os.environ.items() if name not in left_out}
    environment = known | {"OMBUD_HOME": str(home), "TMPDIR": str(temporary)}
    prepared = subprocess.run(
        [sys.executable, "-m", "tests.serving"], env=environment, capture_output=True, text=True, timeout=100
    )
    assert prepared.returncode == 0, prepared.stderr
    made: dict[str, Any] = json.loads(prepared.stdout)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ombud.config.command", "serve", "--no-worker", "--port", str(port)]
    with (folder / "errors").open("w") as errors:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        assert process.stdout is not None
        assert str(port) in process.stdout.readline(), (folder / "errors").read_text()
        yield Serving(process, home, temporary, Visitor(port, made["case"], made["cookies"]))
        assert process.poll() is None, (folder / "errors").read_text()
    finally:
        process.terminate()
        process.wait(40)


def wait_for(what: Any, seconds: float = 20) -> None:
    """Until ``what()`` is true."""
    ends = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < ends
        time.sleep(0.02)


def _prepare() -> dict[str, Any]:
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "ombud.config.settings"
    django.setup()
    from django.test import Client
    from django.urls import reverse

    from ombud.casework.actions.case_files.case import open_case
    from ombud.casework.actions.enquiries import MatterInput, register
    from ombud.config.commands.installation import make_ready
    from ombud.tenancy.scope import scope
    from tests.cast import make_cast
    from tests.unlocked import PASSPHRASE, set_up_keys

    make_ready()
    cast = make_cast()
    keys = set_up_keys(cast.albertslund, cast.asta)
    with scope(cast.albertslund):
        enquiry = register(by=cast.asta, received_on=date(2024, 4, 10), matters=[MatterInput(None, None)])
        case = open_case(enquiry=enquiry, keys=keys, by=cast.asta)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(cast.asta)
    client.post(reverse("unlock"), {"passphrase": PASSPHRASE})
    return {"case": str(case.pk), "cookies": {name: one.value for name, one in client.cookies.items()}}


if __name__ == "__main__":
    print(json.dumps(_prepare()))
