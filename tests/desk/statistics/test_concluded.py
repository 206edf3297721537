"""What can be concluded stands under the table, not among its notes."""

import re

import pytest
from django.test import Client

from ombud.identity.actions import make_account
from ombud.offices.actions.memberships import appoint
from ombud.reporting.actions.municipalities import make_municipality
from tests.cast import PASSWORD

ISHOEJ_2023 = "first=2023-01-01&last=2023-12-31"
CONCLUDED = re.compile(r'<section class="concluded">.*?</section>', re.DOTALL)


@pytest.fixture
def ishoej(client: Client, db: None) -> Client:
    municipality = make_municipality(code="0183", by=None)
    adviser = make_account(email="ida@raadgiver.example", name="Ida Eksempel", password=PASSWORD)
    appoint(user=adviser, municipality=municipality, by=None)
    client.force_login(adviser)
    return client


def test_five_centres_and_two_periods_say_no_more_than_they_carry(ishoej: Client) -> None:
    """27 in twelve months against 21 in five: possible, not shown; the other centres are too few."""
    page = ishoej.get(f"/0183/statistics/departments-now-and-before/?{ISHOEJ_2023}").content.decode()
    (said,) = CONCLUDED.findall(page)
    adults, *_ = [line for line in re.findall(r"<li>(.*?)</li>", said) if "(27 " in line]
    assert "0,30" in adults
    assert "0,96" in adults
    assert "2,3" in adults
    rest = page.replace(said, "")
    assert "0,96" not in rest


def test_a_new_way_of_counting_is_the_reason_that_nothing_is_concluded(ishoej: Client) -> None:
    page = ishoej.get("/0183/statistics/years/?first=2024-10-01&last=2024-12-31").content.decode()
    (said,) = CONCLUDED.findall(page)
    assert "1. oktober 2024" in said
    last_two = [line for line in re.findall(r"<li>(.*?)</li>", said) if "24" in line and "58" in line]
    assert last_two == []
