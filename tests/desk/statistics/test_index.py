"""All tables and figures of a period on one page."""

from django.test import Client

from ombud.identity.models import User
from tests.desk.workshop import PERIOD, Workshop


def test_the_page_shows_figures_and_all_tables(workshop: Workshop) -> None:
    answer = workshop.client.get(f"/0165/statistics/?{PERIOD}")
    page = answer.content.decode()
    assert page.count("<svg xmlns") >= 7
    assert "Sager fordelt efter emne og afdeling" in page
    assert answer.context["found"].enquiries == 162


def test_the_newest_period_that_has_begun_is_shown_unasked(workshop: Workshop) -> None:
    assert workshop.client.get("/0165/statistics/").context["chosen"].period.name == "2024/25"


def test_an_empty_register_says_how_to_start(client: Client, adviser_of_both: User) -> None:
    client.force_login(adviser_of_both)
    answer = client.get("/0183/statistics/?first=2030-01-01&last=2030-12-31")
    assert answer.status_code == 200
    assert answer.context["found"].matters in (0, None)


def test_another_municipality_is_not_found(client: Client, adviser_of_albertslund: User) -> None:
    client.force_login(adviser_of_albertslund)
    assert client.get("/0183/statistics/").status_code == 404


def test_nobody_sees_numbers_without_logging_in(client: Client, db: None) -> None:
    answer = client.get("/0165/statistics/")
    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]
