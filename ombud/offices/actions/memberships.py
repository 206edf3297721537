"""Who serves where: appointing, changing the dates, ending, and that the advisers see it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.models import Membership, Municipality
from ombud.offices.models.dated import in_force

Role = Membership.Role


@transaction.atomic
def appoint(
    *,
    user: User,
    municipality: Municipality,
    by: User | None,
    role: str = Role.ADVISER,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Membership:
    """Give a person a role in a municipality. Who has it on these days already keeps it.

    It gives no key: that is granted by an adviser in an unlocked session. ``by`` None means the command line.
    Raises ValidationError with field keys: an unknown role, oneself, days that overlap another period.
    """
    if role not in Role.values:
        raise ValidationError({"role": _("There is no such role.")})
    _wait_for_others(municipality)
    if why := why_not_change(user, municipality, by=by):
        raise ValidationError({"user": why})
    if why := why_not_dates(role, starts_on, ends_on):
        raise ValidationError({"ends_on": why})
    for other in _overlapping(user, municipality, starts_on, ends_on):
        if other.role == role and _covers(other, starts_on, ends_on):
            return other
        raise ValidationError({"starts_on": _overlap(other)})
    membership: Membership = Membership.objects.create(
        user=user,
        municipality=municipality,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        changed_at=timezone.now(),
        changed_by=by,
    )
    changes = {"role": [None, str(role)], "starts_on": [None, _iso(starts_on)], "ends_on": [None, _iso(ends_on)]}
    record("membership.appointed", membership, by=by, municipality=municipality.code, changes=changes)
    return membership


@transaction.atomic
def correct(*, membership: Membership, starts_on: date | None, ends_on: date | None, by: User | None) -> Membership:
    """Change the first and last day. Raises ValidationError as ``appoint`` does, and for the last adviser's end."""
    _wait_for_others(membership.municipality)
    current = Membership.objects.select_for_update().get(pk=membership.pk)
    before = {"starts_on": _iso(current.starts_on), "ends_on": _iso(current.ends_on)}
    after = {"starts_on": _iso(starts_on), "ends_on": _iso(ends_on)}
    if why := why_not_change(current.user, current.municipality, by=by):
        raise ValidationError({"user": why})
    if why := why_not_dates(current.role, starts_on, ends_on) or why_not_end(current, starts_on, ends_on):
        raise ValidationError({"ends_on": why})
    for other in _overlapping(current.user, current.municipality, starts_on, ends_on).exclude(pk=current.pk):
        raise ValidationError({"starts_on": _overlap(other)})
    if before == after:
        return current
    current.starts_on, current.ends_on = starts_on, ends_on
    current.changed_at, current.changed_by = timezone.now(), by
    current.save(update_fields=["starts_on", "ends_on", "changed_at", "changed_by"])
    current.seen_by.clear()
    changes = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
    action = "membership.ended" if changes.keys() == {"ends_on"} and ends_on else "membership.corrected"
    record(action, current, by=by, municipality=current.municipality.code, changes=changes)
    return current


def end(*, membership: Membership, ends_on: date, by: User | None) -> Membership:
    """The person's last day in the role."""
    return correct(membership=membership, starts_on=membership.starts_on, ends_on=ends_on, by=by)


@transaction.atomic
def mark_seen(*, membership: Membership, by: User) -> None:
    """The adviser has seen who was given a role; it is not shown to this adviser again until it changes."""
    membership.seen_by.add(by)


def why_not_change(user: User, municipality: Municipality, *, by: User | None) -> str | None:
    """Nobody gives themselves a role or changes their own; only whoever sets a municipality up begins with one."""
    if by is None or by.pk != user.pk or not Membership.objects.filter(municipality=municipality).exists():
        return None
    return _("Nobody changes their own role. Ask another adviser or the program administrator.")


def why_not_begin(user: User) -> str | None:
    """Setting up a municipality makes one its adviser: not for those who serve elsewhere in a lesser role only."""
    today = timezone.localdate()
    roles = set(Membership.objects.filter(in_force(today), user=user).values_list("role", flat=True))
    if not roles or roles & {Role.ADVISER, Role.ADMINISTRATOR}:
        return None
    return _("Your role does not include setting up a municipality. Ask the adviser or the program administrator.")


def why_not_dates(role: str, starts_on: date | None, ends_on: date | None) -> str | None:
    """A deputy has both days; nobody ends before the first day."""
    if role == Role.DEPUTY and (starts_on is None or ends_on is None):
        return _("A deputy needs a first and a last day.")
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        return _("The last day is before the first day.")
    return None


def why_not_end(membership: Membership, starts_on: date | None, ends_on: date | None) -> str | None:
    """An office is never left without an adviser by mistake: another must serve when the last one stops.

    Looks at the day after the new last day and at the days before a later first day.
    """
    today = timezone.localdate()
    if membership.role != Role.ADVISER or not membership.is_in_force(today):
        return None
    goes = ends_on is not None or (starts_on is not None and starts_on > today)
    others = Membership.objects.filter(municipality=membership.municipality, role=Role.ADVISER, user__is_active=True)
    stay = others.exclude(pk=membership.pk).filter(in_force(today), Q(ends_on=None) | Q(ends_on__gt=ends_on or today))
    if not goes or stay.exists():
        return None
    return _("The office would have no adviser. Appoint the next adviser first.")


def _overlapping(
    user: User, municipality: Municipality, starts_on: date | None, ends_on: date | None
) -> "QuerySet[Membership]":
    found = Membership.objects.filter(user=user, municipality=municipality)
    if ends_on is not None:
        found = found.filter(Q(starts_on=None) | Q(starts_on__lte=ends_on))
    if starts_on is not None:
        found = found.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    return found.order_by("pk")


def _covers(row: Membership, starts_on: date | None, ends_on: date | None) -> bool:
    """Whether the row's days include all of the wished ones."""
    begins = row.starts_on is None or (starts_on is not None and row.starts_on <= starts_on)
    return begins and (row.ends_on is None or (ends_on is not None and row.ends_on >= ends_on))


def _overlap(other: Membership) -> str:
    return _("The person has a role on some of these days already: %(role)s. End it or change its days.") % {
        "role": other.get_role_display()
    }


def _wait_for_others(municipality: Municipality) -> None:
    """Two who appoint at the same moment go one after the other, so that no overlap slips between check and write."""
    Municipality.objects.select_for_update().get(pk=municipality.pk)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
