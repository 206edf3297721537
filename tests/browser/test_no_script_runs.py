"""What people write is shown as they wrote it: no text of any row becomes a script or an element of a page.

The browser is told to ignore the content security policy, so that the pages themselves must hold.
"""

from collections.abc import Iterator, Sequence

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Error, Page
from pytest_django.live_server_helper import LiveServer

from ombud.desk.office.nouns import NOUNS
from ombud.tenancy.scope import scope
from tests.browser.payloads import PAYLOADS, SAMPLE
from tests.browser.poisoning import Reached, poison_case, poison_import, poison_intake, poison_rows, reached
from tests.browser.walking import log_in, unlock
from tests.house.addresses import municipal
from tests.house.world import World, make_world

pytestmark = [pytest.mark.browser]

INJECTED = """() => [
  ...document.querySelectorAll("script:not([src]), script[src^=data], base, iframe, object, embed, video, audio, " +
    "math, marquee, body style, link:not([rel=stylesheet], [rel=icon]), meta[http-equiv], [popover], " +
    "frameset, animate"),
  ...[...document.querySelectorAll("*")].filter(node => [...node.attributes].some(attribute =>
    /^on|^srcdoc$|^formaction$|^hx-on/i.test(attribute.name) || /^\\s*javascript:/i.test(attribute.value)
    && !["INPUT", "OPTION", "BUTTON"].includes(node.nodeName))),
].map(node => node.outerHTML.slice(0, 200))"""
NOTHING_TO_SEE = ("Download is starting", "ERR_HTTP_RESPONSE_CODE_FAILURE")
"""A file to be kept, and the empty answer of an address that only takes forms."""
BATCH = 50


@pytest.fixture
def world(transactional_db: None) -> World:
    call_command("migrate", verbosity=0)
    return make_world()


class Walk:
    """An unlocked adviser's walk: what ran, what was found in a page, and which pages showed a text."""

    def __init__(self, browser: Browser, server: str, email: str) -> None:
        self.server, self.ran, self.found, self.shown = server, list[str](), list[str](), list[str]()
        self.pages = 0
        self.context = browser.new_context(bypass_csp=True)
        self.context.set_default_timeout(60_000)
        self.context.on("dialog", lambda dialog: (self.ran.append(dialog.message), dialog.dismiss()))
        self.page = self.context.new_page()
        log_in(self.page, server, email)

    def through(self, paths: Sequence[str]) -> None:
        for path in paths:
            try:
                answer = self.page.goto(self.server + path)
            except Error as error:
                if not any(reason in str(error) for reason in NOTHING_TO_SEE):
                    raise
                self.page.close()
                self.page = self.context.new_page()
                continue
            self.look(path)
            if answer and answer.status >= 500:
                self.found.append(f"{path}: {answer.status}")
            assert "/unlock/" not in self.page.url, path

    def look(self, path: str) -> None:
        self.pages += 1
        self.found += [f"{path}: {one}" for one in self.page.evaluate(INJECTED)]
        self.shown += [path] if "alert(" in self.page.inner_text("body") else []

    def send(self, path: str, **typed: str) -> None:
        """Fills in the page's main form and looks at the answer."""
        self.page.goto(self.server + path)
        for name, text in typed.items():
            self.page.fill(f"main [name={name}]", text)
        with self.page.expect_navigation():
            self.page.locator("main form [type=submit]").first.click()
        self.look(path)


def addresses(world: World) -> list[str]:
    found = municipal(world.here, world.here)
    with scope(world.here.municipality):
        rows = {noun.key: noun.model._default_manager.first() for noun in NOUNS.values()}
    return [
        *found.values(),
        *(f"/0165/office/{noun}/" for noun in NOUNS),
        *(f"/0165/office/{noun}/new/" for noun in NOUNS),
        *(f"/0165/office/{noun}/{row.pk}/" for noun, row in rows.items() if row),
        *(f"/0165/office/{noun}/{row.pk}/remove/" for noun, row in rows.items() if row),
        "/0165/statistics/?first=2024-01-01&last=2024-12-31",
        "/0165/statistics/subthemes-by-department/?first=2024-01-01&last=2024-12-31",
        f"/0165/enquiries/?department={world.here.keys['department']}&text=%3Cscript%3Ealert(1)%3C/script%3E",
        "/0165/enquiries/?month=%22%3E%3Csvg%20onload=alert(1)%3E&order=%22onfocus=alert(1)",
        "/0165/statistics/?first=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&last=1",
        "/welcome/", "/account/password/change/", "/%3Cscript%3Ealert(1)%3C/script%3E/",
    ]  # fmt: skip


def batches(payloads: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(payloads), BATCH):
        yield payloads[start : start + BATCH]


def walk_everywhere(walk: Walk, world: World, payloads: Sequence[str], rounds: int) -> Reached:
    """Every page of the desk with every text in several kinds of fields."""
    into = reached()
    start = 0
    for _round in range(rounds):
        start = poison_rows(payloads, start, into)
        unlock(walk.page, walk.server)
        walk.through(addresses(world))
    for some in batches(payloads):
        paths = poison_case(world, some, into)
        walk.through(paths)
        walk.send(f"{paths[0]}print/")
        walk.send(f"{paths[0]}anonymised/")
        walk.through(poison_intake(world, some, into) + poison_import(world, some, into))
        walk.through(["/0165/cases/", "/0165/keys/people/", "/0165/log/", "/0165/imports/"])
    for payload in payloads[::10]:
        walk.send("/0165/cases/", words=payload.replace("\n", " ")[:200])
        into[payload].add("search")
    return into


def send_files_named(walk: Walk, world: World, names: Sequence[str]) -> None:
    """Chosen in the browser: the page tells their names before and after they are sent."""
    case = world.here.keys["case"]
    for path, field in ((f"/0165/cases/{case}/documents/new/", "documents"), ("/0165/imports/new/", "file")):
        for name in names:
            walk.page.goto(walk.server + path)
            file = {"name": name.replace("/", "\u2215"), "mimeType": "text/plain", "buffer": name.encode()}
            walk.page.set_input_files(f"[name={field}]", file)
            walk.look(path)
            with walk.page.expect_navigation():
                walk.page.locator("main form:has([type=file]) [type=submit]").last.click()
            walk.look(walk.page.url)


def say(walk: Walk, into: Reached) -> None:
    fields = sorted({field for found in into.values() for field in found})
    print(f"\n{len(into)} payloads, {len(fields)} kinds of fields (each payload in at least "
          f"{min(map(len, into.values()))}), {walk.pages} pages, {len(walk.shown)} of them showed one; "
          f"ran: {len(walk.ran)}")  # fmt: skip


@pytest.mark.timeout(900)
def test_no_text_becomes_a_script(browser: Browser, live_server: LiveServer, world: World) -> None:
    walk = Walk(browser, live_server.url, world.asta.email)
    into = walk_everywhere(walk, world, SAMPLE[::4], rounds=1)
    send_files_named(walk, world, SAMPLE[1:40:20])
    walk.context.close()
    say(walk, into)
    assert (walk.ran, walk.found) == ([], [])
    assert len(walk.shown) > 90


@pytest.mark.proof
@pytest.mark.timeout(3600)
def test_none_of_400_texts_becomes_a_script(browser: Browser, live_server: LiveServer, world: World) -> None:
    walk = Walk(browser, live_server.url, world.asta.email)
    into = walk_everywhere(walk, world, PAYLOADS, rounds=2)
    send_files_named(walk, world, PAYLOADS[::40])
    walk.context.close()
    say(walk, into)
    assert (walk.ran, walk.found) == ([], [])
    assert len(into) == len(PAYLOADS) == 400
    assert min(map(len, into.values())) >= 10


def test_the_texts_are_400_different_ones() -> None:
    assert len(set(PAYLOADS)) == 400


def test_the_walk_finds_what_is_injected(page: Page) -> None:
    """The tests above can fail: a page that takes the texts as they are runs most of them and is full of findings."""
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    caught = 0
    for payload in PAYLOADS[:20]:
        page.set_content(f"<body><p>{payload}</p></body>")
        caught += bool(page.evaluate(INJECTED))
    assert caught == 20
    assert len(set(ran)) >= 10
