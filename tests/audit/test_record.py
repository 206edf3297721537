"""What a line holds, when it is committed, and that reads are kept whatever happens to the page."""

import time
import uuid
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from ombud.audit.acting import acting
from ombud.audit.models import Event
from ombud.audit.queries.verify import verify
from ombud.audit.record import event, history, record, record_case, record_many
from ombud.identity.models import User

CASE = uuid.UUID(int=7)


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user(email="a@raadgiver.example", name="Asta Eksempel")


def test_a_line_says_who_in_which_role_for_what_purpose(person: User) -> None:
    with acting("deputy"):
        record_case("cpr.shown", case=CASE, by=person, municipality="0165", purpose="identification", details=b"sealed")
    line = Event.objects.get()
    assert (line.by, line.role, line.purpose, line.case) == (str(person.pk), "deputy", "identification", CASE)
    assert bytes(line.details) == b"sealed"


def test_outside_a_request_there_is_no_role(person: User) -> None:
    with acting("adviser"):
        pass
    assert record("account.made", person, by=None).role == ""


def test_a_purpose_is_one_of_the_list_and_never_free_text(person: User) -> None:
    with pytest.raises(ValueError, match="purposes"):
        record_case("case.read", case=CASE, by=person, municipality="0165", purpose="fordi Hanne ringede")
    assert not Event.objects.exists()


def test_what_was_said_comes_back_as_it_was_hashed(person: User) -> None:
    odd: dict[str, Any] = {"ø": [None, 1.5], "b": [10**30, ["x", True]], "a": [0, "\u2028"]}
    record("enquiry.corrected", person, by=None, municipality="0165", changes=odd)
    assert Event.objects.get().changes == odd | {"ø": [None, "1.5"]}
    assert verify("0165").is_whole


def test_the_history_of_a_row_is_read_as_before(person: User) -> None:
    for action in ("a.b", "c.d"):
        record(action, person, by=None, municipality="0165")
    assert [line.action for line in history(person)] == ["a.b", "c.d"]


def test_a_read_may_not_stand_in_a_transaction_that_could_take_it_back(person: User) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        record_case("case.read", case=CASE, by=person, municipality="0165")
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_read_is_committed_before_the_page_and_a_write_goes_with_its_page(person: User) -> None:
    record_case("case.read", case=CASE, by=person, municipality="0165")
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012 - the page fails after its line
        record_case("note.added", case=CASE, by=person, municipality="0165")
        raise ZeroDivisionError
    assert list(Event.objects.values_list("action", "position")) == [("case.read", 1)]
    record_case("case.read", case=CASE, by=person, municipality="0165")
    assert verify("0165").lines == 2


def test_many_lines_are_chained_quickly(person: User) -> None:
    """5,000 here in a few queries; 100,000 in the proof, which prints how long they took."""
    with CaptureQueriesContext(connection) as asked:
        _chain_many(person, 5_000)
    inserts = [query["sql"] for query in asked if query["sql"].startswith("INSERT")]
    assert 1 <= len(inserts) <= 100


@pytest.mark.proof
def test_a_hundred_thousand_lines(person: User) -> None:
    seconds = _chain_many(person, 100_000)
    began = time.monotonic()
    assert verify("0165").lines == 100_000
    print(f"100,000 lines chained and written in {seconds:.1f} s, verified in {time.monotonic() - began:.1f} s")
    assert seconds < 60


def _chain_many(person: User, count: int) -> float:
    said = {"received_on": ["2024-01-01", "2024-01-02"]}
    lines = [
        event("enquiry.imported", person, by=person, municipality="0165", label=str(n), changes=said)
        for n in range(count)
    ]
    began = time.monotonic()
    record_many(lines)
    seconds = time.monotonic() - began
    assert verify("0165").lines == count
    return seconds
