"""Every address has a row in the table of needs, and one without a row is refused."""

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, path

from ombud.config import urls
from ombud.desk.access import NEEDS, Door
from tests.house.addresses import names

urlpatterns = [*urls.urlpatterns, path("<str:code>/new-page/", lambda _request: HttpResponse("seen"), name="new-page")]


def test_every_address_has_a_need_and_every_need_an_address() -> None:
    assert names() == set(NEEDS)


def test_what_lies_below_a_municipality_says_so() -> None:
    below = {name for name in NEEDS if "%(code)s" in str(get_resolver().reverse_dict.getlist(name))}
    assert below == {name for name, need in NEEDS.items() if need.door == Door.MUNICIPAL}


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_no_page_answers_another_method(cast: object, adviser_of_both: object, method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(adviser_of_both)  # type: ignore[arg-type]
    assert [getattr(client, method)(address).status_code for address in ("/", "/0165/", "/0165/enquiries/")] == [
        405
    ] * 3


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_without_a_row_is_refused(cast: object, adviser_of_both: object, method: str) -> None:
    client = Client()
    client.force_login(adviser_of_both)  # type: ignore[arg-type]
    assert getattr(client, method)("/0165/new-page/").status_code == 404
