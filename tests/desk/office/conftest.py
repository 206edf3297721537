"""A browser in which the adviser of Albertslund has logged in."""

import pytest
from django.test import Client

from ombud.identity.models import User


@pytest.fixture
def desk(client: Client, adviser_of_albertslund: User) -> Client:
    client.force_login(adviser_of_albertslund)
    return client
