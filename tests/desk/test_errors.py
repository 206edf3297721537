"""Pages for what went wrong say so, in the frame where there is one, and tell nothing they should not."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from ombud.desk import errors
from ombud.identity.models import User
from ombud.offices.models import Municipality


def test_an_unknown_page_stays_in_the_frame(desk: Client, albertslund: Municipality) -> None:
    response = desk.get("/0165/enquiries/999999/")
    text = response.content.decode()
    assert response.status_code == 404
    assert "/0165/enquiries/" in text
    assert text.count("<h1>") == 1


def test_an_unknown_page_tells_a_stranger_nothing(client: Client, db: None) -> None:
    response = client.get("/nothing/at/all/")
    assert response.status_code == 404
    assert "enquiries" not in response.content.decode()


def test_a_foreign_municipality_and_an_unknown_one_look_alike(desk: Client, albertslund: Municipality) -> None:
    unknown, odd = desk.get("/0999/"), desk.get("/abcd/")
    assert (unknown.status_code, odd.status_code) == (404, 404)


def test_a_form_that_is_too_old_says_what_was_kept(desk: Client, albertslund: Municipality) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = desk.cookies
    response = strict.post("/0165/tallies/", {"kind": "sparring"})
    assert response.status_code == 403
    assert 'href="/0165/tallies/"' not in response.content.decode()


@pytest.mark.parametrize(("view", "status"), [(errors.failed, 500), (errors.bad_request, 400)])
def test_a_failure_needs_no_database(view: object, status: int) -> None:
    arguments = (HttpRequest(),) if status == 500 else (HttpRequest(), ValueError("secret"))
    response: HttpResponse = view(*arguments)  # type: ignore[operator]
    assert response.status_code == status
    assert "secret" not in response.content.decode()
    assert response.content.decode().count("<h1>") == 1


@pytest.mark.parametrize("referer", ["http://testserver//evil.example/", "http://[evil.example/"])
def test_the_way_back_from_an_old_form_stays_on_this_site(adviser_of_both: User, referer: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(adviser_of_both)
    answer = client.post("/0165/tallies/", headers={"referer": referer})
    assert answer.status_code == 403
    assert "evil.example" not in answer.content.decode()
