"""A log that was changed, cut, reordered or added to is found out, at the line."""

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.db.models import F, QuerySet

from ombud.audit import guards
from ombud.audit.acting import acting
from ombud.audit.chain import START, hash_of, link
from ombud.audit.heads import Head, head_of, read_heads
from ombud.audit.models import Event
from ombud.audit.models.event import AppendOnly
from ombud.audit.queries.verify import Fault, verify
from ombud.audit.record import event, record, record_case, record_many
from ombud.identity.models import User

pytestmark = pytest.mark.django_db
CASE = uuid.UUID(int=7)
CODE = "0165"


@pytest.fixture
def person(db: None) -> User:
    return User.objects.create_user(email="a@raadgiver.example", name="Asta Eksempel")


@pytest.fixture
def ten(person: User) -> list[Event]:
    """Ten lines of one municipality, written in every way there is."""
    with acting("adviser"):
        lines = [record("enquiry.corrected", person, by=person, municipality=CODE, label="1/2024")]
        record_many([event("enquiry.imported", person, by=None, municipality=CODE, label=str(n)) for n in range(4)])
        for number in range(5):
            lines.append(record_case("case.read", case=CASE, by=person, municipality=CODE, purpose="casework",
                                     details=bytes([number]) * 20))  # fmt: skip
    return list(Event.objects.filter(municipality=CODE).order_by("position"))


@pytest.fixture
def opened(db: None) -> Iterator[QuerySet[Event]]:
    """The log as whoever owns the database finds it: without the triggers and the rules of the program."""
    guards.open_again(connection)
    yield QuerySet(Event)
    guards.close(connection)


def test_lines_are_numbered_and_chained_from_the_start(ten: list[Event]) -> None:
    assert [line.position for line in ten] == list(range(1, 11))
    assert [line.previous for line in ten] == [START, *(line.hash for line in ten[:-1])]
    assert ten[-1].role == "adviser"
    verdict = verify(CODE)
    assert verdict.is_whole
    assert verdict.head == head_of(CODE) == Head(CODE, 10, ten[-1].hash)


def test_each_municipality_has_a_chain_of_its_own(ten: list[Event], person: User) -> None:
    record("account.made", person, by=None)
    record("enquiry.corrected", person, by=person, municipality="0183")
    assert (head_of("").position, head_of("0183").position, head_of(CODE).position) == (1, 1, 10)
    assert all(verify(code).is_whole for code in ("", "0183", CODE))


CHANGED: dict[str, Any] = {
    "at": F("at") + timedelta(microseconds=1), "by": "999", "role": "deputy",
    "action": "case.listed", "purpose": "control", "case": uuid.UUID(int=8), "noun": "note", "noun_id": "5",
    "label": "x", "changes": {"a": [1, 2]}, "details": b"\x00", "previous": "1" * 64, "hash": "1" * 64,
}  # fmt: skip


@pytest.mark.parametrize("column", CHANGED)
def test_a_changed_column_is_found_at_its_line(ten: list[Event], opened: QuerySet[Event], column: str) -> None:
    opened.filter(pk=ten[5].pk).update(**{column: CHANGED[column]})
    verdict = verify(CODE)
    assert (verdict.fault, verdict.position) == (Fault.CHANGED, 6)


def test_every_column_is_covered() -> None:
    """A new column of the log must be hashed too, or be named here with a reason."""
    outside = {"id", "municipality", "position"}  # The row's key; the chain's name; changed: told as missing or moved.
    assert {field.name for field in Event._meta.concrete_fields} == set(CHANGED) | outside


def test_a_line_moved_to_another_municipality_is_missing_here_and_wrong_there(
    ten: list[Event], opened: QuerySet[Event]
) -> None:
    opened.filter(pk=ten[4].pk).update(municipality="0183")
    assert (verify(CODE).fault, verify(CODE).position) == (Fault.MISSING, 5)
    assert not verify("0183").is_whole


def test_a_removed_line_is_missing(ten: list[Event], opened: QuerySet[Event]) -> None:
    opened.filter(pk=ten[3].pk).delete()
    verdict = verify(CODE)
    assert (verdict.fault, verdict.position, verdict.lines) == (Fault.MISSING, 4, 3)


def test_a_line_removed_and_the_rest_numbered_anew_is_found(ten: list[Event], opened: QuerySet[Event]) -> None:
    opened.filter(pk=ten[3].pk).delete()
    for line in ten[4:]:
        opened.filter(pk=line.pk).update(position=line.position - 1)
    assert (verify(CODE).fault, verify(CODE).position) == (Fault.CHANGED, 4)


def test_an_inserted_line_is_found(ten: list[Event], opened: QuerySet[Event]) -> None:
    for line in reversed(ten[5:]):
        opened.filter(pk=line.pk).update(position=line.position + 1)
    false = Event(municipality=CODE, action="case.read", noun="case", at=ten[5].at)
    link([false], position=5, previous=ten[4].hash)
    opened.bulk_create([false])
    verdict = verify(CODE)
    assert verdict.position == 7 or verdict.fault is Fault.OUT_OF_ORDER
    assert not verdict.is_whole


def test_two_lines_that_changed_places_are_found(ten: list[Event], opened: QuerySet[Event]) -> None:
    opened.filter(pk=ten[2].pk).update(position=1000)
    opened.filter(pk=ten[6].pk).update(position=3)
    opened.filter(pk=ten[2].pk).update(position=7)
    assert (verify(CODE).fault, verify(CODE).position) == (Fault.CHANGED, 3)


def test_lines_written_anew_in_another_order_are_found_by_their_keys(ten: list[Event], opened: QuerySet[Event]) -> None:
    """Whoever forges the hashes too still leaves the keys of the rows behind, as long as he does not think of them."""
    order = [*ten[:2], ten[3], ten[2], *ten[4:]]
    for line in order:
        opened.filter(pk=line.pk).update(position=line.position + 1000)
    link(order, position=0, previous=START)
    for line in order:
        opened.filter(pk=line.pk).update(position=line.position, previous=line.previous, hash=line.hash)
    assert (verify(CODE).fault, verify(CODE).position) == (Fault.OUT_OF_ORDER, 4)


def test_a_cut_tail_is_found_by_a_head_kept_outside(ten: list[Event], opened: QuerySet[Event]) -> None:
    kept = head_of(CODE)
    opened.filter(position__gt=7).delete()
    assert verify(CODE).is_whole, "the chain alone cannot know"
    verdict = verify(CODE, known=[kept])
    assert (verdict.fault, verdict.position) == (Fault.CUT, 8)


def test_a_tail_forged_anew_is_found_by_a_head_kept_outside(ten: list[Event], opened: QuerySet[Event]) -> None:
    kept = read_heads(f"2026-11-21T08:00:00+01:00 {head_of(CODE)}\n> quoted 0165 notahead\n")
    assert kept == [head_of(CODE)]
    ten[6].by = "999"
    link(ten[6:], position=6, previous=ten[5].hash)
    for line in ten[6:]:
        opened.filter(pk=line.pk).update(by=line.by, previous=line.previous, hash=line.hash)
    assert verify(CODE).is_whole, "the chain alone cannot know"
    verdict = verify(CODE, known=[*kept, Head("0183", 99, "0" * 64)])
    assert (verdict.fault, verdict.position) == (Fault.FORGED, 10)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda line: line.save(),
        lambda line: line.delete(),
        lambda line: Event(action="x", noun="y").save(),
        lambda line: Event.objects.create(action="x", noun="y"),
        lambda line: Event.objects.bulk_create([Event(action="x", noun="y")]),
        lambda line: Event.objects.bulk_update([line], ["by"]),
        lambda line: Event.objects.filter(pk=line.pk).update(by="1"),
        lambda line: Event.objects.all().delete(),
        lambda line: Event.objects.get_or_create(action="x", defaults={"noun": "y"}),
        lambda line: Event.objects.update_or_create(action="x", defaults={"noun": "y"}),
    ],
)
def test_the_program_has_no_way_to_change_the_log(ten: list[Event], attempt: Callable[[Event], Any]) -> None:
    with pytest.raises(AppendOnly):
        attempt(ten[0])
    assert verify(CODE).lines == 10


STATEMENTS = [
    "UPDATE audit_event SET action = action",
    "UPDATE audit_event SET details = details WHERE position = 3",
    "DELETE FROM audit_event",
    "DELETE FROM audit_event WHERE position = 10",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_itself_refuses(ten: list[Event], statement: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_refuses_to_replace_or_empty(ten: list[Event]) -> None:
    replace = "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE position = 3"
    statement = "TRUNCATE audit_event" if connection.vendor == "postgresql" else replace
    with pytest.raises(IntegrityError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_hash_is_the_same_in_later_versions(person: User) -> None:
    """A known answer: what an older version wrote must be whole for a newer one."""
    line = Event(
        municipality=CODE, position=3, previous="ab" * 32, at=datetime(2026, 11, 21, 8, 30, 1, 5, tzinfo=UTC), by="4",
        role="adviser", action="case.read", purpose="casework", case=CASE, noun="case", noun_id="", label="ø",
        changes={"b": [None, "å"], "a": [1, True]}, details=b"\x01\xff",
    )  # fmt: skip
    assert hash_of(line) == KNOWN


KNOWN = "5dc0a4c44837661956ba014be2b8b2b0c43957ee654173ba54f7743dd13cac95"
