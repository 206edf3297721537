"""Guessing: ten tries in five minutes, and no difference between an account that is and one that is not."""

import re
import statistics
import time

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from ombud.identity import limits
from ombud.identity.models import Tries, User
from tests.cast import PASSWORD

LOGIN = "/account/login/"
FORGOTTEN = "/account/password/reset/"
KNOWN, UNKNOWN = "asta@raadgiver.example", "ukendt@raadgiver.example"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time of the limits; a test turns it."""
    now = [1_000_000.0]
    monkeypatch.setattr(limits, "moment", lambda: now[0])
    return now


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every password that the hasher was given."""
    given: list[str] = []
    encode = MD5PasswordHasher.encode

    def counting(self: MD5PasswordHasher, password: str, salt: str) -> str:
        given.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    return given


def log_in(client: Client, email: str, password: str, **more: str) -> HttpResponse:
    return client.post(LOGIN, {"login": email, "password": password}, **more)


def without_names(response: HttpResponse) -> str:
    """The page without what was typed and without the tokens of its forms."""
    text = response.content.decode().replace(KNOWN, "X").replace(UNKNOWN, "X")
    return re.sub(r'(value|nonce|content)="[\w-]{16,}"', "", text)


def guess(client: Client, hashed: list[str], clock: list[float], email: str, *, count: int, step: float) -> list[float]:
    """Wrong passwords, each from an address of its own; when one was looked at."""
    looked_at = []
    for number in range(count):
        before = len(hashed)
        typed = f"forkert {number}"
        response = log_in(
            client, email, typed, REMOTE_ADDR=f"10.{number // 65536}.{number // 256 % 256}.{number % 256}"
        )
        assert response.status_code == 200
        looked_at += [clock[0]] * (len(hashed) - before)
        clock[0] += step
    return looked_at


def most_within(moments: list[float], seconds: float) -> int:
    return max(sum(start <= moment < start + seconds for moment in moments) for start in moments)


@pytest.mark.parametrize("email", [KNOWN, UNKNOWN])
def test_of_200_wrong_passwords_ten_are_looked_at(
    client: Client, adviser_of_both: User, clock: list[float], hashed: list[str], email: str
) -> None:
    looked_at = guess(client, hashed, clock, email, count=200, step=1.0)
    assert len(looked_at) == 10
    assert most_within(looked_at, 300) == 10
    assert "_auth_user_id" not in client.session


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_of_10000_wrong_passwords_ten_in_five_minutes_are_looked_at(
    client: Client, adviser_of_both: User, clock: list[float], hashed: list[str]
) -> None:
    looked_at = guess(client, hashed, clock, KNOWN, count=10_000, step=0.9)
    print(f"10,000 wrong passwords in {10_000 * 0.9 / 60:.0f} minutes: {len(looked_at)} looked at, none accepted")
    assert most_within(looked_at, 300) == 10
    assert len(looked_at) == 300
    assert "_auth_user_id" not in client.session


def test_the_right_password_is_not_accepted_while_blocked_and_the_block_ends(
    client: Client, adviser_of_both: User, clock: list[float], hashed: list[str]
) -> None:
    guess(client, hashed, clock, KNOWN, count=10, step=1.0)
    hashed.clear()
    assert log_in(client, KNOWN, PASSWORD).status_code == 200
    assert hashed == []
    clock[0] += 291
    assert log_in(client, KNOWN, PASSWORD).status_code == 302


def test_right_passwords_do_not_block_and_do_not_wash_wrong_ones_away(
    client: Client, adviser_of_both: User, clock: list[float], hashed: list[str]
) -> None:
    for number in range(9):
        log_in(client, KNOWN, f"forkert {number}")
    for _number in range(12):
        fresh = Client()
        assert log_in(fresh, KNOWN, PASSWORD).status_code == 302
    log_in(client, KNOWN, "den tiende")
    assert log_in(client, KNOWN, PASSWORD).status_code == 200


def test_an_office_behind_one_address_is_not_shut_out_but_a_list_of_names_is(
    client: Client, adviser_of_both: User, clock: list[float]
) -> None:
    for number in range(60):
        log_in(client, f"kollega{number}@raadgiver.example", "forkert")
    assert log_in(Client(), KNOWN, PASSWORD).status_code == 302
    for number in range(60):
        log_in(client, f"fremmed{number}@raadgiver.example", "forkert")
    assert log_in(Client(), KNOWN, PASSWORD).status_code == 200
    assert log_in(Client(), KNOWN, PASSWORD, REMOTE_ADDR="10.9.9.9").status_code == 302


@pytest.mark.parametrize("tries", [1, 11], ids=["wrong", "blocked"])
def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(
    adviser_of_both: User, tries: int, clock: list[float]
) -> None:
    answers = []
    for email in (KNOWN, UNKNOWN):
        client = Client()
        for number in range(tries):
            answer = log_in(client, email, f"forkert {number}", REMOTE_ADDR="10.0.0.1")
        answers.append((answer.status_code, without_names(answer), sorted(answer.headers)))
    assert answers[0] == answers[1]
    assert ("for mange" in answers[0][1] or "too many" in answers[0][1]) is (tries == 11)


def test_forgotten_passwords_are_answered_alike_and_mailed_only_to_the_known(adviser_of_both: User) -> None:
    answers = []
    for email in (KNOWN, UNKNOWN):
        client = Client()
        sent = client.post(FORGOTTEN, {"email": email})
        done = client.get(sent["Location"])
        answers.append((sent.status_code, sent["Location"], without_names(done)))
        for _number in range(2):
            client.post(FORGOTTEN, {"email": email})
        blocked = client.post(FORGOTTEN, {"email": email})
        answers[-1] += (blocked.status_code, without_names(blocked))
    assert answers[0] == answers[1]
    assert [letter.to for letter in mail.outbox] == [[KNOWN]] * 3


@pytest.fixture
def real_hasher(settings: object, adviser_of_both: User) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]  # type: ignore[attr-defined]
    adviser_of_both.set_password(PASSWORD)
    adviser_of_both.save()
    return adviser_of_both


def medians(path: str, fields: dict[str, str], name: str, count: int) -> tuple[float, float]:
    """The median time of an answer for the known and for the unknown address, in turns."""
    client = Client()
    took: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for _number in range(count):
        for email, found in took.items():
            Tries.objects.all().delete()
            begun = time.perf_counter()
            client.post(path, fields | {name: email})
            found.append(time.perf_counter() - begun)
    return statistics.median(took[KNOWN]), statistics.median(took[UNKNOWN])


@pytest.mark.timeout(600)
@pytest.mark.parametrize("count", [12, pytest.param(60, marks=pytest.mark.proof)])
def test_the_time_tells_no_difference(real_hasher: User, settings: object, count: int) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}  # type: ignore[attr-defined]
    for path, fields, name in ((LOGIN, {"password": "forkert"}, "login"), (FORGOTTEN, {}, "email")):
        known, unknown = medians(path, fields, name, count if path == LOGIN else 60)
        print(f"{path}: known {known * 1000:.1f} ms, unknown {unknown * 1000:.1f} ms")
        assert abs(known - unknown) < 0.15 * max(known, unknown), (path, known, unknown)


@pytest.mark.parametrize("address", ["/account/reauthenticate/", "/account/password/change/"])
def test_guessing_inside_a_session_costs_the_same_tries(
    client: Client, adviser_of_both: User, clock: list[float], hashed: list[str], address: str
) -> None:
    client.force_login(adviser_of_both)
    hashed.clear()
    for number in range(15):
        wrong = f"forkert {number}"
        client.post(address, {"password": wrong, "oldpassword": wrong, "password1": "x", "password2": "y"})
    assert len([given for given in hashed if given.startswith("forkert")]) == 10
    assert log_in(Client(), KNOWN, PASSWORD).status_code == 200
