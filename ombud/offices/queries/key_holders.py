"""Who could hold the office's key, and what stands between each of them and the cases."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from ombud.identity.models import User
from ombud.offices.models import Membership, Municipality
from ombud.offices.roles import OPEN_CASES
from ombud.privacy.actions import offices, people


@dataclass(frozen=True)
class Holder:
    """A member who may open cases. ``holds``: the office's key; ``has_keys``: a passphrase is chosen, and ``letters``
    stand for the key that would be sealed to.
    """

    user: User
    role: str
    starts_on: date | None
    ends_on: date | None
    holds: bool
    has_keys: bool
    begun: bool
    letters: str = ""


def appointed(municipality: Municipality, on: date) -> set[str]:
    """The persons who may hold the key on the day: advisers and deputies whose time is not over.

    Who begins later may be given the key in advance. It opens nothing before the first day: the keys of a request
    open the offices of ``case_offices_of`` only.
    """
    return {str(pk) for pk in _members(municipality, on).values_list("user", flat=True)}


def key_holders(municipality: Municipality, on: date) -> list[Holder]:
    """Advisers and deputies of now and later, by name."""
    holding = offices.holders(municipality.code)
    found = _members(municipality, on).select_related("user").order_by("user__name", "user__pk")
    return [
        Holder(
            user=one.user,
            role=one.get_role_display(),
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            holds=str(one.user.pk) in holding,
            has_keys=people.has_keys(str(one.user.pk)),
            begun=one.starts_on is None or one.starts_on <= on,
            letters=people.check_letters(str(one.user.pk)),
        )
        for one in found
    ]


def _members(municipality: Municipality, on: date) -> "QuerySet[Membership]":
    not_over = Q(ends_on=None) | Q(ends_on__gte=on)
    return Membership.objects.filter(not_over, municipality=municipality, role__in=OPEN_CASES, user__is_active=True)
