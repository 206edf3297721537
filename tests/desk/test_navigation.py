"""The navigation says what waits behind its lines, to those who may open them, and on pages of refusal too."""

import re
from datetime import date

from django.test import Client

from ombud.intake.actions.inbox import deliver
from ombud.intake.models import InboxItem
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.unlocked import set_up_keys

Role = Membership.Role


def counted(client: Client, path: str) -> str:
    _before, found, after = client.get(path).content.decode().partition('class="waiting">')
    return after.partition("<")[0] if found else ""


def test_letters_that_wait_are_counted_beside_the_inbox(desk: Client, cast: Cast) -> None:
    set_up_keys(cast.albertslund, cast.asta)
    assert counted(desk, "/0165/") == ""
    for text in ("et", "to"):
        deliver(municipality=cast.albertslund, text=text, channel=InboxItem.Channel.FORM)
    assert counted(desk, "/0165/") == "2"
    assert counted(desk, "/0183/") == ""
    with scope(cast.albertslund):
        Membership.objects.filter(user=cast.bo).update(role=Role.ASSISTANT)
    other = Client()
    other.force_login(cast.bo)
    assert counted(other, "/0165/") == ""


def test_a_page_that_turns_a_deputy_away_has_its_navigation(cast: Cast) -> None:
    today = date.today()
    appoint(user=cast.carla, municipality=cast.albertslund, by=None, role=Role.DEPUTY, starts_on=today, ends_on=today)
    other = Client()
    other.force_login(cast.carla)
    answer = other.get("/0165/members/")
    assert answer.status_code == 403
    assert "/0165/inbox/" in answer.content.decode()


def menu(client: Client, path: str) -> str:
    """The municipality's code in the address of the case files; empty when the frame has no menu."""
    found = re.search(r'<a href="/(\d{4})/cases/"', client.get(path).content.decode())
    return found[1] if found else ""


def test_the_locked_page_keeps_the_menu_of_the_work_it_interrupts(desk: Client, cast: Cast) -> None:
    for code in ("0165", "0183"):
        assert menu(desk, f"/unlock/?next=/{code}/cases/") == code
    assert menu(desk, "/unlock/?next=/0101/cases/") == menu(desk, "/unlock/") == ""


def test_ones_own_pages_have_the_menu_of_the_only_municipality_one_serves(client: Client, cast: Cast) -> None:
    client.force_login(cast.bo)
    for path in ("/unlock/", "/unlock/?next=/0183/cases/", "/unlock/?next=//[/", "/keys/", "/account/", "/secrecy/"):
        assert menu(client, path) == "0165", path
    client.force_login(cast.carla)
    assert menu(client, "/unlock/?next=/0165/cases/") == ""
