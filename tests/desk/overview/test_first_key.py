"""Who made the key of the office, with a role that somebody else gave, is told in the log and to the colleagues."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ombud.audit.models import Event
from ombud.identity.models import User
from ombud.offices.models import Membership
from ombud.offices.queries.first_key import MADE, first_key
from tests.cast import Cast
from tests.desk.keys.conftest import make_office, make_person


@pytest.fixture
def made(cast: Cast) -> Cast:
    """Asta gave Bo the role; Bo made the key."""
    Membership.objects.filter(user=cast.bo).update(changed_by=cast.asta)
    make_office(cast.bo, make_person(cast.bo)[0], cast.albertslund)
    return cast


def told(user: User) -> bool:
    client = Client()
    client.force_login(user)
    text = client.get("/0165/").content.decode()
    return 'id="first-key"' in text


def test_it_stands_in_the_log_with_both_names(made: Cast) -> None:
    line = Event.objects.get(action=MADE)
    assert (line.by, line.noun_id, line.municipality) == (str(made.bo.pk), str(made.asta.pk), "0165")


def test_the_colleagues_are_told_on_the_overview_and_the_maker_is_not(made: Cast) -> None:
    assert told(made.asta)
    assert not told(made.bo)


def test_it_is_told_for_a_month(made: Cast) -> None:
    since = timezone.now() + timedelta(seconds=1)
    assert first_key(made.albertslund, since=since, reader=made.asta) is None
    assert first_key(made.ishoej, since=timezone.now() - timedelta(days=1), reader=made.asta) is None


@pytest.mark.parametrize("appointed_by", ["nobody", "bo"])
def test_whoever_began_the_office_is_nobodys_appointee(cast: Cast, appointed_by: str) -> None:
    Membership.objects.filter(user=cast.bo).update(changed_by=cast.bo if appointed_by == "bo" else None)
    make_office(cast.bo, make_person(cast.bo)[0], cast.albertslund)
    assert not Event.objects.filter(action=MADE).exists()
