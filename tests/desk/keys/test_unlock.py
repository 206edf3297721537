"""A log-in opens nothing; the passphrase does, for a while, in this browser, for this person and role."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ombud.audit.models import Event
from ombud.desk.unlocking import COOKIE
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint, end
from ombud.offices.models import Membership, Municipality
from ombud.privacy import unlocked
from tests.desk.keys.conftest import PASSPHRASE, unlock

PEOPLE = "/0165/keys/"
JSON = {"headers": {"accept": "application/json"}}


def is_open(client: Client) -> bool:
    return client.get(PEOPLE).status_code == 200


def test_a_log_in_opens_nothing(bo: Client, ready: object) -> None:
    response = bo.get(PEOPLE + "?a=b")
    assert response.headers["Location"] == "/unlock/?next=%2F0165%2Fkeys%2F%3Fa%3Db"
    page = bo.get(response.headers["Location"]).content.decode()
    assert "Bo Eksempel" in page
    assert "bo@raadgiver.example" in page


def test_the_passphrase_opens_and_leads_on(bo: Client, ready: object) -> None:
    response = bo.post(reverse("unlock"), {"passphrase": PASSPHRASE, "next": PEOPLE})
    assert response.headers["Location"] == PEOPLE
    cookie = response.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert is_open(bo)


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "http://testserver//elsewhere.example/",
        "http://testserver/\\elsewhere.example/",
        "/unlock/",
        "javascript:1",
        "//[/",
    ],
)
def test_it_leads_nowhere_else(bo: Client, ready: object, address: str) -> None:
    assert bo.post(reverse("unlock"), {"passphrase": PASSPHRASE, "next": address}).headers["Location"] == "/"


def test_a_wrong_passphrase_is_logged_and_shown_afterwards(bo: Client, ready: object) -> None:
    for wrong in ("forkert forkert forkert", PASSPHRASE.upper()):
        response = bo.post(reverse("unlock"), {"passphrase": wrong})
        assert response.status_code == 422
        assert wrong not in response.content.decode()
    assert not is_open(bo)
    assert Event.objects.filter(action="keys.unlock_failed", municipality="0165").count() == 2
    response = bo.post(reverse("unlock"), {"passphrase": PASSPHRASE, "next": "/keys/"}, follow=True)
    said = str(next(iter(response.context["messages"])))
    assert "2" in said
    assert 'href="/keys/#attempts"' in said
    assert said in response.content.decode()
    assert 'id="attempts"' in response.content.decode()
    assert [attempt.succeeded for attempt in response.context["attempts"]] == [True, False, False]


def test_after_ten_tries_no_passphrase_is_looked_at(bo: Client, ready: object) -> None:
    for _try in range(10):
        bo.post(reverse("unlock"), {"passphrase": "forkert forkert forkert"})
    said = bo.post(reverse("unlock"), {"passphrase": PASSPHRASE})
    assert said.status_code == 422
    again = bo.post(reverse("unlock"), {"passphrase": "forkert forkert forkert"})
    assert said.context["form"].errors == again.context["form"].errors
    assert not is_open(bo)


def test_locking_by_hand(bo: Client, ready: object) -> None:
    unlock(bo)
    kept = bo.cookies[COOKIE].value
    assert bo.get(reverse("keys-lock")).status_code == 405
    bo.post(reverse("keys-lock"))
    assert not is_open(bo)
    bo.cookies[COOKIE] = kept
    assert not is_open(bo)
    assert Event.objects.filter(action="keys.locked").count() == 1


def test_it_locks_after_a_quarter_of_an_hour(bo: Client, ready: object, monkeypatch: pytest.MonkeyPatch) -> None:
    unlock(bo)
    start = timezone.now()
    for minutes, expected in ((14, True), (28, True), (42, True), (58, False), (58, False)):
        monkeypatch.setattr(timezone, "now", lambda minutes=minutes: start + timedelta(minutes=minutes))
        assert is_open(bo) is expected, minutes


def test_it_locks_after_ten_hours_of_work(bo: Client, ready: object, monkeypatch: pytest.MonkeyPatch) -> None:
    unlock(bo)
    bo.session.set_expiry(24 * 3600)
    start = timezone.now()
    for minutes in range(10, 600, 10):
        monkeypatch.setattr(timezone, "now", lambda minutes=minutes: start + timedelta(minutes=minutes))
        assert is_open(bo), minutes
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(minutes=600))
    assert not is_open(bo)


def test_asking_is_no_work_and_staying_is(bo: Client, ready: object, monkeypatch: pytest.MonkeyPatch) -> None:
    unlock(bo)
    start = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(minutes=10))
    assert bo.get(reverse("keys-state"), **JSON).json()["seconds"] in range(295, 302)
    assert bo.get(reverse("keys-state"), **JSON).json()["seconds"] in range(295, 302)
    bo.get(PEOPLE, headers={"hx-request": "true"})
    assert bo.get(reverse("keys-state"), **JSON).json()["seconds"] in range(295, 302)
    assert bo.post(reverse("keys-stay"), **JSON).json()["seconds"] == 900


def test_the_cookie_opens_no_other_session(bo: Client, ready: object, adviser_of_albertslund: User) -> None:
    unlock(bo)
    other = Client()
    other.force_login(adviser_of_albertslund)
    other.cookies[COOKIE] = bo.cookies[COOKIE].value
    assert not is_open(other)
    del bo.cookies[COOKIE]
    assert not is_open(bo)


def test_the_session_row_says_nothing_without_the_cookie(bo: Client, ready: object) -> None:
    unlock(bo)
    token = bo.cookies[COOKIE].value
    assert token not in str(dict(bo.session))
    assert unlocked.NAME in bo.session


@pytest.mark.parametrize("what", ["log-out", "password", "role"])
def test_what_changes_the_person_locks(
    bo: Client, ready: object, adviser_of_albertslund: User, ishoej: Municipality, what: str
) -> None:
    unlock(bo)
    if what == "log-out":
        bo.post(reverse("account_logout"))
        bo.force_login(adviser_of_albertslund)
    elif what == "password":
        adviser_of_albertslund.set_password("et helt andet 7")
        adviser_of_albertslund.save()
        bo.force_login(adviser_of_albertslund)
    else:
        appoint(user=adviser_of_albertslund, municipality=ishoej, by=None)
    assert not is_open(bo)


def test_an_ended_role_opens_nothing(bo: Client, ready: object, adviser_of_albertslund: User) -> None:
    membership = Membership.objects.get(user=adviser_of_albertslund)
    end(membership=membership, ends_on=date.today() - timedelta(days=1), by=None)
    unlock(bo)
    assert bo.get(PEOPLE).status_code == 404


def test_who_opens_no_cases_is_told_so(client: Client, stranger: User) -> None:
    client.force_login(stranger)
    response = client.get(reverse("unlock"))
    assert response.status_code == 200
    assert response.context["form"] is None


def test_the_cover_of_a_page_unlocks_in_place(bo: Client, ready: object) -> None:
    wrong = bo.post(reverse("unlock"), {"passphrase": "forkert forkert forkert"}, **JSON)
    assert wrong.status_code == 422
    assert wrong.json()["problems"]
    said = bo.post(reverse("unlock"), {"passphrase": PASSPHRASE}, **JSON).json()
    assert said["unlocked"]
    assert said["seconds"] == 900
    assert is_open(bo)


def test_a_script_is_told_that_it_is_locked(bo: Client, ready: object) -> None:
    response = bo.get(PEOPLE, headers={"hx-request": "true"})
    assert response.status_code == 423
    assert response["HX-Trigger"] == "ombud-locked"
