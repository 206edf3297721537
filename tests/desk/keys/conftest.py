"""People with keys, made as they make them: through the set-up's own pages."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from ombud.desk.unlocking import keyring_of
from ombud.identity.models import User
from ombud.offices.actions.keys import kits, own
from ombud.offices.models import Municipality
from ombud.privacy.actions.kits import typed_back

PASSPHRASE = "gryde måneskin kløft vaffel polka"
Ready = Callable[..., str]


@pytest.fixture
def bo(client: Client, adviser_of_albertslund: User) -> Client:
    """Logged in; no keys yet."""
    client.force_login(adviser_of_albertslund)
    return client


def make_person(user: User, passphrase: str = PASSPHRASE) -> tuple[bytes, str]:
    """Keys with a confirmed code; the user key and the code."""
    user_key, code = own.choose_passphrase(user=user, passphrase=passphrase)
    own.confirm_code(user=user)
    return user_key, code


def make_office(user: User, user_key: bytes, municipality: Municipality, kind: str = "envelope") -> list[str]:
    """The office's key and its confirmed kit; the codes."""
    codes = kits.make_kit(municipality=municipality, kind=kind, keys=keyring_of(user, user_key), by=user)  # type: ignore[arg-type]
    kits.confirm_kit(municipality=municipality, typed=" ".join(typed_back(code) for code in codes), by=user)
    return codes


@pytest.fixture
def ready(adviser_of_albertslund: User, albertslund: Municipality) -> tuple[str, list[str]]:
    """Bo has keys and Albertslund a kit: Bo's code and the kit's."""
    user_key, code = make_person(adviser_of_albertslund)
    return code, make_office(adviser_of_albertslund, user_key, albertslund)


def unlock(client: Client, passphrase: str = PASSPHRASE, **more: str) -> None:
    response = client.post(reverse("unlock"), {"passphrase": passphrase, **more})
    assert response.status_code == 302, response.content.decode()


def groups(page: str) -> list[str]:
    """The groups of the codes on a page."""
    return re.findall(r"<li><span>([A-Z2-9]{4})</span></li>", page)
