"""The page of one's own account."""

from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from ombud.identity.actions import connect_single_sign_on
from ombud.identity.models import User

PAGE = "/account/"
NUDGE = "alert-warning"


@pytest.fixture(autouse=True)
def _in_english(client: Client) -> None:
    client.cookies["django_language"] = "en"


def test_a_missing_second_factor_is_said_plainly_until_there_is_one(client: Client, adviser_of_both: User) -> None:
    client.force_login(adviser_of_both)
    assert NUDGE in client.get(PAGE).content.decode()
    TOTP.activate(adviser_of_both, generate_totp_secret())
    assert NUDGE not in client.get(PAGE).content.decode()


def test_the_log_in_service_is_told_where_there_is_one(client: Client, adviser_of_both: User, settings: Any) -> None:
    client.force_login(adviser_of_both)
    assert "Kommunens log-in" not in client.get(PAGE).content.decode()
    issuer = "https://log-in.example"
    app = {"provider_id": issuer, "name": "Kommunens log-in", "client_id": "x", "secret": "y", "settings": {}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    assert "it is connected to your account" in client.get(PAGE).content.decode()
    connect_single_sign_on(email=adviser_of_both.email, issuer=issuer, subject="asta-1")
    assert "You can log in with Kommunens log-in" in client.get(PAGE).content.decode()


def test_whoever_has_no_password_is_led_to_choose_one(client: Client, adviser_of_both: User) -> None:
    adviser_of_both.set_unusable_password()
    adviser_of_both.save()
    client.force_login(adviser_of_both)
    assert "/account/password/set/" in client.get(PAGE).content.decode()
    assert client.get("/account/password/set/").status_code == 200


def test_every_page_of_the_account_has_one_heading_and_names_no_english_field_in_danish(
    client: Client, adviser_of_both: User
) -> None:
    client.force_login(adviser_of_both)
    client.post("/account/reauthenticate/", {"password": "kun-til-afprøvning-7"})
    for place in (
        "", "sessions/", "password/change/", "second-factor/", "second-factor/app/", "second-factor/passkeys/",
        "second-factor/passkeys/new/", "second-factor/codes/new/",
    ):  # fmt: skip
        answer = client.get(PAGE + place)
        assert answer.status_code == 200, place
        assert answer.content.decode().count("<h1") == 1, place
