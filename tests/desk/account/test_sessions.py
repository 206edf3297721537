"""The page that lists where one is logged in."""

from django.test import Client

from ombud.identity.models import User
from tests.cast import PASSWORD

PAGE = "/account/sessions/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1"


def logged_in(user: User, agent: str = FIREFOX, address: str = "10.0.0.1") -> Client:
    client = Client(headers={"User-Agent": agent}, REMOTE_ADDR=address)
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    return client


def test_device_address_and_time_are_told(adviser_of_both: User) -> None:
    here = logged_in(adviser_of_both)
    logged_in(adviser_of_both, PHONE, "2001:db8::7")
    text = here.get(PAGE).content.decode()
    for said in ("Firefox", "Windows", "Safari", "iPhone", "10.0.0.1", "2001:db8::7"):
        assert said in text
    assert text.count('name="session"') == 1


def test_one_or_all_others_are_logged_out(adviser_of_both: User) -> None:
    here, phone, third = (logged_in(adviser_of_both) for _number in range(3))
    listed = here.get(PAGE).context["sessions"]
    phones = next(one for one in listed if not one.is_this)
    assert here.post(PAGE, {"session": phones.pk})["Location"] == PAGE
    assert sum(client.get(PAGE).status_code == 200 for client in (phone, third)) == 1
    here.post(PAGE)
    assert [client.get(PAGE).status_code for client in (here, phone, third)] == [200, 302, 302]


def test_a_session_of_another_person_is_not_touched(adviser_of_both: User, adviser_of_albertslund: User) -> None:
    here, other = logged_in(adviser_of_both), logged_in(adviser_of_albertslund)
    others = other.get(PAGE).context["sessions"][0].pk
    for odd in (others, 0, 10**12):
        assert here.post(PAGE, {"session": odd}).status_code == 302
    assert here.post(PAGE, {"session": "x"}).status_code == 200
    assert other.get(PAGE).status_code == 200


def test_this_session_is_not_ended_here(adviser_of_both: User) -> None:
    here = logged_in(adviser_of_both)
    own = here.get(PAGE).context["sessions"][0].pk
    here.post(PAGE, {"session": own})
    assert here.get(PAGE).status_code == 200
