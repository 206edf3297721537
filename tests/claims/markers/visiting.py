"""The same on the pages of a running server: what is typed, what is refused, what is typed while it is locked."""

import uuid
from collections.abc import Iterable
from itertools import count
from types import SimpleNamespace
from typing import Any

from tests.claims.markers.searching import CPR, STEM, packed_text
from tests.claims.markers.serving import FAULT
from tests.desk.conftest import form_of
from tests.serving import TOKEN, Answer, Sending, Visitor
from tests.unlocked import PASSPHRASE

_numbers = count(1)
DAY = "10-4-2024"


def typed(what: str) -> str:
    return f"{STEM}-typed-{what}-{next(_numbers)}"


class Browser(Visitor):
    """Fills the main form of a page as a person does, and remembers every address it was sent to."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        super().__init__(port, "", dict(cookies))
        self.addresses: list[str] = []
        self.answers: dict[int, int] = {}

    def ask(self, method: str, path: str, *more: Any) -> Any:
        self.addresses.append(path)
        response = super().ask(method, path, *more)
        self.addresses.append(response.headers.get("Location") or "")
        self.answers[response.status] = self.answers.get(response.status, 0) + 1
        return response

    def fill(
        self, path: str, fields: dict[str, str], files: Iterable[Sending] = (), page: Answer | None = None
    ) -> Answer:
        """What the page's form holds, changed by ``fields``."""
        shown = page or self.get(path)
        held = {name: str(value) for name, value in form_of(SimpleNamespace(content=shown[2])).items()}
        return self.post(path, shown, held | fields, files)

    def post(self, path: str, page: Answer, fields: dict[str, str], files: Iterable[Sending] = ()) -> Answer:
        token = TOKEN.search(page[2].decode())
        assert token, f"There is no form on {path}: {page[0]}"
        edge = uuid.uuid4().hex
        body = b""
        for name, value in (fields | {"csrfmiddlewaretoken": token[1]}).items():
            body += f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for one in files:
            said = f'form-data; name="{one.field}"; filename="{one.name}"'
            body += f"--{edge}\r\nContent-Disposition: {said}\r\n\r\n".encode() + b"".join(one.content) + b"\r\n"
        body += f"--{edge}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}", "Content-Length": str(len(body))}
        return self._answer(self.ask("POST", path, [body], headers))


def sending(name: str, content: bytes) -> Sending:
    return Sending("documents", name, len(content), [content])


def make_a_case(browser: Browser, enquiry: int) -> None:
    """One case, every form of it, with one failed try each; all answers are as they should be."""
    cases = "/0165/cases/"
    opened = browser.fill(f"{cases}new/{enquiry}/", {"title": typed("title"), "contact_note": typed("call")})
    assert opened[0] == 302
    case = opened[1]["Location"]
    assert browser.fill(f"{case}title/", {"title": "x" * 300 + typed("title")})[0] == 422
    note = {"on": DAY, "kind": "call", "title": typed("heading"), "text": typed("note")}
    assert browser.fill(f"{case}notes/", note, page=browser.get(case))[0] == 302
    assert browser.fill(f"{case}notes/", note | {"on": typed("day")}, page=browser.get(case))[0] == 422
    person = {"role": "citizen", "name": typed("name"), "cpr": CPR, "address": typed("address"),
              "phone": typed("phone"), "mail": typed("mail"), "contact_note": typed("safe"),
              "relation": typed("relation")}  # fmt: skip
    assert browser.fill(f"{case}persons/", person)[0] == 302
    assert browser.fill(f"{case}persons/", person | {"cpr": typed("cpr")})[0] == 422
    files = [
        sending(typed("file") + ".txt", typed("content").encode()),
        sending(typed("file") + ".docx", packed_text()),
    ]
    about = {"received_from": typed("from"), "description": typed("description"), "received_on": DAY}
    assert browser.fill(f"{case}documents/new/", about, files)[0] == 302
    assert browser.fill(f"{case}documents/new/", about | {"received_on": typed("day")}, files)[0] == 422
    consent = {"scope": typed("scope"), "to_whom": typed("to whom"), "form": "oral", "given_on": DAY}
    assert browser.fill(f"{case}consents/", consent)[0] == 302
    wrong = {"stood": typed("stood"), "right": typed("right"), "why": typed("why"), "recipients": typed("recipient")}
    assert browser.fill(f"{case}rectifications/", wrong)[0] == 302
    shown = browser.get(case)[2].decode()
    assert {f"{STEM}-typed-{what}" in shown for what in ("title", "note", "name", "file", "scope")} == {True}


def search(browser: Browser) -> None:
    """Words sought; and pages that answer with an error while a marker was typed into them."""
    page = browser.get("/0165/cases/")
    assert browser.post("/0165/cases/", page, {"words": typed("sought")})[0] == 200
    assert browser.post("/0165/cases/", page, {"words": STEM})[0] == 200
    assert browser.post("/0165/cases/", page, {"words": f"{STEM} {FAULT}"})[0] == 500
    for path in ("/0165/nowhere/", f"/0165/cases/{uuid.uuid4()}/notes/"):
        assert browser.post(path, page, {"text": typed("lost")})[0] == 404
    browser.post("/0183/", page, {"text": typed("nowhere")})
    body = f"text={typed('forged')}&csrfmiddlewaretoken=nonsense".encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    assert browser._answer(browser.ask("POST", "/0165/cases/", [body], headers))[0] == 403


def type_while_locked(browser: Browser, enquiry: int) -> None:
    """The page is open, the keys are locked, then the form is sent: it is kept, and found again after unlocking."""
    opened = browser.fill(f"/0165/cases/new/{enquiry}/", {"title": typed("title")})
    case = opened[1]["Location"]
    page = browser.get(case)
    lock = browser.post("/keys/lock/", page, {})
    assert lock[0] in (200, 302), lock[0]
    kept = browser.fill(f"{case}notes/", {"on": DAY, "text": typed("while locked")}, page=page)
    assert kept[0] in (302, 303, 423), kept[0]
    unlocking = browser.get("/unlock/")
    assert browser.post("/unlock/", unlocking, {"passphrase": PASSPHRASE})[0] == 302
    assert f"{STEM}-typed-while locked" in browser.get("/keys/kept/")[2].decode()
