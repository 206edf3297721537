"""The key of a case: made, kept from one member, and destroyed."""

from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.privacy import wraps
from ombud.privacy.actions import rewrapping
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, CaseSeal, Destroyed, OfficeWrap, ShutOut
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.derivation import new_key
from ombud.privacy.sealing.errors import CaseDestroyed, NoAccess


def make_case_key(office: str, keyring: Keyring) -> UUID:
    """A key for a new case; the case is then written under this name. Raises NoAccess.

    The key comes first: when the content is not written after all, ``reconcile`` takes the key away.
    """
    case = uuid4()
    with transaction.atomic(using=KEYS):
        row = wraps.locked_row(office)
        opened = keyring.opened(office)
        if opened.version != row.version:
            keyring.forget(office)
            opened = keyring.opened(office)
        sealed = rewrapping.sealed_case(opened, case, (new_key(),))
        CaseKey.objects.create(
            case=case, office=office, office_version=opened.version, sealed=sealed, made_at=timezone.now()
        )
    return case


def shut_out(case: UUID, person: str, keyring: Keyring, remaining: set[str]) -> None:
    """Keep a case from a member: its key is sealed to each of the ``remaining`` instead of under the office key.

    The case gets a new key too, so that not even a copy of the old one opens what is written from now on. The recovery
    kit does not open such a case; the recovery codes of the remaining do. Somebody without the office key is not among
    them, appointed or not. Raises NoAccess, CaseDestroyed, or ValidationError when nobody would remain.
    """
    with transaction.atomic(using=KEYS):
        row, version, keys = _held(case, keyring)
        kept_out = set(ShutOut.objects.filter(case=case).values_list("person", flat=True)) | {person}
        people = (remaining & wraps.holders(row.office)) - kept_out
        if not people:
            raise ValidationError(_("Nobody would be left who can open the case."))
        rewrapping.seal_by_name(row, version, (new_key(), *keys), people)
        ShutOut.objects.get_or_create(case=case, person=person)


def let_in(case: UUID, person: str, keyring: Keyring) -> None:
    """Give a member a case again, or a new member a case from which somebody else is shut out.

    When nobody is shut out any more the case lies under the office key again. Raises NoAccess, CaseDestroyed, or
    ValidationError for somebody without the office key.
    """
    with transaction.atomic(using=KEYS):
        row, version, keys = _held(case, keyring)
        if row.sealed is not None:
            return
        ShutOut.objects.filter(case=case, person=person).delete()
        people = set(CaseSeal.objects.filter(case=case).values_list("person", flat=True))
        if ShutOut.objects.filter(case=case).exists():
            if person not in wraps.holders(row.office):
                raise ValidationError(_("The person has no key to the office; that comes first."))
            rewrapping.seal_by_name(row, version, keys, people | {person})
            return
        row.sealed, row.office_version = rewrapping.sealed_case(keyring.opened(row.office), case, keys), version
        row.save(update_fields=["sealed", "office_version"])
        CaseSeal.objects.filter(case=case).delete()


def shut_out_of(person: str) -> set[UUID]:
    """The cases of the person's offices that are sealed to others only."""
    offices = OfficeWrap.objects.filter(person=person).values("office")
    by_name = set(CaseKey.objects.filter(office__in=offices, sealed=None).values_list("case", flat=True))
    told = set(ShutOut.objects.filter(person=person).values_list("case", flat=True))
    return (by_name - sealed_to(person)) | told


def sealed_to(person: str) -> set[UUID]:
    """The cases from which somebody is shut out and that this person opens; a handover must let the next one in."""
    return set(CaseSeal.objects.filter(person=person).values_list("case", flat=True))


def shut_out_from(case: UUID) -> set[str]:
    """The persons who must not read the case."""
    return set(ShutOut.objects.filter(case=case).values_list("person", flat=True))


def destroy(case: UUID) -> None:
    """Write the ledger line and destroy the key; nobody opens the case again. The caller then deletes the content and
    calls ``finish``; a break in between is mended by ``reconcile``. Twice is as good as once."""
    with transaction.atomic(using=KEYS):
        row = CaseKey.objects.filter(case=case).first()
        if row is None:
            return
        Destroyed.objects.get_or_create(case=case, defaults={"office": row.office, "at": timezone.now()})
        for model in (CaseSeal, ShutOut, CaseKey):
            model.objects.filter(case=case).delete()


def finish(case: UUID) -> None:
    """The content of a destroyed case is gone as well."""
    Destroyed.objects.filter(case=case).update(finished=True)


def _held(case: UUID, keyring: Keyring) -> tuple[CaseKey, int, tuple[bytes, ...]]:
    """The row, the office's version and the case's keys, while nobody rotates."""
    row = CaseKey.objects.filter(case=case).first()
    if row is None:
        raise CaseDestroyed if Destroyed.objects.filter(case=case).exists() else NoAccess
    version = wraps.locked_row(row.office).version
    row.refresh_from_db()
    seal = CaseSeal.objects.filter(case=case, person=keyring.person).first()
    return row, version, keyring.case_keys(row, seal)
