"""A form that is sent twice is done once."""

import pytest
from django.contrib.sessions.backends.db import SessionStore

from ombud.identity.submissions import done_once


@pytest.mark.django_db
def test_the_second_gets_the_first_ones_answer() -> None:
    session, calls = SessionStore(), []

    def work() -> int:
        calls.append(1)
        return 40 + len(calls)

    assert done_once(session, "a", work) == (41, True)
    assert done_once(session, "a", work) == (41, False)
    assert done_once(SessionStore(session.session_key), "a", work) == (41, False)
    assert done_once(session, "b", work) == (42, True)


@pytest.mark.django_db
def test_a_failure_is_forgotten_so_that_it_can_be_tried_again() -> None:
    session = SessionStore()

    def fails() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        done_once(session, "a", fails)
    assert done_once(session, "a", lambda: 7) == (7, True)


@pytest.mark.django_db
def test_only_the_latest_forms_are_remembered() -> None:
    session = SessionStore()
    for number in range(40):
        done_once(session, str(number), lambda: 1)
    assert len(session["submissions"]) == 30
    assert done_once(session, "39", lambda: 2) == (1, False)
