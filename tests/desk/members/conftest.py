"""Somebody who keeps accounts and roles in Albertslund and opens no case."""

import pytest
from django.test import Client

from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership
from tests.cast import PASSWORD, Cast


@pytest.fixture
def administrator(cast: Cast) -> User:
    user = make_account(email="drift@kommune.example", name="Dorte Drift", password=PASSWORD)
    appoint(user=user, municipality=cast.albertslund, by=None, role=Membership.Role.ADMINISTRATOR)
    return user


@pytest.fixture
def machine_room(administrator: User) -> Client:
    """The administrator's browser."""
    client = Client()
    client.force_login(administrator)
    return client
