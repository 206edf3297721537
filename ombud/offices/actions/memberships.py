"""Who serves where: appointing and ending."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.models import Membership, Municipality


@transaction.atomic
def appoint(
    *,
    user: User,
    municipality: Municipality,
    by: User | None,
    role: str = Membership.Role.ADVISER,
    starts_on: date | None = None,
) -> Membership:
    """Give a person a role in a municipality. Who has it already keeps it; who had it gets it again."""
    if role not in Membership.Role.values:
        raise ValidationError({"role": _("There is no such role.")})
    membership, made = Membership.objects.get_or_create(
        user=user, municipality=municipality, role=role, defaults={"starts_on": starts_on}
    )
    if not made and membership.ends_on is not None:
        membership.ends_on = None
        membership.save(update_fields=["ends_on"])
        made = True
    if made:
        changes = {"role": [None, str(role)], "starts_on": [None, starts_on.isoformat() if starts_on else None]}
        record("membership.appointed", membership, by=by, municipality=municipality.code, changes=changes)
    return membership


@transaction.atomic
def end(*, membership: Membership, ends_on: date, by: User | None) -> Membership:
    """The person's last day in the role."""
    if membership.starts_on is not None and ends_on < membership.starts_on:
        raise ValidationError({"ends_on": _("The last day is before the first day.")})
    before = membership.ends_on.isoformat() if membership.ends_on else None
    membership.ends_on = ends_on
    membership.save(update_fields=["ends_on"])
    record(
        "membership.ended",
        membership,
        by=by,
        municipality=membership.municipality.code,
        changes={"ends_on": [before, ends_on.isoformat()]},
    )
    return membership
