"""Contacts counted with one click."""

import pytest
from django.test import Client

from ombud.casework.models import Enquiry, Tally
from ombud.offices.models import Municipality
from ombud.tenancy.scope import scope


def test_one_click_counts_one_and_no_enquiry(desk: Client, albertslund: Municipality) -> None:
    for _ in range(2):
        desk.post("/0165/tallies/", {"kind": "sparring", "step": "1"})
    desk.post("/0165/tallies/", {"kind": "sparring", "step": "-1"})
    with scope(albertslund):
        assert Tally.objects.get().count == 1
        assert not Enquiry.objects.exists()


@pytest.mark.parametrize("typed", [{"kind": "junk"}, {}, {"kind": "trivial", "step": "-1"}])
def test_nonsense_is_refused_in_words(desk: Client, albertslund: Municipality, typed: dict[str, str]) -> None:
    response = desk.post("/0165/tallies/", typed, follow=True)
    assert "alert-error" in response.content.decode()


def test_a_link_cannot_count(desk: Client, albertslund: Municipality) -> None:
    assert desk.get("/0165/tallies/").status_code == 405
