"""The overview and the list of cases lead on to the set-up while somebody cannot open the cases."""

from django.test import Client
from django.urls import reverse

from ombud.identity.models import User
from tests.desk.keys.conftest import make_person

BEGIN = reverse("keys-begin", args=["0165"])


def test_an_office_without_a_key_is_led_to_the_set_up(bo: Client) -> None:
    page = bo.get("/0165/")
    assert page.context["missing_key"] == "office"
    assert BEGIN in page.content.decode()


def test_who_waits_for_access_is_told_so(client: Client, ready: object, adviser_of_both: User) -> None:
    make_person(adviser_of_both)
    client.force_login(adviser_of_both)
    page = client.get("/0165/")
    assert page.context["missing_key"] == "person"
    assert BEGIN in page.content.decode()


def test_who_can_open_the_cases_is_told_nothing(bo: Client, ready: object) -> None:
    page = bo.get("/0165/")
    assert page.context["missing_key"] == ""
    assert BEGIN not in page.content.decode()
