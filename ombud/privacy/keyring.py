"""The keys of an unlocked person, for the length of one request."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn
from uuid import UUID

from ombud.privacy import places
from ombud.privacy.models import CaseKey, CaseSeal, Destroyed, OfficeKey, OfficeWrap, PersonKey
from ombud.privacy.office_secrets import OfficeSecrets, split, unpacked
from ombud.privacy.sealing.derivation import derive
from ombud.privacy.sealing.errors import CaseDestroyed, Damaged, NoAccess, NoKeys
from ombud.privacy.sealing.letters import open_letter, public_of
from ombud.privacy.sealing.place import Sealed
from ombud.privacy.sealing.texts import is_text, seal, unseal
from ombud.privacy.seals import Seals

FEW = 500
"""Up to this many cases are asked for by name, more by their office."""
ATTEMPTS = 5
"""How often a key is read again that somebody rotates at the same moment."""


class KeyRow(NamedTuple):
    """What is needed of a case's row to open it; read without building a model, since lists read thousands."""

    case: UUID
    office: str
    office_version: int
    sealed: Sealed | None

    def __repr__(self) -> str:
        return f"KeyRow({self.case})"


def key_rows(**wanted: Any) -> list[KeyRow]:
    """The rows that fit."""
    return [KeyRow._make(row) for row in CaseKey.objects.filter(**wanted).values_list(*KeyRow._fields)]


@dataclass(frozen=True, slots=True)
class OpenedOffice:
    """An office whose key this person holds. For the actions of this room only."""

    office: str
    version: int
    key: bytes = field(repr=False)
    secrets: OfficeSecrets = field(repr=False)

    def case_wrap_key(self, case: UUID) -> bytes:
        """The key under which the key of one case lies."""
        return derive(self.key, "case", str(case))


class Keyring:
    """Opens what this person may open now, and shows nothing of it.

    ``offices`` are those whose cases the person may open today: the caller knows the appointments. A key that is held
    for another office stays unused.
    """

    __slots__ = ("_offices", "_private", "_user_key", "offices", "person")

    def __init__(self, person: str, user_key: bytes, offices: frozenset[str]) -> None:
        self.person = person
        self.offices = offices
        self._user_key = user_key
        self._private: bytes | None = None
        self._offices: dict[str, OpenedOffice] = {}

    def __repr__(self) -> str:
        return "Keyring()"

    def __reduce__(self) -> NoReturn:
        raise TypeError("Keys are not written anywhere.")

    def office_seals(self, office: str) -> Seals:
        """For texts of the office that belong to no case. Raises NoAccess."""
        return Seals(office, "", self.opened(office).secrets.texts)

    def case_seals(self, case: UUID) -> Seals:
        """For one case. Raises NoAccess (not of the office, shut out, unknown) or CaseDestroyed."""
        key = next(iter(key_rows(case=case)), None)
        if key is None:
            if Destroyed.objects.filter(case=case).exists():
                raise CaseDestroyed
            raise NoAccess
        seal_to_me = CaseSeal.objects.filter(case=case, person=self.person).first() if key.sealed is None else None
        return Seals(key.office, str(case), self.case_keys(key, seal_to_me))

    def many_case_seals(self, cases: Iterable[UUID]) -> dict[UUID, Seals]:
        """For many cases in one query; what may not be opened is left out."""
        wanted = set(cases)
        named = {"case__in": wanted} if len(wanted) <= FEW else {}
        keys = [key for key in key_rows(office__in=self.offices, **named) if key.case in wanted]
        mine: dict[UUID, CaseSeal] = {}
        if any(key.sealed is None for key in keys):
            mine = {one.case: one for one in CaseSeal.objects.filter(person=self.person)}
        opened = {}
        for key in keys:
            try:
                opened[key.case] = Seals(key.office, str(key.case), self.case_keys(key, mine.get(key.case)))
            except NoAccess:
                continue
        return opened

    def trace(self, office: str, text: str) -> bytes:
        """The same 32 bytes for the same text in the same office, for ever: has this citizen been here before?

        The caller writes the text in one way (digits only, small letters); nothing about it can be found without the
        office key.
        """
        return hmac.digest(self.opened(office).secrets.trace, text.encode(), "sha256")

    # What follows is for the actions of this room.

    def opened(self, office: str) -> OpenedOffice:
        """The office with its key. Raises NoAccess."""
        if office not in self.offices:
            raise NoAccess
        if office not in self._offices:
            self._offices[office] = self._open(office)
        return self._offices[office]

    def forget(self, office: str) -> None:
        """Read the office's key anew next time: it was rotated."""
        self._offices.pop(office, None)

    def case_keys(self, key: CaseKey | KeyRow, seal_to_me: CaseSeal | None) -> tuple[bytes, ...]:
        """The keys of a case, newest first. Raises NoAccess."""
        if key.office not in self.offices:
            raise NoAccess
        if key.sealed is not None:
            key, office = self._same_version(key)
            place = places.case_key(key.office, key.office_version, key.case)
            return split(unseal(office.case_wrap_key(key.case), key.sealed or b"", place))
        if seal_to_me is None:
            raise NoAccess
        place = places.case_seal(key.office, key.case, self.person)
        return split(open_letter(self.private_key(), seal_to_me.sealed, place))

    def private_key(self) -> bytes:
        """With which this person opens what was sealed to them. Raises NoKeys."""
        if self._private is None:
            row = PersonKey.objects.filter(person=self.person).first()
            if row is None:
                raise NoKeys
            private = unseal(self._user_key, row.sealed_private, places.private_key(self.person))
            if public_of(private) != bytes(row.public):  # others would seal to somebody else
                raise Damaged
            self._private = private
        return self._private

    def wrapped(self, office: str, version: int, key: bytes) -> bytes:
        """The office key, sealed under this person's user key."""
        return seal(self._user_key, key, places.office_wrap(office, version, self.person))

    def _same_version(self, key: CaseKey | KeyRow) -> tuple[CaseKey | KeyRow, OpenedOffice]:
        """The row and the office of one and the same version; another member may have rotated in between."""
        office = self.opened(key.office)
        if office.version < key.office_version:
            self.forget(key.office)
            office = self.opened(key.office)
        elif office.version > key.office_version:
            rows = key_rows(case=key.case)
            if not rows:
                raise CaseDestroyed
            key = rows[0]
        return key, office

    def _open(self, office: str) -> OpenedOffice:
        wrap, row = self._wrap_in_use(office)
        place = places.office_wrap(office, wrap.version, self.person)
        if is_text(wrap.sealed):
            key = unseal(self._user_key, wrap.sealed, place)
        else:
            key = open_letter(self.private_key(), wrap.sealed, place)
        secrets = unpacked(unseal(key, row.sealed_secrets, places.office_secrets(office, wrap.version)))
        if secrets.public != bytes(row.public):
            raise Damaged
        return OpenedOffice(office, wrap.version, key, secrets)

    def _wrap_in_use(self, office: str) -> tuple[OfficeWrap, OfficeKey]:
        """This person's wrap and the version it opens; read again when another member rotates in between."""
        for _ in range(ATTEMPTS):
            wrap = OfficeWrap.objects.filter(office=office, person=self.person).first()
            if wrap is None:
                raise NoAccess
            row = OfficeKey.objects.filter(office=office, version=wrap.version, retired_at=None).first()
            if row is not None:
                return wrap, row
        raise Damaged
