"""Who asks for an address that only takes forms is told so and led to the page above it; the answer stays a refusal."""

import re

import pytest
from django.test import Client

from tests.cast import Cast
from tests.unlocked import set_up_keys, unlock_browser

CASE = "00000000-0000-4000-8000-000000000000"


def way_back(page: str) -> str:
    found = re.search(r'class="button button-primary" href="([^"]*)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("asked", "above"),
    [
        ("/0165/log/citizen/", "/0165/log/"),
        ("/0165/keys/people/3/grant/", "/0165/keys/"),
        ("/0165/tallies/", "/0165/"),
        (
            "/0165/cases/00000000-0000-4000-8000-000000000000/notes/",
            "/0165/cases/00000000-0000-4000-8000-000000000000/",
        ),
        ("/keys/lock/", "/keys/"),
    ],
)
def test_an_address_for_forms_leads_to_the_page_above(desk: Client, cast: Cast, asked: str, above: str) -> None:
    set_up_keys(cast.albertslund, cast.asta)
    unlock_browser(desk, cast.asta)
    answer = desk.get(asked)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert way_back(answer.content.decode()) == above


def test_a_script_and_other_methods_get_the_bare_answer(desk: Client, cast: Cast) -> None:
    assert desk.get("/keys/lock/", headers={"accept": "application/json"}).content == b""
    assert desk.get("/keys/lock/", headers={"hx-request": "true"}).content == b""
    assert desk.put("/keys/lock/").content == b""
    assert Client().put("/keys/lock/").content == b""
