"""An office with keys: Asta and Bo serve Albertslund, both hold its key; Asta serves Ishøj as well."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.utils.translation import override

from ombud.casework.actions.case_files.case import open_case
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.note import NoteText
from ombud.casework.models import CaseFile
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from tests.casework.conftest import Register
from tests.cast import Cast
from tests.unlocked import keyring_of, set_up_keys

Open = Callable[..., CaseFile]
DAY = date(2024, 4, 10)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Messages are compared with their source."""
    with override("en"):
        yield


@pytest.fixture
def keys(cast: Cast) -> Keyring:
    """Asta's."""
    return set_up_keys(cast.albertslund, cast.asta, cast.bo)


@pytest.fixture
def keys_of_bo(cast: Cast, keys: Keyring) -> Keyring:
    return keyring_of(cast.bo)


@pytest.fixture
def opened(in_albertslund: Municipality, registered: Register, keys: Keyring, cast: Cast) -> Open:
    """A case file for a new registration, or for the one given."""

    def opened(title: str = "", **fields: object) -> CaseFile:
        enquiry = fields.pop("enquiry", None) or registered(**fields)
        return open_case(enquiry=enquiry, keys=keys, by=cast.asta, text=CaseText(title=title))

    return opened


@pytest.fixture
def case(opened: Open) -> CaseFile:
    return opened("Hjemmehjælp")


def note(text: str = "Citizen called", **fields: object) -> NoteText:
    return NoteText(**{"on": DAY, "text": text} | fields)
