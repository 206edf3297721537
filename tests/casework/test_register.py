"""The rows behind a number are as many as the number."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict

from ombud.casework.queries.durations import bands, end_of, ending
from ombud.casework.queries.register import RegisterFilter, enquiries, from_query, matters
from ombud.core.statistics.durations import STILL_OPEN, band_of
from ombud.offices.models import Channel, Department, Municipality, Theme
from tests.casework.conftest import Matters, Register

RECEIVED = date(2024, 4, 10)
OWN_BANDS = [{"key": "a", "label": "A", "most_days": 3}, {"key": "b", "label": "B", "most_days": None}]


def test_a_theme_takes_in_its_subthemes_and_a_department_its_units(registered: Register, matter: Matters) -> None:
    parent = Department.objects.get(name="Børn & Familie")
    unit = Department.objects.create(name="PPR", parent=parent)
    registered(matters=[matter("PPR", "Inddragelse"), matter("Miljø & Teknik", "Vejledning")])
    theme = Theme.objects.get(name="Forvaltningsskik")
    assert matters(RegisterFilter(department=str(parent.pk))).count() == 1
    assert matters(RegisterFilter(unit=str(unit.pk))).count() == 1
    assert matters(RegisterFilter(unit="none")).count() == 1
    assert matters(RegisterFilter(theme=str(theme.pk))).count() == 1
    assert matters(RegisterFilter(department=f"{parent.pk},none")).count() == 1
    assert matters(RegisterFilter(left_out={"department": str(parent.pk)})).count() == 1


def test_an_enquiry_is_found_by_its_main_matter_unless_any_is_asked_for(registered: Register, matter: Matters) -> None:
    registered(matters=[matter("Børn & Familie"), matter("Miljø & Teknik")])
    other = str(Department.objects.get(name="Miljø & Teknik").pk)
    assert enquiries(RegisterFilter(department=other)).count() == 0
    assert enquiries(RegisterFilter(department=other, role="follow_on")).count() == 1
    assert enquiries(RegisterFilter(department=other, any_matter="yes")).count() == 1


def test_not_stated_is_a_value_of_its_own(registered: Register, matter: Matters) -> None:
    registered(matters=[matter("", "")], within_mandate=None)
    registered(matters=[matter()], primary_channel=Channel.objects.first())
    for name in ("department", "theme", "subtheme", "channel", "within_mandate", "unit"):
        expected = 2 if name == "unit" else 1
        assert matters(RegisterFilter(**{name: "none"})).count() == expected, name
    assert matters(RegisterFilter(type="none")).count() == 2


@pytest.mark.parametrize("ends_with", ["closed", "finished"])
@pytest.mark.parametrize("own", [[], OWN_BANDS])
def test_bands_are_coded_as_the_cube_codes_them(
    registered: Register, in_albertslund: Municipality, ends_with: str, own: list
) -> None:
    in_albertslund.duration_ends_with, in_albertslund.duration_bands = ends_with, own
    in_albertslund.save()
    for days in (None, 0, 1, 3, 4, 7, 8, 30, 31, 90, 91, 400):
        closed = None if days is None else RECEIVED + timedelta(days=days)
        registered(closed_on=closed, finished_on=RECEIVED if days == 31 else None)
    all_bands, which = bands(), ending()
    found = {row.pk: band_of(RECEIVED, end_of(row, which), all_bands) for row in enquiries(RegisterFilter())}
    for key in [*(band.key for band in all_bands), STILL_OPEN]:
        rows = enquiries(RegisterFilter(duration=key))
        assert {row.pk for row in rows} == {pk for pk, band in found.items() if band == key}, key
        assert matters(RegisterFilter(duration=key)).count() == len(rows)
    assert not enquiries(RegisterFilter(duration="unheard"))


def test_what_is_outside_the_total_is_left_out_unless_asked_for(registered: Register) -> None:
    registered()
    registered(counted=False)
    assert [enquiries(RegisterFilter(counted=counted)).count() for counted in ("yes", "no", "all")] == [1, 1, 2]
    assert matters(RegisterFilter()).count() == 1


@pytest.mark.parametrize(("text", "count"), [("1", 2), ("1/2024", 1), ("2024-1", 1), ("3", 0), ("abc", 0)])
def test_a_number_is_found_however_it_is_written(registered: Register, text: str, count: int) -> None:
    registered(date(2024, 4, 1))
    registered(date(2023, 4, 1))
    assert enquiries(RegisterFilter(text=text)).count() == count


def test_months_and_days(registered: Register) -> None:
    registered(date(2024, 2, 29))
    registered(date(2024, 3, 1))
    assert enquiries(RegisterFilter(month="2024-02")).count() == 1
    assert enquiries(RegisterFilter(month="2024-13")).count() == 0
    assert enquiries(RegisterFilter(received_from=date(2024, 3, 1))).count() == 1
    assert enquiries(RegisterFilter(received_to=date(2024, 2, 29))).count() == 1


def test_a_filter_survives_the_way_through_an_address() -> None:
    chosen = RegisterFilter(
        received_from=date(2024, 4, 1), theme="3,none", anonymous="no", counted="all", left_out={"subtheme": "4"}
    )
    assert from_query(QueryDict(chosen.as_query())) == chosen
    assert from_query(QueryDict("received_from=nonsense&unknown=1")) == RegisterFilter()
    assert RegisterFilter().as_query() == ""


@pytest.mark.parametrize("value", ["-1", "x", "9" * 30, "1;2", "²"])
def test_a_key_that_is_none_finds_nothing(registered: Register, value: str) -> None:
    registered()
    for name in ("department", "theme", "type", "channel", "tag", "anonymous", "role"):
        assert matters(RegisterFilter(**{name: value})).count() == 0
