"""The register as facts: what counts where."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ombud.core.statistics.cube import count, counts_by
from ombud.core.statistics.periods import Period
from ombud.offices.actions.profiles import load_shipped
from ombud.offices.models import Department, Municipality
from ombud.reporting.facts.matters import MatterFacts, matter_facts
from ombud.reporting.facts.setup import read_setup
from ombud.tenancy.scope import scope
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering

YEAR = Period("2024/25", FIRST, LAST, Fraction(0))


def read(office: Municipality) -> MatterFacts:
    return matter_facts(YEAR, read_setup(YEAR, office, "afdeling", WORDS), WORDS)


def counted(office: Municipality, *names: str) -> dict[tuple[str, ...], int]:
    return counts_by(count(read(office).facts), names)


def test_an_empty_register_gives_no_facts(office: Municipality) -> None:
    assert read(office).facts.size == 0


def test_only_the_days_of_the_period_count_both_ends_included(office: Municipality, enquiry: Registering) -> None:
    for day in (date(2024, 3, 31), FIRST, LAST, date(2025, 4, 1)):
        enquiry(day)
    assert counted(office, "month") == {("2024-04",): 1, ("2025-03",): 1}


def test_every_matter_counts_with_its_own_department_and_role(office: Municipality, enquiry: Registering) -> None:
    enquiry(matters=(("Børn & Familie", "Inddragelse"), ("Miljø & Teknik", "Begrundelse")))
    family, environment = (str(Department.objects.get(name=name).pk) for name in ("Børn & Familie", "Miljø & Teknik"))
    assert counted(office, "department", "role") == {(family, "main"): 1, (environment, "follow_on"): 1}


def test_a_matter_in_a_sub_unit_counts_with_the_department_above(office: Municipality, enquiry: Registering) -> None:
    unit = Department.objects.exclude(parent=None).select_related("parent")[0]
    enquiry(matters=((unit.name, None),))
    assert counted(office, "department", "unit") == {(str(unit.top.pk), str(unit.pk)): 1}


def test_what_is_not_stated_is_a_member_of_its_own(office: Municipality, enquiry: Registering) -> None:
    enquiry(matters=((None, None),), within_mandate=None)
    names = ("department", "subtheme", "theme", "type", "channel", "within_mandate")
    assert counted(office, *names) == {("",) * 6: 1}


@pytest.mark.parametrize(
    ("finished", "closed", "ends_with", "band"),
    [
        (None, date(2024, 5, 2), "closed", "same_day"),
        (None, date(2024, 5, 9), "closed", "within_7"),
        (date(2024, 5, 3), date(2024, 8, 30), "closed", "longer"),
        (date(2024, 5, 3), date(2024, 8, 30), "finished", "within_7"),
        (None, date(2024, 5, 20), "finished", "within_30"),
        (date(2024, 5, 3), None, "closed", "still_open"),
        (None, None, "finished", "still_open"),
    ],
)
def test_the_chosen_day_ends_the_duration(
    office: Municipality,
    enquiry: Registering,
    finished: date | None,
    closed: date | None,
    ends_with: str,
    band: str,
) -> None:
    office.duration_ends_with = ends_with
    enquiry(finished_on=finished, closed_on=closed)
    assert counted(office, "duration") == {(band,): 1}


def test_enquiries_outside_the_total_are_left_out_and_counted_apart(office: Municipality, enquiry: Registering) -> None:
    enquiry()
    enquiry(counted=False, matters=(("Børn & Familie", None), ("Børn & Familie", None)))
    found = read(office)
    assert (found.facts.size, found.left_out) == (1, 1)


def test_the_register_is_read_by_one_query(office: Municipality, enquiry: Registering) -> None:
    enquiry()
    setup = read_setup(YEAR, office, "afdeling", WORDS)
    with CaptureQueriesContext(connection) as queries:
        matter_facts(YEAR, setup, WORDS)
    assert len(queries) == 1


def test_another_municipality_is_never_counted(office: Municipality, enquiry: Registering) -> None:
    enquiry()
    other = load_shipped(code="0860", by=None)
    with scope(other):
        assert read(other).facts.size == 0
