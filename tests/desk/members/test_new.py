"""Giving somebody a role, with an account where there is none."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from ombud.audit.models import Event
from ombud.identity.models import User
from ombud.offices.models import Membership
from tests.cast import Cast

TODAY = date.today()
TYPED = {"email": "vik@raadgiver.example", "name": "Vik Eksempel", "role": "deputy"}
DAYS = {"starts_on": f"{TODAY:%d-%m-%Y}", "ends_on": f"{TODAY + timedelta(days=30):%d-%m-%Y}"}
NEW = "/0165/members/new/"


def link_in(text: str) -> str:
    return re.search(r"http://testserver(/account/[^<]+)", text)[1]  # type: ignore[index]


def test_a_new_person_gets_account_role_and_a_way_in_shown_once(machine_room: Client, cast: Cast) -> None:
    response = machine_room.post(NEW, TYPED | DAYS)
    row = Membership.objects.get(user__email=TYPED["email"])
    assert (row.role, row.starts_on, row.municipality) == ("deputy", TODAY, cast.albertslund)
    assert not row.user.has_usable_password()
    path = link_in(response.content.decode())
    assert path not in machine_room.get("/0165/members/").content.decode()
    assert path.split("/")[-2] not in str([one.get_decoded() for one in Session.objects.all()])
    assert path.split("/")[-2] not in str(list(Event.objects.values()))


def test_the_way_in_lets_the_person_choose_a_password(machine_room: Client, cast: Cast) -> None:
    path = link_in(machine_room.post(NEW, TYPED | DAYS).content.decode())
    client = Client()
    form = client.get(path, follow=True)
    chosen = {"password1": "et-godt-langt-kodeord-4", "password2": "et-godt-langt-kodeord-4"}
    client.post(form.redirect_chain[-1][0], chosen, follow=True)
    assert User.objects.get(email=TYPED["email"]).check_password("et-godt-langt-kodeord-4")


def test_whoever_has_an_account_keeps_its_name_and_password(machine_room: Client, cast: Cast) -> None:
    before = User.objects.values_list().get(pk=cast.carla.pk)
    typed = {"email": "Carla@Andetsteds.example ", "name": "Et andet navn", "role": "assistant", "starts_on": ""}
    assert machine_room.post(NEW, typed).status_code == 302
    assert User.objects.values_list().get(pk=cast.carla.pk) == before
    assert Membership.objects.get(user=cast.carla).role == "assistant"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"email": "no address"}, "email"), ({"email": ""}, "email"), ({"name": ""}, "name"),
        ({"role": "mayor"}, "role"), ({"role": ""}, "role"), ({"ends_on": ""}, "ends_on"),
        ({"starts_on": "31-2-2026"}, "starts_on"), ({"ends_on": "1-1-2020"}, "ends_on"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_made(machine_room: Client, changed: dict[str, str], field: str) -> None:
    before = (User.objects.count(), Membership.objects.count(), Event.objects.count())
    response = machine_room.post(NEW, TYPED | DAYS | changed)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    if "email" not in changed:
        assert TYPED["email"] in response.content.decode()
    assert before == (User.objects.count(), Membership.objects.count(), Event.objects.count())


@pytest.mark.parametrize("role", ["adviser", "deputy", "assistant", "administrator"])
def test_an_administrator_cannot_let_himself_in(machine_room: Client, administrator: User, role: str) -> None:
    typed = TYPED | DAYS | {"email": administrator.email, "role": role}
    assert machine_room.post(NEW, typed).status_code == 422
    assert Membership.objects.get(user=administrator).role == "administrator"


def test_the_advisers_see_it_until_they_have(machine_room: Client, desk: Client, cast: Cast) -> None:
    machine_room.post(NEW, TYPED | DAYS)
    row = Membership.objects.get(user__email=TYPED["email"])
    assert "Vik Eksempel" in desk.get("/0165/").content.decode()
    assert "Vik Eksempel" not in desk.get("/0183/").content.decode()
    assert desk.post(f"/0165/members/{row.pk}/seen/").status_code == 302
    assert "Vik Eksempel" not in desk.get("/0165/").content.decode()
