"""The first start: three ways to a municipality."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ombud.casework.models import Enquiry
from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Department, Mandate, Membership, Municipality, ReportingPeriod, Theme
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db

ANSWERS: dict[str, dict[str, Any]] = {
    "name": {"code": "0999", "name": "Prøvelse", "office": "Borgerrådgiveren"},
    "departments": {
        "departments": "Skole\n  Social  og Sundhed \n\nTeknik",
        "outside": "Øvrige",
        "department": "center",
        "departments_word": "centre",
    },
    "mandate": {
        "supervision": "no",
        "appeal_rule": "can_be",
        "principle": "main_and_follow_on",
        "age_limit_months": "12",
        "matter": "problemstilling",
        "matters": "problemstillinger",
    },
    "period": {
        "name": "2025",
        "starts_on": "1-1-2025",
        "ends_on": "31-12-2025",
        "taxonomy": "taxonomy-default.json",
    },
    "check": {},
}


@pytest.fixture
def first(client: Client) -> Client:
    client.force_login(make_account(email="ny@raadgiver.example", name="Ny Eksempel", password=PASSWORD))
    return client


def step(name: str) -> str:
    return reverse("welcome-step", args=[name])


def test_the_first_page_leads_whoever_serves_nowhere_to_the_welcome(first: Client) -> None:
    assert first.get("/", follow=True).redirect_chain[-1][0] == reverse("welcome")


def test_the_five_steps_make_a_municipality(first: Client) -> None:
    for name, answer in ANSWERS.items():
        assert first.get(step(name)).status_code == 200
        response = first.post(step(name), answer)
        assert response.status_code == 302, response.context["form"].errors
    assert response["Location"] == reverse("office-index", args=["0999"])
    municipality = Municipality.objects.get(code="0999")
    assert Membership.objects.get(municipality=municipality).user.name == "Ny Eksempel"
    with scope(municipality):
        names = list(Department.objects.values_list("name", flat=True))
        assert names == ["Skole", "Social og Sundhed", "Teknik", "Øvrige"]
        assert Department.objects.get(name="Øvrige").outside
        mandate = Mandate.objects.get()
        assert not mandate.supervision
        assert (mandate.age_limit_months, mandate.matter_word, mandate.department_word_plural) == (
            12,
            "problemstilling",
            "centre",
        )
        assert ReportingPeriod.objects.get().name == "2025"
        assert Theme.objects.filter(parent=None).count() == 8
    assert first.get(response["Location"]).status_code == 200


def test_nothing_is_made_before_the_last_step(first: Client) -> None:
    for name in ("name", "departments", "mandate", "period"):
        first.post(step(name), ANSWERS[name])
    assert first.get(step("check")).status_code == 200
    assert not Municipality.objects.exists()


def test_a_step_is_not_skipped(first: Client) -> None:
    assert first.get(step("mandate"))["Location"] == step("name")


def test_answers_stay_when_one_goes_back(first: Client) -> None:
    first.post(step("name"), ANSWERS["name"])
    assert "Prøvelse" in first.get(step("name")).content.decode()


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("name", "code", "12"),
        ("name", "code", "0a65"),
        ("departments", "departments", ""),
        ("departments", "departments", "Skole\nskole"),
        ("departments", "outside", "teknik"),
        ("mandate", "age_limit_months", "-1"),
        ("mandate", "principle", "x"),
        ("period", "ends_on", "1-1-2024"),
        ("period", "starts_on", "30-2-2025"),
        ("period", "taxonomy", "../settings.json"),
    ],
)
def test_a_wrong_answer_is_told_at_its_field(first: Client, name: str, field: str, value: str) -> None:
    for earlier, answer in ANSWERS.items():
        if earlier == name:
            break
        first.post(step(earlier), answer)
    response = first.post(step(name), ANSWERS[name] | {field: value})
    assert response.status_code == 200
    assert set(response.context["form"].errors) & {field, "ends_on"}


def test_a_shipped_municipality_is_made(first: Client) -> None:
    response = first.post(reverse("welcome-shipped"), {"code": "0860"})
    assert response["Location"] == reverse("office-index", args=["0860"])
    assert Membership.objects.get().municipality.name == "Hjørring"


def test_the_example_has_registrations(first: Client) -> None:
    first.post(reverse("welcome-example"))
    with scope(Municipality.objects.get(code="0165")):
        assert Enquiry.objects.count() == 162


def test_nobody_lets_themselves_into_a_municipality(client: Client, stranger: User, albertslund: Municipality) -> None:
    client.force_login(stranger)
    for address, typed in (("welcome-shipped", {"code": "165"}), ("welcome-example", {})):
        assert client.post(reverse(address), typed)["Location"] == reverse("welcome")
    response = client.post(step("name"), ANSWERS["name"] | {"code": "0165"})
    assert "code" in response.context["form"].errors
    assert not Membership.objects.filter(user=stranger).exists()


def test_an_unknown_code_is_told(first: Client) -> None:
    response = first.post(reverse("welcome-shipped"), {"code": "0001"}, follow=True)
    assert "0001" in response.content.decode()
    assert not Municipality.objects.exists()


def test_the_welcome_needs_a_log_in(client: Client) -> None:
    assert "login" in client.get(reverse("welcome"))["Location"]


def test_a_municipality_made_by_another_at_the_same_moment_stays_theirs(
    client: Client, stranger: User, albertslund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's work became visible after the question whether it is there already."""
    missing = Municipality.objects.none()
    monkeypatch.setattr("ombud.desk.welcome.making.Municipality.objects.filter", lambda **_: missing, raising=True)
    monkeypatch.setattr("ombud.desk.welcome.making.make_municipality", lambda **_: albertslund)
    client.force_login(stranger)
    client.post(reverse("welcome-shipped"), {"code": "0165"})
    monkeypatch.undo()
    assert not Membership.objects.filter(user=stranger).exists()


@pytest.mark.parametrize(("role", "may"), [("adviser", True), ("administrator", True), ("assistant", False),
                                           ("statistics_reader", False), ("council_reader", False)])  # fmt: skip
def test_a_lesser_role_sets_up_no_municipality(client: Client, cast: Cast, role: str, may: bool) -> None:
    appoint(user=cast.carla, municipality=cast.ishoej, by=cast.asta, role=role)
    client.force_login(cast.carla)
    assert ("<form" in client.get("/welcome/").content.decode().split("<main", 1)[1]) is may
    client.post("/welcome/shipped/", {"code": "0860"})
    assert Municipality.objects.filter(code="0860").exists() is may
