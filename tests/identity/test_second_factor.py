"""Authenticator app and recovery codes: set up, asked for, limited, and never a way to a copied key."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from ombud.identity import limits
from ombud.identity.models import User
from ombud.identity.second_factor import has_second_factor
from tests.cast import PASSWORD

LOGIN, SECOND, INDEX = "/account/login/", "/account/second-factor/log-in/", "/account/second-factor/"
APP, CODES = f"{INDEX}app/", f"{INDEX}codes/"


def code_of(secret: str, steps: int = 0) -> str:
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30 + steps))


def logged_in(user: User) -> Client:
    client = Client()
    client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    return client


def fresh(user: User) -> Client:
    """Logged in, and asked for the password once more."""
    client = logged_in(user)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def set_up_app(client: Client) -> str:
    """An authenticator app, through the pages; its secret."""
    page = client.get(APP).content.decode()
    found = re.search(r'<code class="secret">(\w+)</code>', page)
    assert found
    assert 'src="data:image/svg+xml;base64,' in page
    answer = client.post(APP, {"code": code_of(found[1])})
    assert answer["Location"] == CODES
    return found[1]


def first_step(user: User) -> Client:
    client = Client()
    answer = client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    assert answer["Location"].startswith(SECOND)
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_an_app_is_set_up_and_then_asked_for(adviser_of_both: User) -> None:
    client = fresh(adviser_of_both)
    secret = set_up_app(client)
    assert has_second_factor(adviser_of_both)
    other = first_step(adviser_of_both)
    assert not is_in(other)
    assert other.post(SECOND, {"code": "000000"}).status_code == 200
    assert not is_in(other)
    # A code of the step before, since the present one was used for the set-up.
    assert other.post(SECOND, {"code": code_of(secret, -1)}).status_code == 302
    assert is_in(other)


def test_the_secret_does_not_lie_in_the_database_in_the_clear(adviser_of_both: User) -> None:
    secret = set_up_app(fresh(adviser_of_both))
    assert secret not in str(list(Authenticator.objects.values()))
    assert auth.TOTP(Authenticator.objects.get(type="totp")).validate_code(code_of(secret, 1))


def test_a_code_counts_once(adviser_of_both: User) -> None:
    secret = set_up_app(fresh(adviser_of_both))
    code = code_of(secret, 1)
    assert first_step(adviser_of_both).post(SECOND, {"code": code}).status_code == 302
    # Another process has not heard of the code from this one, and the library forgets it after half a minute.
    cache.clear()
    thief = first_step(adviser_of_both)
    for written in (code, f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}"):
        assert thief.post(SECOND, {"code": written}).status_code == 200
    assert not is_in(thief)


def test_codes_are_limited_for_the_account_not_for_the_session(
    adviser_of_both: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = set_up_app(fresh(adviser_of_both))
    looked_at: list[str] = []
    monkeypatch.setattr(auth, "validate_totp_code", lambda _secret, code: bool(looked_at.append(code)))
    for number in range(5):
        client = first_step(adviser_of_both)
        for place in range(5):
            client.post(SECOND, {"code": f"{number}{place}0000"})
    assert len(looked_at) == 10
    monkeypatch.undo()
    client = first_step(adviser_of_both)
    assert client.post(SECOND, {"code": code_of(secret, 1)}).status_code == 200
    now = time.time()
    monkeypatch.setattr(limits, "moment", lambda: now + 301)
    assert client.post(SECOND, {"code": code_of(secret, 1)}).status_code == 302


def test_recovery_codes_are_shown_once_and_work_once(adviser_of_both: User) -> None:
    client = fresh(adviser_of_both)
    set_up_app(client)
    shown = re.findall(r"<code>(\d{4} \d{4})</code>", client.get(CODES).content.decode())
    assert len(set(shown)) == 10
    assert not re.findall(r"<code>", client.get(CODES).content.decode())
    assert first_step(adviser_of_both).post(SECOND, {"code": shown[3]}).status_code == 302
    assert first_step(adviser_of_both).post(SECOND, {"code": shown[3]}).status_code == 200
    stored = str(list(Authenticator.objects.values()))
    assert not any(code.replace(" ", "") in stored for code in shown)


def test_new_codes_end_the_old_ones(adviser_of_both: User) -> None:
    client = fresh(adviser_of_both)
    set_up_app(client)
    old = re.findall(r"<code>(\d{4} \d{4})</code>", client.get(CODES).content.decode())
    assert client.post(f"{CODES}new/")["Location"] == CODES
    new = re.findall(r"<code>(\d{4} \d{4})</code>", client.get(CODES).content.decode())
    assert set(old).isdisjoint(new)
    assert first_step(adviser_of_both).post(SECOND, {"code": old[0]}).status_code == 200


CHANGES = [APP, f"{APP}remove/", f"{CODES}new/", CODES, f"{INDEX}passkeys/new/"]


@pytest.mark.parametrize("address", CHANGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_guards_the_account_is_changed_only_after_the_password_once_more(
    adviser_of_both: User, address: str, method: str
) -> None:
    set_up_app(fresh(adviser_of_both))
    before = set(Authenticator.objects.values_list("type", "pk"))
    client = first_step(adviser_of_both)
    Authenticator.objects.filter(type="recovery_codes").update(data={"seed": "x", "used_mask": 0})
    client.force_login(adviser_of_both)
    answer = getattr(client, method)(address, {"code": "1"})
    if address in (APP,):
        assert answer.status_code == 302
    elif method == "get":
        assert answer["Location"].startswith("/account/reauthenticate/")
    else:
        assert answer.status_code in (302, 405)
    assert set(Authenticator.objects.values_list("type", "pk")) == before


def test_no_cookie_of_the_browser_is_put_aside_in_the_session(adviser_of_both: User) -> None:
    """The library would keep the whole request, with the token that opens the sealed key in the same row."""
    set_up_app(fresh(adviser_of_both))
    client = Client()
    client.force_login(adviser_of_both)
    client.cookies["ombud_unlock"] = "det-må-ikke-gemmes"
    for address in [*CHANGES, f"{INDEX}passkeys/1/", f"{INDEX}passkeys/1/remove/", "/account/password/change/"]:
        for method in ("get", "post", "put"):
            getattr(client, method)(address, {"code": "123456", "name": "x"})
    kept = str([session.get_decoded() for session in Session.objects.all()])
    assert "det-må-ikke-gemmes" not in kept
    assert "HTTP_COOKIE" not in kept


def test_an_app_is_removed_with_its_recovery_codes(adviser_of_both: User) -> None:
    client = fresh(adviser_of_both)
    set_up_app(client)
    assert client.post(f"{APP}remove/")["Location"] == INDEX
    assert not Authenticator.objects.exists()
    assert is_in(logged_in(adviser_of_both))


def test_none_is_demanded_unless_the_installation_does(adviser_of_both: User, settings: Any) -> None:
    client = logged_in(adviser_of_both)
    assert client.get("/0165/").status_code == 200
    settings.REQUIRE_SECOND_FACTOR = True
    assert client.get("/0165/")["Location"] == INDEX
    assert client.post("/0165/enquiries/new/")["Location"] == INDEX
    assert client.get("/")["Location"] == INDEX
    for open_page in ("/account/", INDEX, "/account/password/change/"):
        assert client.get(open_page).status_code == 200
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    set_up_app(client)
    assert client.get("/0165/").status_code == 200


def test_a_changed_secret_key_is_told_and_lets_nobody_in(adviser_of_both: User, settings: Any) -> None:
    secret = set_up_app(fresh(adviser_of_both))
    settings.SECRET_KEY = "en anden"
    client = first_step(adviser_of_both)
    answer = client.post(SECOND, {"code": code_of(secret, 1)})
    assert answer.status_code == 200
    assert 'id="errors"' in answer.content.decode()
    assert not is_in(client)
