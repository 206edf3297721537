"""The register: filtered by form and by drill-down."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from ombud.casework.models import Enquiry
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.tenancy.scope import scope

PAGE = "/0165/enquiries/"
Registered = Callable[..., Enquiry]


@pytest.fixture
def register(registered: Registered) -> list[Enquiry]:
    return [
        registered(received_on=date(2024, 3, 31), matters=2),
        registered(received_on=date(2024, 4, 1), matters=3, anonymous=True, closed_on=date(2024, 4, 1)),
        registered(received_on=date(2025, 3, 31)),
    ]


def test_an_empty_register_says_how_to_begin(desk: Client, albertslund: Municipality) -> None:
    text = desk.get(PAGE).content.decode()
    assert "/0165/enquiries/new/" in text
    assert "/0165/imports/" in text


@pytest.mark.parametrize(
    ("query", "expected", "matters"),
    [
        ({}, ["1/2025", "2/2024", "1/2024"], 6),
        ({"received_from": "1.4.2024", "received_to": "2024-12-31"}, ["2/2024"], 3),
        ({"anonymous": "yes"}, ["2/2024"], 3),
        ({"duration": "still_open"}, ["1/2025", "1/2024"], 3),
        ({"month": "2024-03"}, ["1/2024"], 2),
        ({"text": "1"}, ["1/2025", "1/2024"], 3),
        ({"text": "1/2024"}, ["1/2024"], 2),
        ({"type": "none"}, ["1/2025", "2/2024", "1/2024"], 6),
        ({"type": "junk"}, [], 0),
        ({"order": "received"}, ["1/2024", "2/2024", "1/2025"], 6),
    ],
)
def test_the_list_shows_what_was_asked_for(
    desk: Client, register: list[Enquiry], query: dict[str, str], expected: list[str], matters: int
) -> None:
    response = desk.get(PAGE, query)
    assert [str(row) for row in response.context["page"]] == expected
    assert response.context["matter_count"] == matters
    assert response.context["enquiry_count"] == len(expected)


def test_the_matters_behind_a_number_are_listed_one_a_row(desk: Client, register: list[Enquiry]) -> None:
    response = desk.get(PAGE, {"grain": "matters", "role": "follow_on"})
    assert len(response.context["page"]) == 3
    assert response.context["matter_count"] == 3


def test_a_period_gives_its_dates(desk: Client, register: list[Enquiry], albertslund: Municipality) -> None:
    with scope(albertslund):
        period = ReportingPeriod.objects.get(starts_on=date(2024, 4, 1))
    assert desk.get(PAGE, {"period": period.pk}).context["enquiry_count"] == 2


def test_each_thing_asked_for_can_be_taken_off(desk: Client, register: list[Enquiry]) -> None:
    response = desk.get(PAGE, {"month": "2024-04", "anonymous": "yes", "not_role": "main"})
    tags = response.context["tags"]
    assert [tag.without for tag in tags] == [
        "anonymous=yes&not_role=main", "month=2024-04&not_role=main", "month=2024-04&anonymous=yes",
    ]  # fmt: skip
    assert "april 2024" in tags[0].text


def test_fifty_a_page(desk: Client, registered: Registered) -> None:
    for _ in range(51):
        registered(received_on=date(2024, 4, 1))
    assert len(desk.get(PAGE).context["page"]) == 50
    assert len(desk.get(PAGE, {"page": "2"}).context["page"]) == 1
    assert len(desk.get(PAGE, {"page": "junk"}).context["page"]) == 50


def test_the_register_of_another_municipality_stays_there(desk: Client, register: list[Enquiry]) -> None:
    assert desk.get("/0183/enquiries/").context["enquiry_count"] == 0
