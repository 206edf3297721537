"""Taking a log-in away and giving a new one; tying an account to a log-in service."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from ombud.identity.actions import NotConnected, connect_single_sign_on, log_in_link, reset_log_in
from ombud.identity.models import User
from tests.cast import PASSWORD

LOGIN = "/account/login/"
NEW = "en ny og lang kode 9"
ISSUER = "https://log-in.example"


def choose(path: str) -> bool:
    """Whether the page behind the link took a new password."""
    client = Client()
    page = client.get(path, follow=True)
    return client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW}).status_code == 302


def lets_in(user: User, password: str) -> bool:
    return Client().post(LOGIN, {"login": user.email, "password": password}).status_code == 302


def test_a_reset_ends_everything_and_gives_one_new_way_in(adviser_of_both: User) -> None:
    there = Client()
    there.post(LOGIN, {"login": adviser_of_both.email, "password": PASSWORD})
    TOTP.activate(adviser_of_both, generate_totp_secret())
    connect_single_sign_on(email=adviser_of_both.email, issuer=ISSUER, subject="asta-1")
    for number in range(10):
        lets_in(adviser_of_both, f"forkert {number}")
    path = reset_log_in(user=adviser_of_both)
    assert there.get("/account/").status_code == 302
    assert not Authenticator.objects.exists()
    assert not SocialAccount.objects.exists()
    assert not lets_in(adviser_of_both, PASSWORD)
    assert choose(path)
    assert lets_in(adviser_of_both, NEW)
    assert not choose(path)


def test_an_earlier_link_ends_with_a_reset(adviser_of_both: User) -> None:
    early = log_in_link(user=adviser_of_both)
    late = reset_log_in(user=adviser_of_both)
    assert not choose(early)
    assert choose(late)


def test_an_account_has_one_subject_of_an_issuer(adviser_of_both: User, adviser_of_albertslund: User) -> None:
    made = connect_single_sign_on(email=" Asta@Raadgiver.example", issuer=ISSUER, subject="asta-1")
    assert (made.user, made.extra_data) == (adviser_of_both, {})
    with pytest.raises(NotConnected, match="other"):
        connect_single_sign_on(email=adviser_of_both.email, issuer=ISSUER, subject="asta-2")
    assert connect_single_sign_on(email=adviser_of_both.email, issuer=f"{ISSUER}/ny", subject="asta-2")
    with pytest.raises(NotConnected, match="unknown"):
        connect_single_sign_on(email="ukendt@raadgiver.example", issuer=ISSUER, subject="x")
