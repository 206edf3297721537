"""Albertslund with two cases: Asta and Bo hold its key, an administrator has none, and Bo is shut out of the second."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from ombud.audit.acting import acting
from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.conflicts import declare_conflict
from ombud.casework.actions.case_files.parties import add_party, show_cpr
from ombud.casework.actions.case_files.reading import read_case
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.party import PartyText
from ombud.casework.models import CaseFile, Enquiry
from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership, Municipality
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope
from tests.cast import PASSWORD, Cast
from tests.unlocked import PASSPHRASE, keyring_of, set_up_keys

NAME, CPR, TITLE, OTHER = "Hanne Hemmelig", "0101901234", "Hjemmehjælp til Hanne", "Sagen om taget"
CODE = "0165"


@dataclass(frozen=True)
class Cases:
    """``case`` both may open; ``shut`` only Asta."""

    case: CaseFile
    shut: CaseFile
    keys: Keyring


@pytest.fixture
def cases(cast: Cast, registered: Callable[..., Enquiry]) -> Cases:
    keys = set_up_keys(cast.albertslund, cast.asta, cast.bo)
    first, second = (registered(received_on=date(2024, 5, day)) for day in (2, 3))
    with scope(cast.albertslund), acting("adviser"):
        case = open_case(enquiry=first, keys=keys, by=cast.asta, text=CaseText(title=TITLE))
        shut = open_case(enquiry=second, keys=keys, by=cast.asta, text=CaseText(title=OTHER))
        party = add_party(case=case, text=PartyText(name=NAME, cpr=CPR), keys=keys, by=cast.asta)
        show_cpr(party=party, purpose="identification", keys=keys, by=cast.asta)
        read_case(case.pk, keys=keyring_of(cast.bo), by=cast.bo)
        declare_conflict(case=shut, person=cast.bo, keys=keys, by=cast.asta)
    return Cases(case, shut, keys)


@pytest.fixture
def asta(cast: Cast, cases: Cases) -> Client:
    """Logged in and unlocked."""
    return unlocked(cast.asta)


@pytest.fixture
def bo(cast: Cast, cases: Cases) -> Client:
    return unlocked(cast.bo)


@pytest.fixture
def administrator(albertslund: Municipality, cases: Cases) -> Client:
    """May see the log and opens nothing."""
    user = make_account(email="dorte@it.example", name="Dorte Drift", password=PASSWORD)
    appoint(user=user, municipality=albertslund, by=None, role=Membership.Role.ADMINISTRATOR)
    client = Client()
    client.force_login(user)
    return client


def unlocked(user: User) -> Client:
    client = Client()
    client.force_login(user)
    assert client.post(reverse("unlock"), {"passphrase": PASSPHRASE}).status_code == 302
    return client


def page(name: str, *more: object) -> str:
    return reverse(name, args=[CODE, *more])
