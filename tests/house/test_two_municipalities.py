"""One adviser in two municipalities: which one the page stands in can be seen, and nothing of the other shows in it."""

import re

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.intake.actions.inbox import deliver
from ombud.intake.models import InboxItem
from ombud.tenancy.models import ScopedModel
from ombud.tenancy.scope import NoScope, scope
from tests.claims.access import taken_back
from tests.claims.foreign import NEW_EACH_TIME
from tests.house.addresses import municipal
from tests.house.test_access import browser
from tests.house.world import DAY, House, World, make_case, make_world, secret_of
from tests.unlocked import unlock_browser

SCOPED = [model for model in apps.get_models() if issubclass(model, ScopedModel)]
DRAWN = {"keys-anew", "log-list"}
"""The one suggests a passphrase, drawn anew each time; the other lists the looks that this test takes."""


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def desk(world: World) -> Client:
    """The adviser of both, unlocked."""
    client = browser(world.asta)
    unlock_browser(client, world.asta)
    return client


def pages(client: Client, house: House) -> dict[str, str]:
    """Every page of the house by name, without what is new on each answer; reading them leaves no line in the log."""
    found, cookies = {}, dict(client.cookies)
    for name, address in municipal(house, house).items():
        with taken_back():
            client.cookies.clear()
            client.cookies.update(cookies)
            response = client.get(address)
        if response.status_code == 200 and "text/html" in response["Content-Type"] and not response.streaming:
            found[name] = NEW_EACH_TIME.sub(b"", response.content).decode()
    return found


def test_every_page_says_where_one_stands(world: World, desk: Client) -> None:
    framed = 0
    for house in (world.here, world.other):
        for name, page in pages(desk, house).items():
            if "<body" not in page or 'class="desk"' not in page:
                continue
            framed += 1
            shown = re.search(r'<details class="switch">\s*<summary>(.*?)</summary>', page, re.DOTALL)
            assert shown, name
            assert house.municipality.name in shown[1], name
            assert f"· {house.municipality.name} ·" in page.partition("</title>")[0], name
    assert framed > 80


def test_no_page_shows_a_word_or_an_id_of_the_other(world: World, desk: Client) -> None:
    for house, foreign in ((world.here, world.other), (world.other, world.here)):
        own, theirs = secret_of(house.municipality), secret_of(foreign.municipality)
        ids = {str(key) for key in foreign.keys.values() if len(str(key)) == 36}
        found = pages(desk, house)
        assert any(own in page for page in found.values())
        for name, page in found.items():
            assert theirs not in page, name
            assert not {key for key in ids if key in page}, name


def test_nothing_is_counted_across(world: World, desk: Client) -> None:
    """Whatever is added in the other municipality, every page of this one stays as it was to the last letter."""
    before = pages(desk, world.here)
    with scope(world.other.municipality):
        enquiry = register(by=world.asta, received_on=DAY, number=43, matters=[MatterInput(None, None)])
        make_case(enquiry, world.asta)
        deliver(municipality=world.other.municipality, text="Et brev", channel=InboxItem.Channel.FORM)
    after = pages(desk, world.here)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} - DRAWN == set()


def test_a_search_finds_only_in_the_municipality_one_stands_in(world: World, desk: Client) -> None:
    for house, foreign in ((world.here, world.other), (world.other, world.here)):
        code = house.municipality.code
        for words in ("Hemmeligt", secret_of(foreign.municipality)):
            page = desk.post(f"/{code}/cases/", {"words": words}).content.decode()
            found = page.replace(f'value="{words}"', "")
            assert str(foreign.keys["case"]) not in found
            assert (str(house.keys["case"]) in found) is (words == "Hemmeligt")


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model._meta.label)
def test_a_query_without_a_municipality_is_an_error(model: type[models.Model], db: None) -> None:
    for ask in (
        lambda: model._default_manager.count(),
        lambda: list(model._default_manager.all()),
        lambda: model._base_manager.first(),
        lambda: model._default_manager.filter(pk=1).delete(),
        lambda: model._default_manager.update(),
    ):
        with pytest.raises(NoScope):
            ask()


def test_the_models_that_are_walked_are_those_of_a_municipality() -> None:
    """Whoever has a municipality is scoped; but for those who serve, which is asked before there is a scope."""
    free = {model._meta.label for model in apps.get_models() if _has_municipality(model)} - {
        model._meta.label for model in SCOPED
    }
    assert free == {"offices.Membership"}
    assert len(SCOPED) > 40


def _has_municipality(model: type[models.Model]) -> bool:
    return any(one.name == "municipality" and one.is_relation for one in model._meta.get_fields())
