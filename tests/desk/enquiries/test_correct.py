"""An enquiry on its page: correct it, meet another's change, note contacts, read its history."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.enquiries import MatterInput, correct
from ombud.casework.models import Enquiry
from ombud.identity.models import User
from ombud.offices.models import Department, Membership, Municipality
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.desk.conftest import form_of
from tests.unlocked import set_up_keys, unlock_browser

Registered = Callable[..., Enquiry]


@pytest.fixture
def enquiry(registered: Registered) -> Enquiry:
    return registered(received_on=date(2024, 5, 2), matters=2)


def page(enquiry: Enquiry) -> str:
    return f"/0165/enquiries/{enquiry.pk}/"


def test_saving_without_a_change_changes_nothing(desk: Client, enquiry: Enquiry) -> None:
    assert desk.post(page(enquiry), form_of(desk.get(page(enquiry)))).status_code == 302
    with scope(enquiry.municipality):
        enquiry.refresh_from_db()
    assert enquiry.version == 1


def test_a_correction_is_saved_and_told_in_the_history(desk: Client, enquiry: Enquiry) -> None:
    typed = form_of(desk.get(page(enquiry))) | {"closed_on": "12.11.2024", "anonymous": "on"}
    response = desk.post(page(enquiry), typed, follow=True)
    with scope(enquiry.municipality):
        enquiry.refresh_from_db()
    assert (enquiry.closed_on, enquiry.anonymous, enquiry.version) == (date(2024, 11, 12), True, 2)
    text = response.content.decode()
    assert "12. november 2024" in text
    assert "Asta Eksempel" in text


def test_a_matter_without_a_theme_is_kept_when_it_was_there(desk: Client, albertslund: Municipality) -> None:
    with scope(albertslund):
        from ombud.casework.actions.enquiries import register

        department = Department.objects.filter(parent=None).first()
        inputs = [MatterInput(department, None), MatterInput(department, None)]
        made = register(by=None, received_on=date(2024, 5, 2), matters=inputs)
    typed = form_of(desk.get(page(made))) | {"closed_on": "3-5-2024"}
    desk.post(page(made), typed)
    with scope(albertslund):
        assert made.matters.count() == 2


def test_a_department_on_the_enquiry_moves_the_matters_that_follow_it(
    desk: Client, enquiry: Enquiry, albertslund: Municipality
) -> None:
    with scope(albertslund):
        other = Department.objects.filter(parent=None)[2]
    desk.post(page(enquiry), form_of(desk.get(page(enquiry))) | {"department": str(other.pk)})
    with scope(albertslund):
        assert set(enquiry.matters.values_list("department", flat=True)) == {other.pk}


def test_two_at_once_keeps_both(desk: Client, enquiry: Enquiry, albertslund: Municipality, stranger: User) -> None:
    mine = form_of(desk.get(page(enquiry))) | {"closed_on": "1-7-2024"}
    with scope(albertslund):
        inputs = [MatterInput(matter.department, matter.theme) for matter in enquiry.matters.all()]
        correct(enquiry=enquiry, version=1, by=stranger, matters=inputs, closed_on=date(2024, 6, 1))
    response = desk.post(page(enquiry), mine)
    text = response.content.decode()
    assert response.status_code == 409
    assert "1. juni 2024" in text
    assert "1. juli 2024" in text
    with scope(enquiry.municipality):
        enquiry.refresh_from_db()
    assert enquiry.closed_on == date(2024, 6, 1)
    assert desk.post(page(enquiry), form_of(response)).status_code == 302
    with scope(enquiry.municipality):
        enquiry.refresh_from_db()
    assert enquiry.closed_on == date(2024, 7, 1)


def test_bad_input_keeps_what_was_typed(desk: Client, enquiry: Enquiry) -> None:
    response = desk.post(page(enquiry), form_of(desk.get(page(enquiry))) | {"closed_on": "1-1-2024"})
    assert response.status_code == 422
    assert form_of(response)["closed_on"] == "1-1-2024"
    assert 'href="#id_closed_on"' in response.content.decode()


def test_a_later_contact_is_noted_and_taken_out(desk: Client, enquiry: Enquiry, albertslund: Municipality) -> None:
    desk.post(f"{page(enquiry)}contacts/", {"contact-on": "3-6-2024", "contact-channel": ""})
    with scope(albertslund):
        noted = enquiry.contacts.get()
    assert noted.on == date(2024, 6, 3)
    assert "3. juni 2024" in desk.get(page(enquiry)).content.decode()
    desk.post(f"{page(enquiry)}contacts/{noted.pk}/remove/")
    with scope(albertslund):
        assert not enquiry.contacts.exists()
        assert Enquiry.objects.count() == 1


@pytest.mark.parametrize("on", ["1-1-2024", "31-2-2024", ""])
def test_a_contact_that_cannot_be_is_refused_with_a_reason(
    desk: Client, enquiry: Enquiry, albertslund: Municipality, on: str
) -> None:
    response = desk.post(f"{page(enquiry)}contacts/", {"contact-on": on}, follow=True)
    assert "alert-error" in response.content.decode()
    with scope(albertslund):
        assert not enquiry.contacts.exists()


def test_removing_asks_first(desk: Client, enquiry: Enquiry, albertslund: Municipality) -> None:
    assert desk.get(f"{page(enquiry)}remove/").status_code == 200
    with scope(albertslund):
        assert Enquiry.objects.exists()
    desk.post(f"{page(enquiry)}remove/")
    with scope(albertslund):
        assert not Enquiry.objects.exists()


@pytest.mark.parametrize("tail", ["", "remove/"])
def test_an_enquiry_of_another_municipality_is_not_there(desk: Client, enquiry: Enquiry, tail: str) -> None:
    assert desk.get(f"/0183/enquiries/{enquiry.pk}/{tail}").status_code == 404
    assert desk.post(f"/0183/enquiries/{enquiry.pk}/{tail}").status_code == 404


def test_who_is_not_logged_in_is_sent_to_the_door(client: Client, enquiry: Enquiry) -> None:
    client.logout()
    assert client.get(page(enquiry)).status_code == 302


def test_two_with_an_enquiry_open_hear_of_each_other_and_lose_no_text(
    desk: Client, enquiry: Enquiry, cast: Cast
) -> None:
    other = Client()
    other.force_login(cast.bo)
    mine, theirs = form_of(desk.get(page(enquiry))), form_of(other.get(page(enquiry)))
    assert "Bo Eksempel" in desk.get(page(enquiry)).content.decode()
    assert other.post(page(enquiry), theirs | {"closed_on": "12.11.2024"}).status_code == 302
    told = desk.get(f"/0165/editing/enquiry/{enquiry.pk}/?version={mine['version']}").content.decode()
    assert "Bo Eksempel" in told
    assert "alert-warning" in told
    refused = desk.post(page(enquiry), mine | {"closed_on": "13.11.2024"})
    assert refused.status_code == 409
    text = refused.content.decode()
    assert 'value="13-11-2024"' in text
    assert "12. november 2024</td>" in text


def test_the_case_file_is_one_click_away_for_those_who_may_have_it(
    desk: Client, enquiry: Enquiry, cast: Cast, client: Client
) -> None:
    offered = reverse("cases-new", args=["0165", enquiry.pk])
    assert offered in desk.get(page(enquiry)).content.decode()
    keys = set_up_keys(cast.albertslund, cast.asta)
    with scope(enquiry.municipality):
        case = open_case(enquiry=enquiry, keys=keys, by=cast.asta)
    shown = reverse("cases-show", args=["0165", case.pk])
    assert shown not in desk.get(page(enquiry)).content.decode()
    unlock_browser(desk, cast.asta)
    text = desk.get(page(enquiry)).content.decode()
    assert shown in text
    assert offered not in text
    with scope(enquiry.municipality):
        Membership.objects.filter(user=cast.bo).update(role=Membership.Role.ASSISTANT)
    client.force_login(cast.bo)
    text = client.get(page(enquiry)).content.decode()
    assert "cases" not in text.partition("<main")[2]


def test_a_new_enquiry_leads_to_its_case_file(desk: Client, cast: Cast) -> None:
    typed = form_of(desk.get("/0165/enquiries/new/"))
    answer = desk.post("/0165/enquiries/new/", typed, follow=True)
    with scope(cast.albertslund):
        made = Enquiry.objects.get()
    assert f'href="{reverse("cases-new", args=["0165", made.pk])}"' in answer.content.decode()
