"""Where a series is cut: another principle, other themes, another adviser."""

from datetime import date

import pytest

from ombud.identity.actions import make_account
from ombud.offices.models import Mandate, Membership, Municipality, Taxonomy
from ombud.reporting.counting.breaks import breaks
from tests.cast import PASSWORD
from tests.reporting.conftest import WORDS

NEW_YEAR = date(2024, 1, 1)


def days(office: Municipality) -> list[date]:
    return [one.day for one in breaks(office, WORDS)]


def serve(office: Municipality, name: str, first: date | None, last: date | None = None) -> None:
    """Years back in time, so not through the action, which gives roles from today."""
    user = make_account(email=f"{name}@raadgiver.example", name=name, password=PASSWORD)
    Membership.objects.create(user=user, municipality=office, starts_on=first, ends_on=last)


def test_a_new_principle_cuts_and_a_new_name_of_the_same_does_not(office: Municipality) -> None:
    Mandate.objects.all().delete()
    for name, start, end, principle in (
        ("A", None, date(2022, 12, 31), "main_and_follow_on"),
        ("B", date(2023, 1, 1), date(2023, 12, 31), "main_and_follow_on"),
        ("C", NEW_YEAR, None, "unique_citizen_matter"),
    ):
        Mandate.objects.create(name=name, starts_on=start, ends_on=end, principle=principle)
    (found,) = breaks(office, WORDS)
    assert found.day == NEW_YEAR
    assert "1. januar 2024" in found.reason
    assert found.dimensions == ()


def test_new_themes_cut_the_numbers_by_theme_only(office: Municipality) -> None:
    Taxonomy.objects.create(name="Nye temaer", starts_on=NEW_YEAR)
    (found,) = breaks(office, WORDS)
    assert (found.day, found.dimensions) == (NEW_YEAR, ("theme", "subtheme"))


@pytest.mark.parametrize(
    ("first_end", "is_cut"),
    [(date(2023, 12, 31), True), (date(2023, 6, 30), True), (None, False), (date(2024, 1, 31), False)],
)
def test_another_adviser_cuts_unless_the_former_is_still_there(
    office: Municipality, first_end: date | None, is_cut: bool
) -> None:
    serve(office, "asta", date(2020, 1, 1), first_end)
    serve(office, "bo", NEW_YEAR)
    assert days(office) == ([NEW_YEAR] if is_cut else [])


def test_an_adviser_who_comes_back_and_the_first_one_cut_nothing(office: Municipality) -> None:
    user = make_account(email="asta@raadgiver.example", name="Asta Eksempel", password=PASSWORD)
    for start, end in ((date(2020, 1, 1), date(2022, 12, 31)), (NEW_YEAR, None)):
        Membership.objects.create(user=user, municipality=office, starts_on=start, ends_on=end)
    assert days(office) == []


def test_nobody_is_named(office: Municipality) -> None:
    serve(office, "asta", date(2020, 1, 1), date(2023, 12, 31))
    serve(office, "bo", NEW_YEAR)
    assert not any(name in one.reason for one in breaks(office, WORDS) for name in ("asta", "bo@", "Bo "))
