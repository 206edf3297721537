"""Taking somebody in, and giving a new way in to whoever is shut out. Neither gives a key or shows a password."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.actions import make_account, reset_log_in
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Membership, Municipality
from ombud.offices.models.dated import in_force
from ombud.offices.roles import MAY, Permission
from ombud.privacy.actions import people as keys


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
    if made:
        record("account.made", user, by=by, municipality=municipality.code)
    membership = appoint(user=user, municipality=municipality, by=by, role=role, starts_on=starts_on, ends_on=ends_on)
    return TakenIn(membership, made)


def reset(*, membership: Membership, by: User | None) -> str:
    """Take the member's log-in away and give a new one: the path of the page where a password is chosen, once.

    It opens nothing: whoever has keys must enter the recovery code on paper. The key store is written first, so that
    a break between the two leaves the person more shut out and never less. Raises ValidationError.
    """
    if why := why_not_reset(membership, by=by):
        raise ValidationError(why)
    person = str(membership.user.pk)
    if keys.has_keys(person):
        keys.require_recovery(person)
    with transaction.atomic():
        path = reset_log_in(user=membership.user)
        record("account.reset", membership.user, by=by, municipality=membership.municipality.code)
    return path


def why_not_reset(membership: Membership, *, by: User | None) -> str | None:
    """Nobody resets their own log-in here, nor that of somebody who serves no more."""
    if by is not None and by.pk == membership.user.pk:
        return _("This is your own account. Change your password on its own page.")
    if membership.ends_on is not None and membership.ends_on < timezone.localdate():
        return _("The person serves here no more.")
    if not membership.user.is_active:
        return _("This account is closed: the person cannot log in.")
    if by is not None and _serves_elsewhere(membership.user, by):
        return _(
            "%(name)s serves another municipality too, with the same log-in. Only somebody who gives roles in both "
            "can do this. A forgotten password can be replaced from the page of the log-in."
        ) % {"name": membership.user.name}
    return None


def _serves_elsewhere(user: User, by: User) -> bool:
    """Whether the person serves, or will, where ``by`` gives no roles: a log-in is one for all municipalities."""
    today = timezone.localdate()
    roles = [role for role, allowed in MAY.items() if Permission.MEMBERS in allowed]
    managed = Membership.objects.filter(in_force(today), user=by, role__in=roles).values("municipality")
    serves = Membership.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), user=user)
    return bool(serves.exclude(municipality__in=managed).exists())
