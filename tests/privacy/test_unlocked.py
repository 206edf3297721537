import base64
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore

from ombud.privacy import unlocked
from ombud.privacy.sealing.derivation import new_key

KEY = bytes(range(32))
START = datetime(2026, 11, 21, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> SessionStore:
    session = SessionStore()
    session.create()
    return session


@pytest.fixture
def token(session: SessionStore) -> str:
    return unlocked.remember(session, "anna", KEY, "roles", START)


def recall(session: SessionStore, token: str, after: timedelta = MINUTE) -> bytes | None:
    return unlocked.recall(session, token, "anna", "roles", START + after)


def test_session_and_cookie_together_give_the_key(session: SessionStore, token: str) -> None:
    assert recall(session, token) == KEY


def test_neither_alone_does(session: SessionStore, token: str) -> None:
    session.save()
    stored = SessionStore(session.session_key)
    assert KEY.hex() not in repr(stored.load())
    assert base64.b64encode(KEY).decode() not in repr(stored.load())
    assert token not in repr(stored.load())
    assert recall(SessionStore(), token) is None
    assert recall(session, base64.urlsafe_b64encode(new_key()).decode()) is None
    assert recall(session, token) == KEY


@pytest.mark.parametrize("token", ["", "x", "æøå", "A" * 43, "A" * 42, "=" * 5, "A" * 4000, "ab cd", "\0"])
def test_rubbish_in_the_cookie_opens_and_locks_nothing(session: SessionStore, token: str) -> None:
    good = unlocked.remember(session, "anna", KEY, "roles", START)
    assert recall(session, token) is None
    assert recall(session, good) == KEY


def test_fifteen_minutes_without_use_lock(session: SessionStore, token: str) -> None:
    assert recall(session, token, 15 * MINUTE - timedelta(seconds=1)) == KEY
    assert recall(session, token, 30 * MINUTE) is None
    assert recall(session, token, 30 * MINUTE) is None
    assert unlocked.NAME not in session


def test_every_use_counts_anew(session: SessionStore, token: str) -> None:
    for minutes in range(0, 10 * 60, 14):
        assert recall(session, token, minutes * MINUTE) == KEY


def test_ten_hours_are_the_most(session: SessionStore, token: str) -> None:
    for minutes in range(0, 10 * 60, 10):
        recall(session, token, minutes * MINUTE)
    assert recall(session, token, timedelta(hours=10) - timedelta(seconds=1)) == KEY
    assert recall(session, token, timedelta(hours=10)) is None


def test_the_page_can_count_down(session: SessionStore, token: str) -> None:
    assert unlocked.seconds_left(session, START) == 900
    assert unlocked.seconds_left(session, START + 5 * MINUTE) == 600
    recall(session, token, 5 * MINUTE)
    assert unlocked.seconds_left(session, START + 5 * MINUTE) == 900
    assert unlocked.seconds_left(session, START + 21 * MINUTE) == 0
    assert unlocked.seconds_left(SessionStore(), START) == 0


def test_quick_uses_are_not_written_each(session: SessionStore, token: str) -> None:
    session.modified = False
    recall(session, token, timedelta(seconds=9))
    assert not session.modified
    recall(session, token, timedelta(seconds=10))
    assert session.modified


@pytest.mark.parametrize(("person", "fingerprint"), [("bent", "roles"), ("anna", "other roles"), ("anna", "")])
def test_another_person_role_or_password_locks(
    session: SessionStore, token: str, person: str, fingerprint: str
) -> None:
    assert unlocked.recall(session, token, person, fingerprint, START + MINUTE) is None
    assert recall(session, token) is None


def test_it_does_not_move_to_another_session(session: SessionStore, token: str) -> None:
    other = SessionStore()
    other.create()
    other[unlocked.NAME] = session[unlocked.NAME]
    assert recall(other, token) is None


def test_a_cycled_session_is_locked(session: SessionStore, token: str) -> None:
    session.cycle_key()
    assert recall(session, token) is None


def test_the_start_cannot_be_put_off(session: SessionStore, token: str) -> None:
    later = int((START + timedelta(hours=9)).timestamp())
    session[unlocked.NAME] = session[unlocked.NAME] | {"since": later, "seen": later}
    assert recall(session, token, timedelta(hours=9)) is None


def test_locking_forgets(session: SessionStore, token: str) -> None:
    unlocked.lock(session)
    assert recall(session, token) is None
    unlocked.lock(session)


def test_a_session_without_a_name_gets_one() -> None:
    session = SessionStore()
    token = unlocked.remember(session, "anna", KEY, "roles", START)
    assert session.session_key
    assert recall(session, token) == KEY
