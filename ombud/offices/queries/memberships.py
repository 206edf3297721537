"""Who may work where."""

from datetime import date

from django.db.models import F, Min, QuerySet
from django.utils.crypto import salted_hmac

from ombud.identity.models import User
from ombud.offices.models import Membership, Municipality
from ombud.offices.models.dated import in_force
from ombud.offices.roles import OPEN_CASES
from ombud.privacy.actions.people import passphrase_mark


def municipalities_of(user: User, *, on: date) -> "QuerySet[Municipality]":
    """The municipalities in which the person has a role on the day."""
    return Municipality.objects.filter(pk__in=_of(user, on).values("municipality"))


def membership_of(user: User, municipality: Municipality, on: date) -> Membership | None:
    """The person's role there on the day, or None."""
    return _of(user, on).filter(municipality=municipality).order_by("pk").first()


def membership_by_code(user: User, code: str, on: date) -> Membership | None:
    """As ``membership_of``, with the municipality in the same query. An unknown code is answered like a foreign one."""
    found = _of(user, on).filter(municipality__code=code)
    return found.select_related("municipality").order_by("pk").first()


def case_offices_of(user: User, on: date) -> frozenset[str]:
    """The codes of the municipalities whose cases the person may open on the day, given a key (adviser or deputy)."""
    return frozenset(_of(user, on).filter(role__in=OPEN_CASES).values_list("municipality__code", flat=True))


def case_municipalities_of(user: User, on: date | None = None) -> "QuerySet[Municipality]":
    """The municipalities of ``case_offices_of``, today unless told, by name."""
    codes = case_offices_of(user, on or date.today())
    return Municipality.objects.filter(code__in=codes).order_by("name")


def case_members(municipality: Municipality, on: date) -> set[str]:
    """The persons, as privacy names them, who may hold the office's key on the day."""
    found = Membership.objects.filter(in_force(on), municipality=municipality, role__in=OPEN_CASES)
    return {str(pk) for pk in found.filter(user__is_active=True).values_list("user", flat=True)}


def is_deputy_of(user: User, other: User, municipality: Municipality, on: date) -> bool:
    """Whether the person only stands in there, and the other is an adviser: not to be shut out by a deputy."""
    own, theirs = membership_of(user, municipality, on), membership_of(other, municipality, on)
    pair = (own and own.role, theirs and theirs.role)
    return pair == (Membership.Role.DEPUTY, Membership.Role.ADVISER)


def fingerprint(user: User, on: date) -> str:
    """Changes when a role, one of its dates, the password or the passphrase changes; an unlocked session ends then."""
    rows = _of(user, on).order_by("municipality", "pk")
    parts = [f"{row.municipality_id} {row.role} {row.starts_on} {row.ends_on}" for row in rows]
    said = "\n".join([str(user.pk), str(user.is_active), user.password, passphrase_mark(str(user.pk)), *parts])
    return salted_hmac("ombud.offices.memberships", said, algorithm="sha256").hexdigest()


def unseen_by(user: User, municipality: Municipality) -> "QuerySet[Membership]":
    """Roles given or changed by others since the person began there, and not seen by the person; newest first."""
    rows = Membership.objects.filter(municipality=municipality, changed_at__isnull=False)
    own = Membership.objects.filter(municipality=municipality, user=user, changed_at__isnull=False)
    if began := own.aggregate(first=Min("changed_at"))["first"]:
        rows = rows.filter(changed_at__gte=began)
    rows = rows.exclude(user=user).exclude(changed_by=user).exclude(seen_by=user)
    return rows.select_related("user", "changed_by").order_by("-changed_at", "-pk")


def serving(municipality: Municipality) -> "QuerySet[Membership]":
    """Everyone who has or had a role there, those who go on first, then by name."""
    rows = Membership.objects.filter(municipality=municipality).select_related("user", "changed_by")
    return rows.order_by(F("ends_on").desc(nulls_first=True), "user__name", "pk")


def _of(user: User, on: date) -> "QuerySet[Membership]":
    return Membership.objects.filter(in_force(on), user=user, user__is_active=True)
