"""The same headers on every answer: pages, files, redirects, errors."""

import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from ombud.config.urls import handler400, handler403, handler404, handler500, urlpatterns  # noqa: F401
from ombud.offices.models import Municipality


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("Ida Prøve")


urlpatterns = [path("broken/", broken, name="home"), *urlpatterns]

ADDRESSES = {
    "/0165/": 200, "/0165/enquiries/": 200, "/account/login/": 302, "/0165/statistics/themes/excel/": 200,
    "/0165/enquiries/999999/": 404, "/nothing/": 404, "/0165/?q=%00": 400, "/broken/": 500, "/": 302,
    "/0165/tallies/": 405, "/static/ombud.css": 200, "/static/nothing.css": 404,
}  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@override_settings(ROOT_URLCONF=__name__)
def test_every_answer_carries_them(desk: Client, albertslund: Municipality, address: str) -> None:
    desk.raise_request_exception = False
    answer = desk.get(address)
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    if not address.startswith("/static/"):
        assert answer["Cache-Control"] == "no-store"
    assert b"Ida Pr" not in answer.getvalue()


@pytest.mark.parametrize(("address", "status"), ADDRESSES.items())
@override_settings(ROOT_URLCONF=__name__)
def test_the_addresses_above_answer_as_meant(
    desk: Client, albertslund: Municipality, address: str, status: int
) -> None:
    desk.raise_request_exception = False
    assert desk.get(address).status_code == status


def test_a_forbidden_form_carries_them(desk: Client, albertslund: Municipality) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = desk.cookies
    answer = strict.post("/0165/tallies/", {"kind": "sparring"})
    assert answer.status_code == 403
    assert answer["Cache-Control"] == "no-store"


def test_each_answer_has_a_nonce_of_its_own_that_its_files_carry(desk: Client, albertslund: Municipality) -> None:
    seen = set()
    for _ in range(3):
        answer = desk.get("/0165/")
        text, nonce = (
            answer.content.decode(),
            re.findall(r"script-src 'nonce-([\w-]{22})'", answer["Content-Security-Policy"]),
        )
        tags = re.findall(r"<(?:script|link rel=\"stylesheet\")[^>]*>", text)
        assert len(tags) >= 4
        assert all(f'nonce="{nonce[0]}"' in tag for tag in tags)
        seen.add(nonce[0])
    assert len(seen) == 3


@pytest.mark.parametrize("address", ["/broken/", "/0165/?q=%00"])
@override_settings(ROOT_URLCONF=__name__)
def test_the_bare_error_pages_carry_it_too(desk: Client, albertslund: Municipality, address: str) -> None:
    desk.raise_request_exception = False
    answer = desk.get(address)
    nonce = re.findall(r"style-src 'nonce-([\w-]{22})'", answer["Content-Security-Policy"])[0]
    assert answer.content.decode().count(f'nonce="{nonce}"') == 2
