"""Sessions begin anew at log-in, end after ten hours, and can be ended from elsewhere."""

import time
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from ombud.identity import sessions
from ombud.identity.letters import path_of_link
from ombud.identity.models import User
from tests.cast import PASSWORD

LOGIN = "/account/login/"
NEW = "en ny og lang kode 9"


def logged_in(user: User, **more: Any) -> Client:
    client = Client(**more)
    client.get(LOGIN)
    assert client.post(LOGIN, {"login": user.email, "password": PASSWORD}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_the_key_of_a_session_is_another_after_log_in_and_log_out(adviser_of_both: User) -> None:
    client = Client()
    client.post("/language/", {"language": "en"})
    planted = client.session
    planted["planted"] = True
    planted.save()
    client.cookies["sessionid"] = planted.session_key or ""
    client.post(LOGIN, {"login": adviser_of_both.email, "password": PASSWORD})
    assert client.session.session_key != planted.session_key
    assert not Session.objects.filter(pk=planted.session_key).exists()
    own = client.session.session_key
    client.post("/account/logout/")
    assert not Session.objects.filter(pk=own).exists()
    assert not UserSession.objects.exists()


def test_a_session_ends_ten_hours_after_log_in_whatever_is_done_in_it(
    adviser_of_both: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, began = logged_in(adviser_of_both), time.time()
    for hours in (4, 8, 9.9):
        monkeypatch.setattr(sessions.time, "time", lambda hours=hours: began + hours * 3600)
        assert is_in(client)
    monkeypatch.setattr(sessions.time, "time", lambda: began + 10 * 3600 + 60)
    assert not is_in(client)
    assert "_auth_user_id" not in client.session


def test_an_ended_session_is_out_at_its_next_request_and_its_row_is_gone(adviser_of_both: User) -> None:
    here, there, further = (logged_in(adviser_of_both) for _number in range(3))
    key = there.session.session_key
    pk = UserSession.objects.get(session_key=key).pk
    assert sessions.end_sessions(adviser_of_both, only=pk) == 1
    assert not Session.objects.filter(pk=key).exists()
    assert [is_in(client) for client in (here, there, further)] == [True, False, True]
    assert sessions.end_sessions(adviser_of_both, but=here.session.session_key) == 1
    assert [is_in(client) for client in (here, further)] == [True, False]


def test_a_new_password_ends_every_other_session(adviser_of_both: User, adviser_of_albertslund: User) -> None:
    here, there, stranger = (logged_in(user) for user in (adviser_of_both, adviser_of_both, adviser_of_albertslund))
    key = there.session.session_key
    here.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert [is_in(client) for client in (here, there, stranger)] == [True, False, True]
    assert not Session.objects.filter(pk=key).exists()
    assert len(sessions.sessions_of(adviser_of_both)) == 1


def test_a_password_by_link_ends_every_session(adviser_of_both: User) -> None:
    there = logged_in(adviser_of_both)
    client = Client()
    page = client.get(path_of_link(adviser_of_both), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    adviser_of_both.refresh_from_db()
    assert adviser_of_both.check_password(NEW)
    assert not is_in(there)
    assert not is_in(client)
    assert not UserSession.objects.exists()


def test_a_closed_account_is_out_at_once(adviser_of_both: User) -> None:
    client = logged_in(adviser_of_both)
    User.objects.filter(pk=adviser_of_both.pk).update(is_active=False)
    assert not is_in(client)


def test_the_list_tells_when_a_session_was_last_used_without_a_write_for_every_page(
    adviser_of_both: User, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    client, began = logged_in(adviser_of_both), time.time()
    before = UserSession.objects.get().last_seen_at
    is_in(client)
    assert UserSession.objects.get().last_seen_at == before
    monkeypatch.setattr(sessions.time, "time", lambda: began + 301)
    is_in(client)
    assert UserSession.objects.get().last_seen_at > before


def test_what_has_run_out_is_thrown_away_at_the_next_log_in(adviser_of_both: User) -> None:
    there = logged_in(adviser_of_both)
    Session.objects.filter(pk=there.session.session_key).update(expire_date="2020-01-01T00:00Z")
    logged_in(adviser_of_both)
    assert Session.objects.filter(expire_date__year=2020).count() == 0


def test_the_cookie_is_the_browsers_alone(adviser_of_both: User) -> None:
    cookie = logged_in(adviser_of_both).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert (cookie["max-age"], cookie["domain"], cookie["path"]) == ("", "", "/")
    assert mail.outbox == []
