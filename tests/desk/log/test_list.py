"""The log on its page: bare to the administrator and to whoever has locked, with the case to those who may open it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from ombud.audit.models import Event
from ombud.audit.record import record_many
from tests.cast import Cast
from tests.desk.log.conftest import CODE, CPR, NAME, OTHER, TITLE, Cases, page


def text(client: Client, **query: str) -> str:
    response = client.get(page("log-list"), query)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_adviser_sees_who_did_what_in_which_case(asta: Client) -> None:
    shown = text(asta)
    assert "Bo Eksempel" in shown
    assert TITLE in shown
    assert NAME in shown, "which person of the case it was"
    assert CPR not in shown


def test_reading_the_log_is_told_in_the_log_before_it_is_shown(asta: Client, cast: Cast) -> None:
    text(asta)
    line = Event.objects.filter(municipality=CODE).order_by("-position").first()
    assert line is not None
    assert (line.action, line.by, line.role) == ("log.read", str(cast.asta.pk), "adviser")


def test_the_administrator_sees_the_bare_lines(administrator: Client, cases: Cases) -> None:
    shown = text(administrator)
    assert "Asta Eksempel" in shown
    assert str(cases.case.pk)[:8] in shown
    for secret in (TITLE, OTHER, NAME, CPR, str(cases.case.enquiry)):
        assert secret not in shown
    assert not Event.objects.filter(action="log.read").exists()


def test_an_adviser_who_has_locked_sees_the_bare_lines(client: Client, cast: Cast, cases: Cases) -> None:
    client.force_login(cast.asta)
    shown = text(client)
    assert TITLE not in shown
    assert NAME not in shown
    assert reverse("unlock") in shown


def test_whoever_is_shut_out_of_a_case_sees_only_that_there_is_a_line(bo: Client, asta: Client, cases: Cases) -> None:
    shown = text(bo)
    assert TITLE in shown
    assert OTHER not in shown
    assert str(cases.shut.pk)[:8] in shown
    assert OTHER in text(asta)


def test_a_former_or_other_role_is_refused(client: Client, cast: Cast, cases: Cases) -> None:
    client.force_login(cast.carla)
    assert client.get(page("log-list")).status_code == 404


def test_the_lines_of_another_municipality_are_not_here(asta: Client, cast: Cast) -> None:
    record_many([Event(municipality="0183", action="enquiry.removed", noun="enquiry", label="77/1999", by="1")])
    assert "77/1999" not in text(asta)
    assert "77/1999" in asta.get(reverse("log-list", args=["0183"])).content.decode()


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"action": "cpr.shown"}, 1),
        ({"action": "no.such"}, 0),
        ({"first": "1-1-2020", "last": "2-1-2020"}, 0),
        ({"by": "999999"}, 0),
        ({"case": "00000000-0000-0000-0000-000000000001"}, 0),
    ],
)
def test_the_log_is_filtered(administrator: Client, query: dict[str, str], number: int) -> None:
    assert text(administrator, **query).count('<th scope="row">') == number


def test_both_days_of_a_period_are_included(administrator: Client) -> None:
    today = date.today()
    one = f"{today.day}-{today.month}-{today.year}"
    gone = today - timedelta(days=1)
    assert '<th scope="row">' in text(administrator, first=one, last=one)
    assert '<th scope="row">' not in text(administrator, last=f"{gone.day}-{gone.month}-{gone.year}")


def test_the_lines_of_one_case_and_of_one_person(administrator: Client, cases: Cases, cast: Cast) -> None:
    of_case = text(administrator, case=str(cases.shut.pk))
    assert of_case.count('<th scope="row">') == 2
    assert text(administrator, by=str(cast.bo.pk)).count('<th scope="row">') == 1


@pytest.mark.parametrize(
    "query", ["page=x", "page=99", "case=x", "first=x", "by=%00", "action=%27", "case=%F0%9F%98%80"]
)
def test_an_odd_address_is_no_error(administrator: Client, query: str) -> None:
    assert administrator.get(f"{page('log-list')}?{query}").status_code in (200, 400)


def test_fifty_lines_a_page(administrator: Client) -> None:
    record_many([Event(municipality=CODE, action="cases.listed", noun="case") for _line in range(120)])
    assert text(administrator).count('<th scope="row">') == 50
    assert text(administrator, page="3").count('<th scope="row">') > 20
