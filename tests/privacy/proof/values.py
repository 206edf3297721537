"""Sealed values of every kind the program stores, each with the one way to open it."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from uuid import UUID, uuid4

from django.contrib.sessions.backends.db import SessionStore

from ombud.privacy import inbox, places, unlocked
from ombud.privacy.actions import cases, kits, offices, people, slots
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, CaseSeal, OfficeKey, OfficeWrap, PersonKey, RecoveryKit, Slot
from ombud.privacy.sealing.codes import read_code
from ombud.privacy.sealing.letters import open_letter
from ombud.privacy.sealing.passphrases import key_from
from ombud.privacy.sealing.pieces import PieceSealer, new_key, unseal_pieces
from ombud.privacy.sealing.texts import unseal
from tests.privacy.people import OFFICE, OTHER_OFFICE, PASSPHRASE

BOTH = frozenset({OFFICE, OTHER_OFFICE})
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Value:
    """Something stored: its kind, its bytes, and what opens it (and must not open anything else)."""

    kind: str
    sealed: bytes
    opened: Callable[[bytes], object]


def everything(persons: int, cases_each: int) -> list[Value]:
    """All values of a small town: several people who serve two offices, with their cases, kits and sessions."""
    keyrings, found = [], []
    for name in (f"person {number}" for number in range(persons)):
        user_key, code = people.make_user_key(name, PASSPHRASE)
        keyrings.append(Keyring(name, user_key, BOTH))
        found += _own(keyrings[-1], code)
    for office in sorted(BOTH):
        found += _office(office, keyrings, cases_each)
    return found


def _own(keyring: Keyring, code: str) -> Iterator[Value]:
    person = keyring.person
    private = PersonKey.objects.get(person=person)
    key = keyring._user_key
    yield Value(
        "private key", bytes(private.sealed_private), lambda sealed: unseal(key, sealed, places.private_key(person))
    )
    for slot in Slot.objects.filter(person=person, kind__in=("passphrase", "recovery")):
        yield _slot(slot, code)
    letter = inbox.seal_to_person(person, b"Brev", "1")
    yield Value("letter to a person", letter, lambda sealed: inbox.open_own(keyring, sealed, "1"))
    yield _session(keyring)


def _slot(slot: Slot, code: str) -> Value:
    """The slow derivation is done once; what the slot then says to another content is the program's own."""
    if slot.kind == Slot.Kind.PASSPHRASE:
        key = key_from(PASSPHRASE, bytes(slot.salt), slots.cost(), str(slot.id))
    else:
        key = slots._code_key(read_code(code), slot.id)

    def opened(sealed: bytes) -> bytes:
        return slots._opened(Slot(id=slot.id, person=slot.person, kind=slot.kind, sealed=sealed), key)

    return Value(f"{slot.kind} slot", bytes(slot.sealed), opened)


def _session(keyring: Keyring) -> Value:
    session = SessionStore()
    token = unlocked.remember(session, keyring.person, keyring._user_key, "roles", NOW)
    since = str(session[unlocked.NAME]["since"])
    place = places.session(str(session.session_key), keyring.person, "roles", since)
    key = unlocked._token_key(token)
    assert key
    stored = base64.b64decode(session[unlocked.NAME]["sealed"])
    return Value("session", stored, partial(_unsealed, key, place))


def _office(office: str, keyrings: list[Keyring], cases_each: int) -> Iterator[Value]:
    first, *others = keyrings
    offices.make_office_key(office, first)
    for _ in range(cases_each):
        offices.rotate(office, first, {first.person})
        yield _secrets(office, first)
    for other in others:
        offices.grant(office, other.person, first)
    for keyring in others[: len(others) // 2]:
        offices.settle(office, keyring, {one.person for one in keyrings})
    for _ in range(cases_each):
        yield from _kits(office, first)
    yield from _wraps(office, keyrings)
    seals = first.office_seals(office)
    for item in range(cases_each):
        draft = seals.seal("draft", "text", str(item), "Udkast")
        yield Value("office text", draft, partial(seals.unseal, "draft", "text", str(item)))
        mail = inbox.seal_to_office(office, b"Brev", str(item))
        yield Value("inbox", mail, lambda sealed, item=item: inbox.open_from_inbox(first, office, sealed, str(item)))
        yield from _case(cases.make_case_key(office, first), first)
        yield from _sealed_by_name(office, keyrings)


def _secrets(office: str, keyring: Keyring) -> Value:
    opened = keyring.opened(office)
    row = OfficeKey.objects.get(office=office, version=opened.version)
    place = places.office_secrets(office, row.version)
    return Value("office secrets", bytes(row.sealed_secrets), partial(_unsealed, opened.key, place))


def _kits(office: str, keyring: Keyring) -> Iterator[Value]:
    for kind in ("envelope", "shares"):
        codes = kits.make_kit(office, keyring, kind)  # type: ignore[arg-type]
        kit = RecoveryKit.objects.get(office=office, kind=kind)
        read = [read_code(code) for code in codes]
        for pair in [read] if len(read) == 1 else [read[:2], read[1:], read[::2]]:
            name, key = kits._pair_name(pair), kits._pair_key(kit.id, pair)
            place = places.kit_pad(office, kit.id, name)
            yield Value("kit pad", bytes.fromhex(kit.pads[name]), partial(_unsealed, key, place))
        private = kits._private(kit, read)
        yield Value("kit", bytes(kit.sealed), partial(_opened, private, places.kit(office, kit.version, kit.id)))


def _unsealed(key: bytes, place: places.Place, sealed: bytes) -> bytes:
    return unseal(key, sealed, place)


def _opened(private: bytes, place: places.Place, sealed: bytes) -> bytes:
    return open_letter(private, sealed, place)


def _wraps(office: str, keyrings: list[Keyring]) -> Iterator[Value]:
    for keyring in keyrings:
        wrap = OfficeWrap.objects.get(office=office, person=keyring.person)
        place = places.office_wrap(office, wrap.version, keyring.person)
        if bytes(wrap.sealed)[1] == 1:
            yield Value("kept office key", bytes(wrap.sealed), partial(_unsealed, keyring._user_key, place))
        else:
            yield Value("sent office key", bytes(wrap.sealed), partial(_opened, keyring.private_key(), place))


def _case(case: UUID, keyring: Keyring) -> Iterator[Value]:
    row = CaseKey.objects.get(case=case)
    opened = keyring.opened(row.office)
    assert row.sealed is not None
    place = places.case_key(row.office, row.office_version, case)
    yield Value("case key", bytes(row.sealed), partial(_unsealed, opened.case_wrap_key(case), place))
    seals = keyring.case_seals(case)
    for table, field in (("note", "text"), ("note", "title"), ("party", "text")):
        for _ in range(2):
            row_id = str(uuid4())
            sealed = seals.seal(table, field, row_id, "Hemmeligt")
            yield Value("case text", sealed, partial(seals.unseal, table, field, row_id))
    file_key = new_key()
    sealer = PieceSealer(file_key)
    yield Value("file", sealer.update(b"Bilag") + sealer.finish(), lambda data: list(unseal_pieces(file_key, [data])))


def _sealed_by_name(office: str, keyrings: list[Keyring]) -> Iterator[Value]:
    first, *_others, last = keyrings
    case = cases.make_case_key(office, first)
    cases.shut_out(case, last.person, first, {one.person for one in keyrings})
    for keyring in keyrings[:-1]:
        seal = CaseSeal.objects.get(case=case, person=keyring.person)
        place = places.case_seal(office, case, keyring.person)
        yield Value("case seal", bytes(seal.sealed), partial(_opened, keyring.private_key(), place))
