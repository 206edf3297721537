"""When a department may be contacted, something given out, and a case erased."""

from dataclasses import dataclass
from datetime import date

import pytest

from ombud.core.words import PLAIN
from ombud.core.workflow.case_files import (
    erasable_on,
    is_in_force,
    why_not_contact,
    why_not_disclose,
    why_not_erase,
    why_not_open,
)

DAY = date(2024, 5, 2)


@dataclass(frozen=True)
class Terms:
    given_on: date = DAY
    withdrawn_on: date | None = None
    anyone: bool = False
    departments: tuple[int, ...] = ()


@pytest.mark.parametrize(
    ("given", "withdrawn", "on", "in_force"),
    [
        (DAY, None, DAY, True),
        (DAY, None, date(2024, 5, 1), False),
        (DAY, date(2024, 5, 9), date(2024, 5, 8), True),
        (DAY, date(2024, 5, 9), date(2024, 5, 9), False),
    ],
)
def test_a_consent_holds_until_the_day_it_is_withdrawn(
    given: date, withdrawn: date | None, on: date, in_force: bool
) -> None:
    assert is_in_force(Terms(given, withdrawn), on) is in_force


@pytest.mark.parametrize(
    ("consents", "reason"),
    [
        ([], "has not consented"),
        ([Terms(departments=(9,))], "has not consented"),
        ([Terms(departments=(2,))], ""),
        ([Terms(departments=(1,))], ""),
        ([Terms(anyone=True)], ""),
        ([Terms(anyone=True, withdrawn_on=DAY)], "withdrawn on 2 May 2024"),
        ([Terms(anyone=True, withdrawn_on=DAY), Terms(departments=(2,))], ""),
    ],
)
def test_no_department_is_contacted_without_consent(consents: list[Terms], reason: str) -> None:
    said = why_not_contact(consents=consents, place=frozenset((1, 2)), name="Børn", on=DAY, words=PLAIN)
    assert (reason in said) if reason else not said


@pytest.mark.parametrize(
    ("by_law", "law", "consent", "allowed"),
    [
        (True, "forvaltningsloven § 28", None, True),
        (True, "  ", Terms(), False),
        (False, "", None, False),
        (False, "", Terms(), True),
        (False, "", Terms(withdrawn_on=DAY), False),
    ],
)
def test_nothing_leaves_without_a_ground(by_law: bool, law: str, consent: Terms | None, allowed: bool) -> None:
    assert (why_not_disclose(by_law=by_law, law=law, consent=consent, on=DAY, words=PLAIN) == "") is allowed


@pytest.mark.parametrize(
    ("years", "closed", "today", "allowed"),
    [
        (None, DAY, date(2099, 1, 1), False),
        (5, None, date(2099, 1, 1), False),
        (5, DAY, date(2029, 5, 1), False),
        (5, DAY, date(2029, 5, 2), True),
        (0, DAY, DAY, True),
    ],
)
def test_nothing_is_erased_before_it_was_decided(
    years: int | None, closed: date | None, today: date, allowed: bool
) -> None:
    reason = why_not_erase(retention_years=years, closed_on=closed, today=today, words=PLAIN)
    assert (reason == "") is allowed


def test_a_leap_day_counts_as_the_first_of_march() -> None:
    assert erasable_on(date(2024, 2, 29), 1) == date(2025, 3, 1)
    assert erasable_on(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("printed", "confirmed", "allowed"), [(False, False, False), (True, False, False), (True, True, True)]
)
def test_no_case_without_a_kit(printed: bool, confirmed: bool, allowed: bool) -> None:
    assert (why_not_open(printed=printed, confirmed=confirmed, words=PLAIN) == "") is allowed
