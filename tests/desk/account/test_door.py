"""Log-in, log-out, passwords and the choice of language."""

import re

import pytest
from django.core import mail
from django.test import Client

from ombud.identity.models import User
from ombud.offices.models import Municipality
from tests.cast import PASSWORD

LOGIN = "/account/login/"


def test_the_door_opens_for_the_right_password(client: Client, adviser_of_both: User) -> None:
    typed = {"login": adviser_of_both.email, "password": PASSWORD, "next": "/0183/enquiries/new/"}
    assert client.post(LOGIN, typed)["Location"] == "/0183/enquiries/new/"


def test_a_wrong_password_keeps_the_address_that_was_typed(client: Client, adviser_of_both: User) -> None:
    response = client.post(LOGIN, {"login": adviser_of_both.email, "password": "forkert"})
    text = response.content.decode()
    assert 'id="errors"' in text
    assert adviser_of_both.email in text


def test_the_interface_opens_in_danish_whatever_the_browser_asks_for(client: Client, db: None) -> None:
    response = client.get(LOGIN, headers={"accept-language": "en"})
    assert '<html lang="da">' in response.content.decode()
    assert response["Content-Language"] == "da"


def test_the_language_can_be_chosen_before_and_after_the_door(client: Client, db: None) -> None:
    assert client.post("/language/", {"language": "en", "next": LOGIN})["Location"] == LOGIN
    assert '<html lang="en">' in client.get(LOGIN).content.decode()
    client.cookies["django_language"] = "xx"
    assert '<html lang="da">' in client.get(LOGIN).content.decode()


def test_a_new_password_by_mail(client: Client, adviser_of_both: User) -> None:
    client.post("/account/password/reset/", {"email": adviser_of_both.email})
    address = re.search(r"http://[^/]+(/\S+)", mail.outbox[0].body)
    assert address is not None
    page = client.get(address[1], follow=True)
    form = page.request["PATH_INFO"]
    client.post(form, {"password1": "en ny og lang kode 9", "password2": "en ny og lang kode 9"})
    typed = {"login": adviser_of_both.email, "password": "en ny og lang kode 9"}
    assert client.post(LOGIN, typed).status_code == 302


def test_nobody_makes_an_account_for_themselves(client: Client, db: None) -> None:
    client.post("/account/signup/", {"email": "ny@andetsteds.example", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.exists()


def test_log_out_by_a_button_only(desk: Client, albertslund: Municipality) -> None:
    assert desk.get("/account/logout/").status_code == 200
    assert desk.get("/0165/").status_code == 200
    desk.post("/account/logout/")
    assert desk.get("/0165/").status_code == 302


@pytest.mark.parametrize(
    "address",
    ["/account/login/", "/account/password/reset/", "/account/password/reset/done/", "/account/inactive/",
     "/account/signup/", "/account/password/reset/key/1-wrong/", "/account/password/reset/key/done/"],
)  # fmt: skip
def test_every_page_at_the_door_has_one_heading_and_no_inline_code(client: Client, db: None, address: str) -> None:
    text = client.get(address).content.decode()
    assert text.count("<h1>") == 1
    assert " style=" not in text
    assert "<title>" in text
