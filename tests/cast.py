"""The named cast: two municipalities and the people who serve them, made by the actions themselves.

``asta`` serves both municipalities, ``bo`` only Albertslund, and ``carla`` has an account and serves nowhere.
"""

from dataclasses import dataclass

from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.actions.profiles import load_shipped
from ombud.offices.models import Municipality

PASSWORD = "kun-til-afprøvning-7"


@dataclass(frozen=True)
class Cast:
    albertslund: Municipality
    ishoej: Municipality
    asta: User
    bo: User
    carla: User


def make_cast() -> Cast:
    """Everyone at once, in an empty database."""
    albertslund = load_shipped(code="0165", by=None)
    ishoej = load_shipped(code="0183", by=None)
    asta = make_account(email="asta@raadgiver.example", name="Asta Eksempel", password=PASSWORD)
    bo = make_account(email="bo@raadgiver.example", name="Bo Eksempel", password=PASSWORD)
    carla = make_account(email="carla@andetsteds.example", name="Carla Eksempel", password=PASSWORD)
    for municipality in (albertslund, ishoej):
        appoint(user=asta, municipality=municipality, by=None)
    appoint(user=bo, municipality=albertslund, by=None)
    return Cast(albertslund, ishoej, asta, bo, carla)
