from datetime import date

import pytest

from ombud.core.words import PLAIN
from ombud.core.workflow.mandate import (
    months_before,
    why_not_criticise,
    why_not_for_appeal,
    why_not_own_initiative,
    why_not_so_old,
    why_not_yet,
)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2023, 3, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 15), 12, date(2023, 1, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2024, 1, 1), 1, date(2023, 12, 1)),
    ],
)
def test_months_before_a_day(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected


@pytest.mark.parametrize(
    ("events", "limit", "too_old"),
    [
        (date(2023, 5, 1), 12, False),
        (date(2023, 4, 30), 12, True),
        (date(2024, 4, 30), 12, False),
        (None, 12, False),
        (date(1999, 1, 1), None, False),
    ],
)
def test_the_age_limit_counts_back_from_the_day_it_came(events: date | None, limit: int | None, too_old: bool) -> None:
    reason = why_not_so_old(events_on=events, received_on=date(2024, 5, 1), age_limit_months=limit, words=PLAIN)
    assert bool(reason) is too_old
    assert not too_old or ("1 May 2023" in reason and "12 months" in reason)


@pytest.mark.parametrize(
    ("rule", "part"), [("none", ""), ("has_been", "has been brought"), ("can_be", "can be brought")]
)
def test_the_appeal_rule_is_said_in_its_own_words(rule: str, part: str) -> None:
    reason = why_not_for_appeal(appeal_rule=rule, words=PLAIN)
    assert part in reason
    assert bool(reason) is bool(part)


def test_switches_give_a_reason_only_when_off() -> None:
    assert why_not_own_initiative(own_initiative=False, words=PLAIN)
    assert not why_not_own_initiative(own_initiative=True, words=PLAIN)
    assert why_not_criticise(supervision=False, words=PLAIN)
    assert not why_not_criticise(supervision=True, words=PLAIN)


def test_a_function_takes_enquiries_from_its_first_day() -> None:
    opened = date(2022, 6, 15)
    assert not why_not_yet(takes_enquiries_from=opened, received_on=opened, words=PLAIN)
    assert "15 June 2022" in why_not_yet(takes_enquiries_from=opened, received_on=date(2022, 6, 14), words=PLAIN)
