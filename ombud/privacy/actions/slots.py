"""Writing and opening the slots of a user key."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.utils import timezone

from ombud.privacy import places
from ombud.privacy.models import Slot
from ombud.privacy.sealing.codes import Code, Kind, new_belonging, new_code, read_code
from ombud.privacy.sealing.derivation import derive
from ombud.privacy.sealing.errors import NeedsRecovery, WrongCode, WrongKey, WrongSecret
from ombud.privacy.sealing.passphrases import LEAST, SALT, Cost, key_from, stored_cost
from ombud.privacy.sealing.texts import seal, unseal


def cost() -> Cost:
    """What a new slot costs: the setting OMBUD_ARGON2, or 128 MiB and three rounds."""
    return Cost(**getattr(settings, "OMBUD_ARGON2", {}))


def least() -> Cost:
    """What a stored slot must cost at least."""
    mine = cost()
    return Cost(min(mine.memory, LEAST.memory), min(mine.iterations, LEAST.iterations))


def passphrase_slot(person: str, passphrase: str, user_key: bytes) -> Slot:
    """An unsaved slot. Takes its half second, so it is made before the transaction begins."""
    slot_id, salt, paid = uuid.uuid4(), secrets.token_bytes(SALT), cost()
    key = key_from(passphrase, salt, paid, str(slot_id))
    return _slot_of(person, Slot.Kind.PASSPHRASE, slot_id, key, user_key, salt=salt, parameters=paid.stored())


def replace(slot: Slot) -> None:
    """Write the slot in the place of the one before it."""
    Slot.objects.filter(person=slot.person, kind=slot.kind).delete()
    slot.save(force_insert=True)


def open_passphrase_slot(person: str, passphrase: str) -> bytes:
    """The user key. Raises WrongSecret, or Damaged when the slot was tampered with."""
    slot = _kept(person, Slot.Kind.PASSPHRASE)
    paid = stored_cost(slot.parameters, least())
    key = key_from(passphrase, bytes(slot.salt), paid, str(slot.id))
    return _opened(slot, key)


def is_cheaper_than_set(person: str) -> bool:
    """Whether the passphrase slot costs less than the installation asks for now."""
    return not Slot.objects.filter(
        person=person, kind=Slot.Kind.PASSPHRASE, parameters__memory__gte=cost().memory
    ).exists()


def recovery_slot(person: str, user_key: bytes) -> tuple[Slot, str]:
    """An unsaved slot, and its code to be printed."""
    slot_id, code = uuid.uuid4(), new_code(Kind.PERSON, new_belonging())
    key = _code_key(code, slot_id)
    return _slot_of(person, Slot.Kind.RECOVERY, slot_id, key, user_key, salt=code.belongs), code.printed()


def open_recovery_slot(person: str, typed: str) -> bytes:
    """The user key. Raises Mistyped, WrongCode (another person's, an older one, a kit's) or Damaged."""
    code = read_code(typed)
    slot = _kept(person, Slot.Kind.RECOVERY)
    if code.kind is not Kind.PERSON or code.belongs != bytes(slot.salt):
        raise WrongCode
    return _opened(slot, _code_key(code, slot.id))


def _kept(person: str, kind: Slot.Kind) -> Slot:
    slot = Slot.objects.filter(person=person, kind=kind).first()
    if slot is None:
        raise NeedsRecovery
    return slot


def _opened(slot: Slot, key: bytes) -> bytes:
    try:
        return unseal(key, slot.sealed, places.slot(slot.kind, slot.id, slot.person))
    except WrongKey:
        raise WrongSecret from None


def _slot_of(person: str, kind: Slot.Kind, slot_id: uuid.UUID, key: bytes, user_key: bytes, **fields: Any) -> Slot:
    sealed = seal(key, user_key, places.slot(kind, slot_id, person))
    return Slot(id=slot_id, person=person, kind=kind, sealed=sealed, made_at=timezone.now(), **fields)


def _code_key(code: Code, slot_id: uuid.UUID) -> bytes:
    return derive(code.secret, "recovery code", str(slot_id))
