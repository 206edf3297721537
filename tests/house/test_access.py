"""Who may open what: every address, asked by everyone, by GET and by POST."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from ombud.casework.models import Editing
from ombud.identity.models import User
from ombud.tenancy.scope import everywhere
from tests.house.addresses import KEYED, OPEN, OWN, PLAIN, municipal, names
from tests.house.world import World, make_world
from tests.unlocked import unlock_browser

STATE = ("audit", "appeals", "casework", "identity", "intake", "jobs", "offices", "privacy", "reporting")
METHODS = ("get", "post")


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def browser(user: User | None, **options: bool) -> Client:
    client = Client(**options)  # type: ignore[arg-type]
    if user is not None:
        client.force_login(user)
    return client


def state() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the house."""
    models = [
        model
        for room in STATE
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
        if model is not Editing  # says for two minutes who has a page open; looking is enough
    ]
    with everywhere("a test compares the whole house before and after"):
        return {model._meta.label: sorted(model._base_manager.values_list(), key=str) for model in models}


def answers(client: Client, addresses: dict[str, str]) -> dict[str, int]:
    """The status of every address by GET and by POST."""
    return {
        f"{method} {name}": getattr(client, method)(address).status_code
        for name, address in addresses.items()
        for method in METHODS
    }


def test_every_address_has_a_row() -> None:
    assert names() == {*OPEN, *OWN, *PLAIN, *KEYED}


@pytest.mark.parametrize("person", ["bo", "carla", "dan"])
def test_whoever_does_not_serve_the_municipality_finds_no_page(world: World, person: str) -> None:
    client, before = browser(getattr(world, person)), state()
    found = answers(client, municipal(world.here, world.here))
    assert {name: status for name, status in found.items() if status != 404} == {}
    assert state() == before


def test_whoever_is_not_logged_in_is_sent_to_the_log_in(world: World) -> None:
    client, before = browser(None), state()
    addresses = municipal(world.here, world.here) | {name: reverse(name, kwargs=more) for name, more in OWN.items()}
    for name, address in addresses.items():
        for method in METHODS:
            response = getattr(client, method)(address)
            assert response.status_code == 302, (method, name)
            if name not in ("account_logout",):
                assert response["Location"].startswith(reverse("account_login")), (method, name)
    assert state() == before


def test_a_row_of_another_municipality_is_not_found_in_ones_own(world: World) -> None:
    client = browser(world.asta)
    unlock_browser(client, world.asta)
    before = state()
    for house, rows_of in ((world.here, world.other), (world.other, world.here)):
        found = answers(client, municipal(house, rows_of))
        # 405: a page that takes only one method says so before it looks, and takes the other.
        odd = {name for name, status in found.items() if status not in (404, 405)}
        shut = {name.partition(" ")[2] for name, status in found.items() if status == 405}
        odd |= {name for name in shut if found[f"get {name}"] == found[f"post {name}"]}
        assert odd == set()
    assert state() == before


def test_a_contact_and_a_section_belong_to_the_row_in_the_address(world: World) -> None:
    """Both keys are the municipality's own, yet do not belong together."""
    code, keys = world.here.municipality.code, world.here.keys
    client = browser(world.asta)
    unlock_browser(client, world.asta)
    wrong = reverse("enquiries-contact-remove", args=[code, keys["enquiry"] + 1000, keys["contact"]])
    assert client.post(wrong).status_code == 404
    assert client.get(reverse("sections-correct", args=[code, keys["report"], "no-such-section"])).status_code == 404


def test_the_pages_open_for_those_who_serve_and_looking_changes_nothing(world: World) -> None:
    """Only the page of why a number is hidden has nothing to say: nothing is hidden here."""
    client, before = browser(world.asta), state()
    for name, address in municipal(world.here, world.here).items():
        status = client.get(address).status_code
        opens = (404,) if name == "statistics-why" else (200, 302, 405)
        assert status in opens, (name, status)
    assert state() == before


def test_nothing_is_accepted_without_the_token_of_a_form(world: World) -> None:
    client, before = browser(world.asta, enforce_csrf_checks=True), state()
    own = {name: reverse(name, kwargs=more) for name, more in OWN.items()}
    doors = {name: reverse(name) for name in ("account_login", "account_reset_password", "choose-language")}
    for name, address in (municipal(world.here, world.here) | own | doors).items():
        assert client.post(address).status_code == 403, name
    assert state() == before


@pytest.mark.parametrize("code", ["%00", "..", "0165%2f", "O165", "٠١٦٥", "0165 "])
def test_an_odd_code_is_an_unknown_municipality(world: World, code: str) -> None:
    assert browser(world.asta).get(f"/{code}/").status_code == 404
