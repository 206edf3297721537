"""What people write is shown as they wrote it: no text of any row becomes a script or an element of a page.

The browser is told to ignore the content security policy, so that the pages themselves must hold.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from ombud.desk.office.nouns import NOUNS
from ombud.reporting.models import Definition
from ombud.tenancy.scope import everywhere, scope
from tests.browser.walking import log_in
from tests.house.addresses import municipal
from tests.house.world import World, make_world

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

PAYLOADS = (
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "<img src=x onerror=alert(3)>",
    "<svg onload=alert(4)>", "<svg/onload=alert(5)//", '"><script>alert(6)</script>',
    "'><img src=x onerror=alert(7)>", '" autofocus onfocus=alert(8) x="', "' onmouseover='alert(9)",
    "<iframe srcdoc='<script>alert(10)</script>'>", "</title><script>alert(11)</script>",
    "</textarea><script>alert(12)</script>", "</option></select><img src onerror=alert(13)>",
    "<body onload=alert(14)>", "<details open ontoggle=alert(15)>", "<video><source onerror=alert(16)>",
    "<a href=javascript:alert(17)>x</a>", "[x](javascript:alert(18))", "![x](x onerror=alert(19))",
    "<base href=//example.invalid>", "<math><mtext></mtext><img src onerror=alert(20)></math>",
    "<!--><img src onerror=alert(21)>-->", "<![CDATA[><img src onerror=alert(22)>]]>", "{{ 7*7 }}{% debug %}",
    "${alert(23)}", "{{constructor.constructor('alert(24)')()}}", "&lt;script&gt;alert(25)&lt;/script&gt;",
    "&#60;img src onerror=alert(26)&#62;", "<object data=javascript:alert(27)>", 'a style="x:y" onclick="alert(28)"',
    '<p hx-get="/" hx-trigger="load" hx-on:load="alert(29)">', "<meta http-equiv=refresh content=0>",
)  # fmt: skip
ROOMS = ("casework", "offices", "appeals", "reporting", "identity")
KEPT = {
    "Municipality.code", "User.email", "User.password", "ImportRun.file", "ImportRun.kind", "ImportRun.digest",
    "ReportSection.key", "Definition.name", "Definition.kind", "Report.language", "Edition.digest",
    "EditionFile.format", "EditionFile.digest", "ColumnMapping.kind", "Aggregate.dimension", "Aggregate.unit",
    "Aggregate.value",
}  # fmt: skip
"""Codes and addresses: none is typed as text by a person."""

INJECTED = """() => [
  ...document.querySelectorAll("script:not([src]), base, iframe, object, embed, video, math, meta[http-equiv]"),
  ...[...document.querySelectorAll("*")].filter(node => [...node.attributes].some(attribute =>
    /^on|^srcdoc$|^formaction$|^hx-on/i.test(attribute.name) || /^\\s*javascript:/i.test(attribute.value))),
].map(node => node.outerHTML.slice(0, 200))"""


@pytest.fixture
def world(transactional_db: None) -> World:
    call_command("migrate", verbosity=0)
    world = make_world()
    with everywhere("a test spoils the rows of both municipalities"):
        poison()
    return world


def poison() -> None:
    """Put the payloads, one after the other, into every text of every row."""
    number = count()
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            for row in model._base_manager.all():
                texts = {field.name: _text(field, next(number), row.pk) for field in _texts(model)}
                if texts:
                    model._base_manager.filter(pk=row.pk).update(**texts)
    for definition in Definition.unscoped.all():
        caption = {"da": PAYLOADS[next(number) % len(PAYLOADS)], "en": "x"}
        Definition.unscoped.filter(pk=definition.pk).update(spec=definition.spec | {"caption": caption})


def _texts(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
        if is_text and f"{model.__name__}.{field.name}" not in KEPT:
            yield field


def _text(field: models.Field[Any, Any], number: int, pk: Any) -> str:
    text = f"{PAYLOADS[number % len(PAYLOADS)]} {str(pk)[:4]}"
    return text[-field.max_length :] if field.max_length else text


def addresses(world: World) -> list[str]:
    found = municipal(world.here, world.here)
    unseen = ("tallies-add", "enquiries-contact", "enquiries-contact-remove", "sections-arrange", "editions-publish",
              "office-profile", "statistics-file", "imports-template", "imports-problems")  # fmt: skip
    with scope(world.here.municipality):
        rows = {noun.key: noun.model._default_manager.first() for noun in NOUNS.values()}
    return [
        *(address for name, address in found.items() if name not in unseen),
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


def test_no_text_becomes_a_script(browser: Browser, live_server: LiveServer, world: World) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    ran: list[str] = []
    shown: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    log_in(page, live_server.url, world.asta.email)
    found: list[str] = []
    for path in addresses(world):
        found += _faults(page, live_server.url + path)
        shown += [path] if "alert(" in page.inner_text("body") else []
    context.close()
    assert (ran, found) == ([], [])
    assert len(shown) > 60


def _faults(page: Page, address: str) -> list[str]:
    answer = page.goto(address)
    status = answer.status if answer else 0
    faults = [f"{address}: {one}" for one in page.evaluate(INJECTED)]
    return [*faults, f"{address}: {status}"] if status >= 500 else faults


def test_the_walk_finds_what_is_injected(page: Page) -> None:
    """The test above can fail: a page that takes the payloads as they are is full of findings."""
    page.set_content(f"<body>{' '.join(PAYLOADS[2:5])}</body>")
    assert len(page.evaluate(INJECTED)) >= 2
