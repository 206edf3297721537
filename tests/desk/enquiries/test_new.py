"""Registering on one page, without JavaScript."""

from datetime import date, timedelta

import pytest
from django.test import Client

from ombud.casework.models import Enquiry, Matter
from ombud.identity.models import User
from ombud.offices.models import Channel, Department, EnquiryType, Municipality
from ombud.offices.queries.taxonomies import subthemes_on
from ombud.tenancy.scope import scope
from tests.desk.conftest import form_of

PAGE = "/0165/enquiries/new/"


@pytest.fixture
def codes(albertslund: Municipality) -> dict[str, str]:
    with scope(albertslund):
        tops = list(Department.objects.filter(parent=None))
        themes = [theme for _top, below in subthemes_on(date.today()) for theme in below]
        return {
            "channel": str(Channel.objects.filter(is_open_advice=False)[0].pk),
            "open": str(Channel.objects.filter(is_open_advice=True)[0].pk),
            "type": str(EnquiryType.objects.all()[0].pk),
            "department": str(tops[0].pk),
            "other": str(tops[1].pk),
            "theme": str(themes[0].pk),
            "second": str(themes[1].pk),
        }


def test_the_page_starts_with_today_and_one_matter(desk: Client, codes: dict[str, str]) -> None:
    start = form_of(desk.get(PAGE))
    today = date.today()
    assert start["received_on"] == f"{today.day}-{today.month}-{today.year}"
    assert start["matters-count"] == "1"
    assert start["within_mandate"] == "yes"
    assert "department" not in start


def test_one_page_registers_an_enquiry(desk: Client, codes: dict[str, str], albertslund: Municipality) -> None:
    typed = form_of(desk.get(PAGE)) | {
        "first_channel": codes["channel"],
        "department": codes["department"],
        "type": codes["type"],
        "matters-0-theme": codes["theme"],
        "do": "register",
    }
    response = desk.post(PAGE, typed, follow=True)
    assert response.redirect_chain[-1][0] == "/0165/enquiries/"
    with scope(albertslund):
        enquiry = Enquiry.objects.get()
        matter = enquiry.matters.get()
        assert (enquiry.received_on, enquiry.counted, enquiry.within_mandate) == (date.today(), True, True)
        assert str(enquiry.primary_channel.pk) == codes["channel"]
        assert (str(matter.department_id), str(matter.theme_id), matter.role) == (
            codes["department"], codes["theme"], Matter.Role.MAIN,
        )  # fmt: skip
    assert str(enquiry) in response.content.decode()


def test_rows_are_added_and_taken_out_without_losing_a_key(desk: Client, codes: dict[str, str]) -> None:
    typed = form_of(desk.get(PAGE)) | {"department": codes["department"], "matters-0-theme": codes["theme"]}
    two = form_of(desk.post(PAGE, typed | {"do": "add"}))
    assert (two["matters-count"], two["matters-0-theme"], two["department"]) == (
        "2", codes["theme"], codes["department"],
    )  # fmt: skip
    two |= {"matters-1-theme": codes["second"], "matters-1-department": codes["other"], "matters-1-reminder": "on"}
    three = form_of(desk.post(PAGE, two | {"do": "add"}))
    assert three["matters-1-reminder"]
    left = form_of(desk.post(PAGE, three | {"do": "remove-0"}))
    assert (left["matters-count"], left["matters-0-theme"], left["matters-0-department"]) == (
        "2", codes["second"], codes["other"],
    )  # fmt: skip


def test_a_matter_follows_the_department_of_the_enquiry_until_it_has_its_own(
    desk: Client, codes: dict[str, str], albertslund: Municipality
) -> None:
    typed = form_of(desk.get(PAGE)) | {
        "department": codes["department"], "matters-count": "4", "matters-0-theme": codes["theme"],
        "matters-1-theme": codes["second"], "matters-1-department": codes["other"],
        "matters-2-theme": codes["second"], "matters-2-department": "none",
    }  # fmt: skip
    desk.post(PAGE, typed)
    with scope(albertslund):
        placed = list(Enquiry.objects.get().matters.values_list("department_id", flat=True))
    assert placed == [int(codes["department"]), int(codes["other"]), None]


def test_what_was_typed_survives_a_refusal(desk: Client, codes: dict[str, str], albertslund: Municipality) -> None:
    tomorrow = date.today() + timedelta(days=1)
    typed = form_of(desk.get(PAGE)) | {
        "received_on": f"{tomorrow.day}.{tomorrow.month}.{tomorrow.year}", "closed_on": "31.2.2024",
        "department": codes["department"], "matters-0-theme": codes["theme"], "anonymous": "on",
    }  # fmt: skip
    response = desk.post(PAGE, typed)
    assert response.status_code == 422
    again = form_of(response)
    assert again["closed_on"] == "31.2.2024"
    assert (again["department"], again["matters-0-theme"]) == (codes["department"], codes["theme"])
    assert again["anonymous"]
    assert 'href="#id_closed_on"' in response.content.decode()
    response = desk.post(PAGE, typed | {"closed_on": ""})
    assert 'href="#id_received_on"' in response.content.decode()
    with scope(albertslund):
        assert not Enquiry.objects.exists()


def test_a_refused_matter_is_named_at_its_own_row(desk: Client, codes: dict[str, str]) -> None:
    with scope(Municipality.objects.get(code="0165")):
        Department.objects.filter(pk=codes["other"]).update(ends_on=date(2020, 1, 1))
    typed = form_of(desk.get(PAGE)) | {
        "matters-count": "3", "matters-0-theme": codes["theme"], "matters-2-department": codes["other"],
    }  # fmt: skip
    response = desk.post(PAGE, typed)
    assert response.status_code == 422
    assert 'href="#id_matters-2-department"' in response.content.decode()


def test_a_double_click_makes_one_enquiry(desk: Client, codes: dict[str, str], albertslund: Municipality) -> None:
    typed = form_of(desk.get(PAGE))
    for _ in range(2):
        assert desk.post(PAGE, typed).status_code == 302
    with scope(albertslund):
        assert Enquiry.objects.count() == 1
    desk.post(PAGE, form_of(desk.get(PAGE)))
    with scope(albertslund):
        assert Enquiry.objects.count() == 2


def test_drop_in_advice_is_marked_by_its_channel(
    desk: Client, codes: dict[str, str], albertslund: Municipality
) -> None:
    desk.post(PAGE, form_of(desk.get(PAGE)) | {"first_channel": codes["open"]})
    with scope(albertslund):
        assert Enquiry.objects.get().open_advice


def test_a_number_may_be_given_and_must_be_free(desk: Client, codes: dict[str, str], albertslund: Municipality) -> None:
    desk.post(PAGE, form_of(desk.get(PAGE)) | {"number": "41/2024"})
    response = desk.post(PAGE, form_of(desk.get(PAGE)) | {"number": "41/2024"})
    assert 'href="#id_number"' in response.content.decode()
    assert desk.post(PAGE, form_of(desk.get(PAGE)) | {"number": "41"}).status_code == 422
    with scope(albertslund):
        assert [str(enquiry) for enquiry in Enquiry.objects.all()] == ["41/2024"]


def test_the_column_tells_when_a_matter_is_too_old(desk: Client, ishoej: Municipality) -> None:
    with scope(ishoej):
        limited = ishoej.code
    old = desk.get(f"/{limited}/enquiries/mandate/", {"received_on": "1-6-2024", "events_on": "1-1-2020"})
    young = desk.get(f"/{limited}/enquiries/mandate/", {"received_on": "1-6-2024", "events_on": "1-5-2024"})
    assert old.content.decode().count("check-not") == young.content.decode().count("check-not") + 1


@pytest.mark.parametrize("count", ["", "x", "-1", "99999999999999999999", "500"])
def test_a_tampered_count_of_rows_is_harmless(desk: Client, codes: dict[str, str], count: str) -> None:
    assert desk.post(PAGE, form_of(desk.get(PAGE)) | {"matters-count": count, "do": "add"}).status_code == 200


def test_another_municipality_is_not_there(client: Client, adviser_of_albertslund: User) -> None:
    client.force_login(adviser_of_albertslund)
    assert client.get("/0183/enquiries/new/").status_code == 404
    assert client.post("/0183/enquiries/new/", {}).status_code == 404


def test_who_is_not_logged_in_is_sent_to_the_door(client: Client, albertslund: Municipality) -> None:
    response = client.get(PAGE)
    assert response.status_code == 302
    assert response["Location"] == f"/account/login/?next={PAGE}"
