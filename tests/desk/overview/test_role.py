"""The first page of those who have no register: what their role is for, and nothing of the office's numbers."""

import re
from datetime import date

import pytest
from django.test import Client

from ombud.offices.actions.memberships import appoint
from ombud.offices.roles import MAY, Permission, Role, sentence
from tests.cast import Cast

WITHOUT = [role for role in Role if Permission.REGISTER not in MAY[role]]


@pytest.mark.parametrize("role", Role.values)
def test_the_menu_leads_only_where_the_role_may_go(cast: Cast, client: Client, role: str) -> None:
    days = {"starts_on": date(2020, 1, 1), "ends_on": date(2099, 1, 1)} if role == "deputy" else {}
    appoint(user=cast.carla, municipality=cast.albertslund, by=cast.asta, role=role, **days)
    client.force_login(cast.carla)
    page = client.get("/0165/").content.decode()
    links = set(re.findall(r'href="(/0165/[^"?#]*)"', page))
    assert "/0165/" in links
    for link in links:
        assert client.get(link).status_code in (200, 302), link


@pytest.mark.parametrize("role", WITHOUT)
def test_the_role_is_told_and_no_number(cast: Cast, client: Client, role: Role) -> None:
    appoint(user=cast.carla, municipality=cast.albertslund, by=cast.asta, role=role)
    client.force_login(cast.carla)
    response = client.get("/0165/")
    assert sentence(role) in response.content.decode().replace("&#x27;", "'")
    assert "headline" not in response.context


def test_a_department_contact_is_told_to_wait(cast: Cast, client: Client) -> None:
    appoint(user=cast.carla, municipality=cast.albertslund, by=cast.asta, role=Role.DEPARTMENT_CONTACT)
    client.force_login(cast.carla)
    assert client.get("/0165/").context["waits_for_portal"] is True
    assert client.get("/0165/").context["places"] == []


def test_the_office_assistant_has_the_register_and_no_counts(cast: Cast, client: Client) -> None:
    appoint(user=cast.carla, municipality=cast.albertslund, by=cast.asta, role=Role.ASSISTANT)
    client.force_login(cast.carla)
    page = client.get("/0165/").content.decode()
    assert "/0165/enquiries/new/" in page
    assert 'aria-labelledby="headline"' not in page
