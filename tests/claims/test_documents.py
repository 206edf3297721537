"""Documents through a real server: nothing in the clear on any disk, and bombs that hurt nobody but themselves."""

import hashlib
import io
import json
import os
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.readers.making import ods, part, with_parts, xlsx
from tests.readers.previews import bombs
from tests.serving import Sending, Serving, serving

pytestmark = pytest.mark.timeout(400)
MARKER = b"MARKER-7f3a-kun-til-borgerraadgiveren"
MEGABYTE = 1024**2
REGISTER = {"Ark1": [["Sagsnr", "Tema"], ["1", "x"]]}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("server")) as found:
        yield found


def content(size: int) -> Iterator[bytes]:
    """A marker in every kilobyte, and bytes between that cannot be packed."""
    given = 0
    while given < size:
        piece = (MARKER + os.urandom(1024 - len(MARKER)))[: size - given]
        given += len(piece)
        yield piece


class Hashed:
    """A content and what its digest was, once it has been sent."""

    def __init__(self, size: int) -> None:
        self.size, self.digest = size, hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        block = b""
        for piece in content(self.size):
            self.digest.update(piece)
            block += piece
            if len(block) > 1 << 16:
                yield block
                block = b""
        yield block


class Watch(threading.Thread):
    """Looks for the marker in every file the server can write, open and deleted ones too, while something happens."""

    def __init__(self, server: Serving) -> None:
        super().__init__(daemon=True)
        self.server, self.found, self.looks, self.seen = server, [], 0, {}
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.1):
            self.look()

    def look(self) -> None:
        self.looks += 1
        named = [path for top in (self.server.home, self.server.temporary) for path in top.rglob("*") if path.is_file()]
        opened = list(Path(f"/proc/{self.server.process.pid}/fd").iterdir())
        for path in named + [one for one in opened if self._is_foreign_file(one)]:
            self._search(path)

    def whole(self) -> None:
        """Once more, from the first byte of every file."""
        self.seen.clear()
        self.look()

    def _is_foreign_file(self, path: Path) -> bool:
        try:
            target = os.readlink(path)
            return target.startswith("/") and not target.startswith(("/dev", "/proc", "/memfd")) and path.is_file()
        except OSError:
            return False

    def _search(self, path: Path) -> None:
        """What was appended since the last look, and the bytes where the two meet."""
        try:
            with path.open("rb") as file:
                key = os.fstat(file.fileno()).st_ino
                file.seek(max(0, self.seen.get(key, 0) - len(MARKER)))
                if MARKER in file.read():
                    self.found.append(str(path))
                self.seen[key] = file.tell()
        except OSError:
            return


def page(server: Serving, tail: str = "") -> str:
    return f"/0165/cases/{server.visitor.case}/{tail}"


def sent(server: Serving, name: str, size: int, body: Iterator[bytes] | Hashed | list[bytes]) -> str:
    """The address of the document that was made of a file."""
    before = documents(server)
    files = [Sending("documents", name, size, body)]
    status, _headers, answer = server.visitor.send(page(server, "documents/new/"), {"description": ""}, files)
    assert status == 302, answer.decode()[-3000:]
    (new,) = documents(server) - before
    return new


def documents(server: Serving) -> set[str]:
    shown = server.visitor.get(page(server))[2].decode()
    start = f'href="{page(server, "documents/")}'
    addresses = {piece.split('"')[0] for piece in shown.split(start)[1:]}
    return {page(server, f"documents/{one}") for one in addresses if one != "new/"}


def through_the_server(server: Serving, size: int) -> None:
    watch, given = Watch(server), Hashed(size)
    before = server.memory("VmRSS")
    watch.start()
    address = sent(server, "Akter.bin", size, given)
    response = server.visitor.ask("GET", address + "file/")
    digest, length = hashlib.sha256(), 0
    while piece := response.read(1 << 16):
        digest.update(piece)
        length += len(piece)
    watch.done.set()
    watch.join()
    assert (length, digest.digest()) == (size, given.digest.digest())
    watch.whole()
    assert watch.looks > 3
    assert watch.found == []
    stored = [path for path in server.home.rglob("*") if path.is_file() and path.stat().st_size >= size]
    assert len(stored) == 1
    grown = server.memory("VmHWM") - before
    print(
        f"\n{size / MEGABYTE:.0f} MB up and down: {watch.looks} looks, 0 markers, {grown / MEGABYTE:.0f} MB of memory"
    )
    assert grown < 60 * MEGABYTE
    stored[0].unlink()


def test_a_document_leaves_no_plaintext_on_any_disk_and_little_in_memory(server: Serving) -> None:
    through_the_server(server, 8 * MEGABYTE)


@pytest.mark.proof
def test_a_document_of_100_megabytes_leaves_none_either(server: Serving) -> None:
    through_the_server(server, 100 * MEGABYTE)


def test_the_watch_finds_a_marker_in_a_file_that_is_open_and_deleted(server: Serving, tmp_path: Path) -> None:
    watch = Watch(server)
    planted = server.temporary / "planted"
    planted.write_bytes(b"x" * 5000 + MARKER)
    watch.look()
    planted.unlink()
    assert watch.found == [str(planted)]
    own = Watch(Serving(_myself(), tmp_path, tmp_path, server.visitor))
    with (tmp_path / "gone").open("w+b") as file:
        file.write(MARKER)
        file.flush()
        (tmp_path / "gone").unlink()
        own.look()
    assert any("/fd/" in one for one in own.found)


def _myself() -> object:
    return type("Myself", (), {"pid": os.getpid()})()


def test_an_upload_that_breaks_off_leaves_nothing(server: Serving) -> None:
    def breaking() -> Iterator[bytes]:
        for number, piece in enumerate(content(4 * MEGABYTE)):
            if number == 2000:
                raise ConnectionAbortedError
            yield piece

    files = [Sending("documents", "halv.bin", 4 * MEGABYTE, breaking())]
    with pytest.raises(ConnectionAbortedError):
        server.visitor.send(page(server, "documents/new/"), {}, files)
    ends = time.monotonic() + 20
    while (left := list((server.home / "arriving").iterdir())) and time.monotonic() < ends:
        time.sleep(0.1)
    assert left == []


def test_a_file_over_the_limit_is_refused_with_a_page_in_danish(server: Serving) -> None:
    size = 110 * MEGABYTE
    block = b"x" * MEGABYTE
    files = [Sending("documents", "stor.bin", size, (block for _number in range(110)))]
    status, headers, body = server.visitor.send(page(server, "documents/new/"), {}, files)
    assert status == 413
    assert "100 MB" in body.decode()
    assert 'lang="da"' in body.decode()
    for header in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Cache-Control"):
        assert header in headers
    assert list((server.home / "arriving").iterdir()) == []
    assert server.visitor.get(page(server))[0] == 200


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"\0" * 100_000_000)
    return out.getvalue()


def xml_bomb() -> bytes:
    lines = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">{lines}]><x>&a12;</x>'.encode()
    return with_parts(xlsx(REGISTER), {"xl/workbook.xml": bomb})


def ods_bomb() -> bytes:
    whole = part(ods(REGISTER), "content.xml")
    wide = whole.replace(b"<table:table-row", b'<table:table-row table:number-rows-repeated="1048576"', 1)
    return with_parts(ods(REGISTER), {"content.xml": wide.replace(b"<table:table-cell", (
        b'<table:table-cell table:number-columns-repeated="16384"'), 1)})  # fmt: skip


def deep_bomb() -> bytes:
    return with_parts(xlsx(REGISTER), {"xl/workbook.xml": b"<a>" * 2_000_000})


IMPORTED: dict[str, Callable[[], bytes]] = {one.__name__: one for one in (zip_bomb, xml_bomb, ods_bomb, deep_bomb)}
SHOWN = bombs.PICTURES | bombs.PDFS
SAMPLE = {"wide_png", "looping_form", "packed_twice"}
SECONDS = 2.0


class Meanwhile(threading.Thread):
    """Another visitor, who asks for one page after the other; ``slowest`` is what he waited for at most."""

    def __init__(self, server: Serving) -> None:
        super().__init__(daemon=True)
        self.server, self.answers, self.slowest, self.done = server, 0, 0.0, threading.Event()

    def run(self) -> None:
        while not self.done.is_set():
            began = time.monotonic()
            assert self.server.visitor.ask("GET", "/account/login/").read() is not None
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.answers += 1
            self.done.wait(0.05)


def harmless(server: Serving, ask: Callable[[], None]) -> None:
    """``ask`` takes the server and its children less than two seconds, and others are answered meanwhile."""
    other = Meanwhile(server)
    other.start()
    began, before = time.monotonic(), server.processor_seconds
    ask()
    took, spent = time.monotonic() - began, server.processor_seconds - before
    other.done.set()
    other.join()
    print(f"{took:.1f} s on the clock, {spent:.1f} s of the processor, {other.answers} others, {other.slowest:.1f} s")
    assert other.answers
    # The other visitor's pages are in what was spent, and on a busy machine the clock runs on.
    assert spent - 0.1 * other.answers < SECONDS
    assert server.process.poll() is None


@pytest.mark.parametrize("name", sorted(IMPORTED))
def test_a_bomb_is_refused_as_a_register(server: Serving, name: str) -> None:
    bomb = IMPORTED[name]()
    ending = "ods" if name.startswith("ods") else "xlsx"
    files = [Sending("file", f"register.{ending}", len(bomb), [bomb])]
    answers: list[int] = []

    def ask() -> None:
        status, headers, _body = server.visitor.send("/0165/imports/new/", {"kind": "registrations"}, files)
        answers.append(status)
        shown = server.visitor.get(headers["Location"])[2].decode()
        assert "alert-error" in shown or "alert-warning" in shown, json.dumps(shown[-2000:])

    harmless(server, ask)
    assert answers == [302]


@pytest.mark.parametrize(
    "name", [name if name in SAMPLE else pytest.param(name, marks=pytest.mark.proof) for name in sorted(SHOWN)]
)
def test_a_bomb_is_not_shown_as_a_document(server: Serving, name: str) -> None:
    bomb = SHOWN[name]()
    address = sent(server, "akt.pdf", len(bomb), [bomb])
    for tail in ("", "preview/0/"):

        def ask(tail: str = tail) -> None:
            assert server.visitor.get(address + tail)[0] in (200, 422)

        harmless(server, ask)
    assert server.memory("VmHWM") < 600 * MEGABYTE
