"""A browser's place at the desk, without a browser: forms are read from the page and sent as a person would."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.models import Enquiry
from ombud.identity.models import User
from ombud.offices.models import Department, Municipality
from ombud.offices.queries.taxonomies import subthemes_on
from ombud.tenancy.scope import scope
from tests.desk.workshop import Workshop, make_workshop


@pytest.fixture
def desk(client: Client, adviser_of_both: User) -> Client:
    """Logged in as the adviser of both municipalities."""
    client.force_login(adviser_of_both)
    return client


@pytest.fixture
def registered(albertslund: Municipality, adviser_of_both: User) -> Callable[..., Enquiry]:
    """Registers an enquiry in Albertslund through the action."""

    def make(*, matters: int = 1, **fields: Any) -> Enquiry:
        with scope(albertslund):
            department = Department.objects.filter(parent=None, outside=False).first()
            themes = [theme for _top, below in subthemes_on(fields["received_on"]) for theme in below]
            inputs = [MatterInput(department, themes[place]) for place in range(matters)]
            return register(by=adviser_of_both, matters=inputs, **fields)

    return make


class _Form(HTMLParser):
    """The values that the page's main form would send if its button were pressed at once."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, Any] = {}
        self._inside = self._template = False
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._inside = "data-main" in given
        if tag == "template":
            self._template = True
        if not self._inside or self._template:
            return
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "input" and name:
            if given.get("type") in ("radio", "checkbox") and "checked" not in given:
                return
            self.data.setdefault(name, value if given.get("type") != "checkbox" else given.get("value", "on"))
        elif tag == "select":
            self._select = name
            self.data[name] = ""
        elif tag == "option" and self._select and "selected" in given:
            self.data[self._select] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "template":
            self._template = False
        elif tag == "select":
            self._select = ""


def form_of(response: HttpResponse) -> dict[str, Any]:
    """What the main form on the page holds."""
    parser = _Form()
    parser.feed(response.content.decode())
    parser.data.pop("csrfmiddlewaretoken", None)
    return parser.data


@pytest.fixture
def workshop(client: Client, db: None) -> Workshop:
    """Albertslund with its example register, a draft, and the adviser logged in."""
    return make_workshop(client)
