"""The days of a role."""

from datetime import date, timedelta

from django.test import Client

from ombud.identity.models import User
from ombud.offices.models import Membership
from tests.cast import Cast

TODAY = date.today()


def address(row: Membership) -> str:
    return f"/0165/members/{row.pk}/"


def test_a_role_is_ended(machine_room: Client, cast: Cast) -> None:
    row = Membership.objects.get(user=cast.bo)
    assert machine_room.post(address(row), {"starts_on": "", "ends_on": f"{TODAY:%d-%m-%Y}"}).status_code == 302
    row.refresh_from_db()
    assert row.ends_on == TODAY


def test_whoever_has_ended_is_out_the_next_day(machine_room: Client, cast: Cast) -> None:
    row, client = Membership.objects.get(user=cast.bo), Client()
    client.force_login(cast.bo)
    assert client.get("/0165/").status_code == 200
    machine_room.post(address(row), {"starts_on": "", "ends_on": f"{TODAY - timedelta(days=1):%d-%m-%Y}"})
    assert client.get("/0165/").status_code == 404


def test_an_administrators_own_days_stay(machine_room: Client, administrator: User) -> None:
    row = Membership.objects.get(user=administrator)
    assert "<form" not in machine_room.get(address(row)).content.decode().split("<main", 1)[1]
    assert machine_room.post(address(row), {"starts_on": "", "ends_on": f"{TODAY:%d-%m-%Y}"}).status_code == 422
    assert Membership.objects.get(pk=row.pk).ends_on is None


def test_the_last_adviser_stays(machine_room: Client, cast: Cast) -> None:
    Membership.objects.filter(user=cast.bo).delete()
    row = Membership.objects.get(user=cast.asta, municipality=cast.albertslund)
    response = machine_room.post(address(row), {"starts_on": "", "ends_on": f"{TODAY:%d-%m-%Y}"})
    assert response.status_code == 422
    assert f"{TODAY:%d-%m-%Y}" in response.content.decode()
    row.refresh_from_db()
    assert row.ends_on is None


def test_a_member_of_another_municipality_is_not_found(machine_room: Client, cast: Cast) -> None:
    row = Membership.objects.get(user=cast.asta, municipality=cast.ishoej)
    for part in ("", "account/", "seen/"):
        assert machine_room.post(f"{address(row)}{part}", {}).status_code in (403, 404)
    assert machine_room.get(address(row)).status_code == 404
