"""Who may work where."""

from datetime import date

from django.db.models import QuerySet

from ombud.identity.models import User
from ombud.offices.models import Membership, Municipality
from ombud.offices.models.dated import in_force


def municipalities_of(user: User, *, on: date) -> "QuerySet[Municipality]":
    """The municipalities in which the person has a role on the day."""
    mine = Membership.objects.filter(in_force(on), user=user, user__is_active=True)
    return Municipality.objects.filter(pk__in=mine.values("municipality"))
