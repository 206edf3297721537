"""Who serves, and what each role may do."""

from datetime import date, timedelta

from django.test import Client

from ombud.offices.actions.memberships import end
from ombud.offices.models import Membership
from ombud.offices.roles import SENTENCES
from tests.cast import Cast


def test_everyone_stands_there_with_role_and_every_role_with_its_sentence(desk: Client, cast: Cast) -> None:
    text = desk.get("/0165/members/").content.decode()
    assert "asta@raadgiver.example" in text
    assert "bo@raadgiver.example" in text
    assert "carla@andetsteds.example" not in text
    for sentence in SENTENCES.values():
        assert str(sentence) in text.replace("&#x27;", "'")


def test_those_of_another_municipality_stand_nowhere(desk: Client, cast: Cast) -> None:
    assert "bo@raadgiver.example" not in desk.get("/0183/members/").content.decode()


def test_whoever_served_before_stands_apart(desk: Client, cast: Cast) -> None:
    row = Membership.objects.get(user=cast.bo)
    end(membership=row, ends_on=date.today() - timedelta(days=1), by=cast.asta)
    context = desk.get("/0165/members/").context
    assert [one.user for one in context["over"]] == [cast.bo]
    assert cast.bo not in [one.user for one in context["serving"]]
