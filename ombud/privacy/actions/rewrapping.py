"""Sealing again what lies under an office key. Called inside the transaction of a rotation or a withdrawal."""

from collections import defaultdict
from uuid import UUID

from django.db import models

from ombud.privacy import places, wraps
from ombud.privacy.keyring import Keyring, OpenedOffice
from ombud.privacy.models import CaseKey, CaseSeal, RecoveryKit
from ombud.privacy.office_secrets import split
from ombud.privacy.sealing.derivation import new_key
from ombud.privacy.sealing.errors import NoAccess
from ombud.privacy.sealing.letters import seal_to
from ombud.privacy.sealing.texts import seal, unseal

BATCH = 500


def sealed_case(office: OpenedOffice, case: UUID, keys: tuple[bytes, ...]) -> bytes:
    """The keys of a case under the office key."""
    return seal(office.case_wrap_key(case), b"".join(keys), places.case_key(office.office, office.version, case))


def rewrap_cases(old: OpenedOffice, new: OpenedOffice) -> None:
    """Every case under the new key, with a key of its own for what is written from now on."""
    changed = []
    for row in CaseKey.objects.filter(office=old.office, sealed__isnull=False):
        place = places.case_key(row.office, row.office_version, row.case)
        keys = split(unseal(old.case_wrap_key(row.case), row.sealed or b"", place))
        row.sealed, row.office_version = sealed_case(new, row.case, (new_key(), *keys)), new.version
        changed.append(row)
    CaseKey.objects.bulk_create(
        changed,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=["sealed", "office_version"],
    )


def rewrap_kits(new: OpenedOffice) -> None:
    """Every recovery kit opens the new key with the codes it had."""
    for kit in RecoveryKit.objects.filter(office=new.office):
        kit.sealed = seal_to(kit.public, new.key, places.kit(new.office, new.version, kit.id))
        kit.version = new.version
        kit.save(update_fields=["sealed", "version"])


def sealed_to(office: str) -> set[str]:
    """Everybody to whom a case of the office is sealed by name."""
    return set(_seals(office).values_list("person", flat=True))


def drop_case_seals(office: str, people: set[str]) -> bool:
    """Take away their seals of single cases; True when one was left because nobody else has one."""
    to: dict[UUID, set[str]] = defaultdict(set)
    for case, person in _seals(office).values_list("case", "person"):
        to[case].add(person)
    left = False
    for case, persons in to.items():
        if persons <= people:
            left = True
        elif persons & people:
            CaseSeal.objects.filter(case=case, person__in=people).delete()
    return left


def renew_shut_out_cases(office: str, version: int, keyring: Keyring) -> None:
    """A new key for each case sealed by name that this person opens and that has none since the last rotation."""
    rows = {row.case: row for row in CaseKey.objects.filter(office=office, sealed=None, office_version__lt=version)}
    for case, row in rows.items():
        seals = {seal.person: seal for seal in CaseSeal.objects.filter(case=case)}
        try:
            keys = keyring.case_keys(row, seals.get(keyring.person))
        except NoAccess:
            continue
        seal_by_name(row, version, (new_key(), *keys), set(seals))


def seal_by_name(row: CaseKey, version: int, keys: tuple[bytes, ...], people: set[str]) -> None:
    """The keys of a case to these people and to nobody else, no longer under the office key."""
    CaseSeal.objects.filter(case=row.case).delete()
    CaseSeal.objects.bulk_create(wraps.case_seals(row.office, row.case, keys, people))
    row.sealed, row.office_version = None, version
    row.save(update_fields=["sealed", "office_version"])


def _seals(office: str) -> models.QuerySet[CaseSeal]:
    return CaseSeal.objects.filter(case__in=CaseKey.objects.filter(office=office, sealed=None).values("case"))
