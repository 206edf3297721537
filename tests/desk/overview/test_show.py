"""The first page of a municipality."""

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client

from ombud.casework.actions.enquiries import MatterInput, register
from ombud.casework.models import Enquiry, Source
from ombud.identity.models import User
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.tenancy.scope import scope


def test_an_empty_office_is_told_how_to_begin(desk: Client, albertslund: Municipality) -> None:
    text = desk.get("/0165/").content.decode()
    assert "/0165/imports/new/" in text
    assert "/0165/enquiries/new/" in text


def test_each_number_leads_to_as_many_rows(desk: Client, registered: Callable[..., Enquiry]) -> None:
    registered(received_on=date(2024, 5, 2), matters=3)
    registered(received_on=date(2024, 6, 2), closed_on=date(2024, 7, 1), within_mandate=False)
    headline = desk.get("/0165/").context["headline"]
    assert headline.period.starts_on <= date(2024, 6, 2) <= headline.period.ends_on
    for number in (headline.enquiries, headline.within_mandate, headline.still_open):
        assert desk.get(f"/0165/enquiries/?{number.query}").context["enquiry_count"] == number.count
    listed = desk.get(f"/0165/enquiries/?{headline.matters.query}&grain=matters").context
    assert listed["matter_count"] == len(listed["page"]) == headline.matters.count == 4


def test_what_is_missing_is_listed_with_its_rows(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        register(by=None, received_on=date(2024, 5, 2), matters=[MatterInput(None, None), MatterInput(None, None)])
    gaps = desk.get("/0165/").context["missing"]
    assert [gap.count for gap in gaps] == [2, 2, 1, 1, 1]
    for gap in gaps:
        assert len(desk.get(f"/0165/enquiries/?{gap.query}").context["page"]) == gap.count


def test_the_running_period_is_the_one_with_the_latest_enquiry(
    desk: Client, albertslund: Municipality, registered: Callable[..., Enquiry]
) -> None:
    today = date.today()
    with scope(albertslund):
        ReportingPeriod.objects.create(name="Nu", starts_on=today - timedelta(days=9), ends_on=today)
    registered(received_on=date(2024, 5, 2))
    assert desk.get("/0165/").context["headline"].period.name != "Nu"
    registered(received_on=today)
    assert desk.get("/0165/").context["headline"].period.name == "Nu"


def test_an_example_register_says_what_it_is(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        source = Source.objects.create(kind="example", name="Eksempel", caveat="Datoer er trukket tilfældigt.")
        register(by=None, received_on=date(2024, 5, 2), matters=[MatterInput(None, None)], source=source)
    for address in ("/0165/", "/0165/enquiries/", "/0165/enquiries/1/"):
        response = desk.get(address)
        if response.status_code == 200:
            assert "Datoer er trukket tilfældigt." in response.content.decode()


def test_home_leads_to_the_first_municipality(desk: Client, albertslund: Municipality) -> None:
    assert desk.get("/")["Location"] == "/0165/"


def test_home_helps_who_serves_nowhere(client: Client, stranger: User) -> None:
    client.force_login(stranger)
    assert client.get("/0165/").status_code == 404
    assert client.get("/").status_code in (200, 302)


def test_one_with_two_municipalities_can_switch(desk: Client, albertslund: Municipality) -> None:
    assert 'href="/0183/"' in desk.get("/0165/").content.decode()


def test_one_with_a_single_municipality_sees_no_other(client: Client, adviser_of_albertslund: User) -> None:
    client.force_login(adviser_of_albertslund)
    assert "/0183/" not in client.get("/0165/").content.decode()
