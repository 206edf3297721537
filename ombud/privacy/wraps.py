"""Sealing keys to people, and who holds them."""

from collections.abc import Iterable
from uuid import UUID

from ombud.privacy import places
from ombud.privacy.models import CaseSeal, OfficeKey, OfficeWrap, PersonKey
from ombud.privacy.sealing.errors import NoAccess, NoKeys
from ombud.privacy.sealing.letters import seal_to


def public_keys(people: Iterable[str]) -> dict[str, bytes]:
    """The public key of each. Raises NoKeys when one has none."""
    wanted = set(people)
    found = {row.person: bytes(row.public) for row in PersonKey.objects.filter(person__in=wanted)}
    if set(found) != wanted:
        raise NoKeys
    return found


def office_wraps(office: str, version: int, key: bytes, people: Iterable[str]) -> list[OfficeWrap]:
    """The office key, sealed to the public key of each."""
    return [
        OfficeWrap(
            office=office,
            version=version,
            person=person,
            sealed=seal_to(public, key, places.office_wrap(office, version, person)),
        )
        for person, public in public_keys(people).items()
    ]


def case_seals(office: str, case: UUID, keys: tuple[bytes, ...], people: Iterable[str]) -> list[CaseSeal]:
    """The keys of a case, sealed to the public key of each."""
    packed = b"".join(keys)
    return [
        CaseSeal(case=case, person=person, sealed=seal_to(public, packed, places.case_seal(office, case, person)))
        for person, public in public_keys(people).items()
    ]


def holders(office: str) -> set[str]:
    """Who holds the office key in use."""
    return set(OfficeWrap.objects.filter(office=office).values_list("person", flat=True))


def locked_row(office: str) -> OfficeKey:
    """The version in use, held until the transaction ends: nobody rotates meanwhile. Raises NoAccess."""
    in_use = OfficeKey.objects.filter(office=office, retired_at=None)
    while True:
        row = in_use.select_for_update().first()
        if row is not None:
            return row
        if not in_use.exists():  # else it was retired while we waited for it, and the next one is there by now
            raise NoAccess
