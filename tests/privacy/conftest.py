"""Two members of one office with its key, for the tests of the key store."""

import pytest

from ombud.privacy.keyring import Keyring
from tests.privacy.people import ANNA, BENT, keyring, office_of


@pytest.fixture
def anna(db: None) -> Keyring:
    return keyring(ANNA)


@pytest.fixture
def bent(db: None) -> Keyring:
    return keyring(BENT)


@pytest.fixture
def office(anna: Keyring, bent: Keyring) -> str:
    """Both hold its key."""
    office_of(anna, bent)
    return "0165"
