from datetime import date

import pytest

from ombud.core.words import PLAIN
from ombud.core.workflow import registration as rules

TODAY, RECEIVED = date(2024, 6, 1), date(2024, 5, 1)


@pytest.mark.parametrize(
    ("received", "stands"),
    [(RECEIVED, True), (TODAY, True), (date(2024, 6, 2), False), (date(1989, 12, 31), False), (None, False)],
)
def test_the_day_received_is_not_in_the_future_or_long_ago(received: date | None, stands: bool) -> None:
    assert (not rules.why_not_received(received_on=received, today=TODAY, words=PLAIN)) is stands


@pytest.mark.parametrize(
    ("ended", "stands"),
    [(None, True), (RECEIVED, True), (date(2024, 4, 30), False), (TODAY, True), (date(2024, 6, 2), False)],
)
def test_nothing_ends_before_it_came_or_after_today(ended: date | None, stands: bool) -> None:
    closed = rules.why_not_closed(closed_on=ended, received_on=RECEIVED, today=TODAY, words=PLAIN)
    finished = rules.why_not_finished(finished_on=ended, received_on=RECEIVED, today=TODAY, words=PLAIN)
    assert (not closed) is stands
    assert (not finished) is stands


def test_what_it_is_about_happened_before_it_came() -> None:
    assert rules.why_not_happened(events_on=TODAY, received_on=RECEIVED, words=PLAIN)
    assert not rules.why_not_happened(events_on=RECEIVED, received_on=RECEIVED, words=PLAIN)


@pytest.mark.parametrize(
    ("starts", "ends", "part"),
    [
        (None, None, ""),
        (RECEIVED, RECEIVED, ""),
        (date(2024, 5, 2), None, "from 2 May 2024 only"),
        (None, date(2024, 4, 30), "until 30 April 2024 only"),
    ],
)
def test_a_name_is_used_only_within_its_days(starts: date | None, ends: date | None, part: str) -> None:
    reason = rules.why_not_in_use(name="Borgerservice", starts_on=starts, ends_on=ends, on=RECEIVED, words=PLAIN)
    assert part in reason
    assert bool(reason) is bool(part)


def test_a_board_decides_after_the_municipality() -> None:
    assert rules.why_not_appealed(received_on=RECEIVED, decided_on=TODAY, words=PLAIN)
    assert not rules.why_not_appealed(received_on=TODAY, decided_on=RECEIVED, words=PLAIN)


@pytest.mark.parametrize(
    ("rejected", "remarks", "stands"), [(True, True, False), (True, False, True), (False, True, True)]
)
def test_a_rejected_complaint_has_no_remarks(rejected: bool, remarks: bool, stands: bool) -> None:
    assert (not rules.why_not_remarked(rejected=rejected, has_remarks=remarks, words=PLAIN)) is stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("", True), ("ved genvurderingen i 2024", True), ("servicelovens § 42, stk. 1", True), ("x" * 80, True),
        ("x" * 81, False), ("010190-1234", False), ("sag 24/12345", False), ("tlf. 12 34 56 78", False), ("a@b", False),
    ],
)  # fmt: skip
def test_what_narrows_a_remark_is_short_and_points_at_nobody(text: str, stands: bool) -> None:
    assert (not rules.why_not_qualified(text, words=PLAIN)) is stands
