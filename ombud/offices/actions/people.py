"""Taking somebody in: an account where there is none, and a role. It gives no key and shows no password."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership, Municipality


@dataclass(frozen=True)
class TakenIn:
    """``made``: the account is new and nobody can log in with it yet."""

    membership: Membership
    made: bool


@transaction.atomic
def take_in(
    *,
    email: str,
    name: str,
    municipality: Municipality,
    role: str,
    starts_on: date | None,
    ends_on: date | None,
    by: User | None,
    password: str | None = None,
) -> TakenIn:
    """Appoint whoever has the address; without an account one is made. An account that is there keeps its name.

    Raises ValidationError with field keys, and then nothing is made.
    """
    user = User.objects.filter(email=email.strip().lower()).first()
    made = user is None
    user = user or make_account(email=email, name=name, password=password)
    if not user.is_active:
        raise ValidationError({"email": _("This account is closed: the person cannot log in.")})
    membership = appoint(user=user, municipality=municipality, by=by, role=role, starts_on=starts_on, ends_on=ends_on)
    return TakenIn(membership, made)
