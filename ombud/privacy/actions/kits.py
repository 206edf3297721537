"""The recovery kit: printed when an office is set up, kept by the council's secretariat or a safe, never by IT.

An envelope holds one code. Of three shares any two open and one says nothing: what the codes open is sealed three
times, once for each pair of shares. A kit that was printed and not confirmed leaves the one before it in force.
"""

import hmac
import secrets
import uuid
from functools import reduce
from itertools import combinations
from operator import xor
from typing import Literal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.privacy import places, wraps
from ombud.privacy.actions.slots import cost, least
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import OfficeWrap, RecoveryKit
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.codes import GROUP, SHARES, Code, Kind, bare, new_belonging, new_code, read_code
from ombud.privacy.sealing.derivation import derive, new_key
from ombud.privacy.sealing.errors import NoAccess, WrongCode, WrongKey, WrongSecret
from ombud.privacy.sealing.letters import open_letter, public_of, seal_to
from ombud.privacy.sealing.passphrases import SALT, key_from, stored_cost
from ombud.privacy.sealing.texts import seal, unseal

TYPED_GROUPS = 2
"""How many groups at the end of each code are typed back."""
State = Literal["none", "printed", "confirmed"]


def make_kit(office: str, keyring: Keyring, kind: Literal["envelope", "shares"]) -> list[str]:
    """The codes to print: one, or three of which two open. They are kept nowhere. Raises NoAccess."""
    kit_id, belongs, private = uuid.uuid4(), new_belonging(), new_key()
    kinds = SHARES if RecoveryKit.Kind(kind) is RecoveryKit.Kind.SHARES else (Kind.ENVELOPE,)
    codes = [new_code(one, belongs) for one in kinds]
    printed = [code.printed() for code in codes]
    salt, paid = secrets.token_bytes(SALT), cost()
    digest = key_from(_ends(printed), salt, paid, "typed back")
    with transaction.atomic(using=KEYS):
        version = wraps.locked_row(office).version
        opened = keyring.opened(office)
        if opened.version != version:
            keyring.forget(office)
            opened = keyring.opened(office)
        RecoveryKit.objects.filter(office=office, confirmed_at=None).delete()
        RecoveryKit.objects.create(
            id=kit_id,
            office=office,
            kind=kind,
            belongs=belongs,
            public=public_of(private),
            pads=_pads(office, kit_id, codes, private),
            sealed=seal_to(public_of(private), opened.key, places.kit(office, version, kit_id)),
            version=version,
            check_salt=salt,
            check_digest=digest,
            check_cost=paid.stored(),
            made_at=timezone.now(),
        )
    return printed


def typed_back(code: str) -> str:
    """The part of a printed code that is typed back: its last groups."""
    return code[-(TYPED_GROUPS * (GROUP + 1) - 1) :]


def confirm_kit(office: str, typed: str) -> None:
    """Somebody typed the last two groups from the paper; of three shares those of all three, in their order.

    From now on this kit is the only one. Raises WrongSecret, or NoAccess when nothing was printed.
    """
    kit = RecoveryKit.objects.filter(office=office, confirmed_at=None).first()
    if kit is None:
        raise NoAccess
    digest = key_from(bare(typed), bytes(kit.check_salt), stored_cost(kit.check_cost, least()), "typed back")
    if not hmac.compare_digest(digest, bytes(kit.check_digest)):
        raise WrongSecret
    with transaction.atomic(using=KEYS):
        RecoveryKit.objects.filter(office=office).exclude(id=kit.id).delete()
        kit.confirmed_at = timezone.now()
        kit.save(update_fields=["confirmed_at"])


def kit_state(office: str) -> State:
    """Confirmed as long as one kit is; no real case belongs into an office before."""
    kits = RecoveryKit.objects.filter(office=office)
    if kits.exclude(confirmed_at=None).exists():
        return "confirmed"
    return "printed" if kits.exists() else "none"


def recover_office(office: str, codes: list[str], keyring: Keyring) -> None:
    """Give the office key to the keyring's person by the printed codes: one from the envelope, or two shares.

    Raises Mistyped, WrongCode (of another kit or office, a person's, one share twice, too few), NoAccess when the
    person is not of the office. The kit stays good; the page should ask for a new one, since this one was opened.
    """
    if office not in keyring.offices:
        raise NoAccess
    read = [read_code(code) for code in codes]
    with transaction.atomic(using=KEYS):
        wraps.locked_row(office)
        kit = _kit_of(office, read)
        key = open_letter(_private(kit, read), kit.sealed, places.kit(office, kit.version, kit.id))
        OfficeWrap.objects.update_or_create(
            office=office,
            person=keyring.person,
            defaults={"version": kit.version, "sealed": keyring.wrapped(office, kit.version, key)},
        )
    keyring.forget(office)


def discard_printed_kit(office: str) -> None:
    """The paper came out wrong: forget the kit that was not confirmed."""
    if not RecoveryKit.objects.filter(office=office, confirmed_at=None).delete()[0]:
        raise ValidationError(_("There is no recovery kit that waits to be confirmed."))


def _kit_of(office: str, read: list[Code]) -> RecoveryKit:
    """The kit to which all the codes belong."""
    for kit in RecoveryKit.objects.filter(office=office):
        if read and all(code.belongs == bytes(kit.belongs) for code in read):
            return kit
    raise WrongCode


def _private(kit: RecoveryKit, read: list[Code]) -> bytes:
    kinds = {code.kind for code in read}
    wanted = {Kind.ENVELOPE} if kit.kind == RecoveryKit.Kind.ENVELOPE else set(SHARES)
    if not kinds <= wanted or len(kinds) < min(2, len(wanted)):
        raise WrongCode
    pair = sorted({code.kind: code for code in read}.values(), key=lambda code: code.kind)[:2]
    try:
        name = _pair_name(pair)
        return unseal(_pair_key(kit.id, pair), bytes.fromhex(kit.pads[name]), places.kit_pad(kit.office, kit.id, name))
    except WrongKey:
        raise WrongCode from None


def _pads(office: str, kit_id: uuid.UUID, codes: list[Code], private: bytes) -> dict[str, str]:
    """The private key, sealed once for every way to open it."""
    pads = {}
    for pair in combinations(codes, min(2, len(codes))):
        name = _pair_name(pair)
        pads[name] = seal(_pair_key(kit_id, pair), private, places.kit_pad(office, kit_id, name)).hex()
    return pads


def _pair_name(pair: tuple[Code, ...] | list[Code]) -> str:
    return "+".join(code.kind.name for code in pair)


def _pair_key(kit_id: uuid.UUID, pair: tuple[Code, ...] | list[Code]) -> bytes:
    """A key that needs the secrets of all these codes: each adds a pad of its own, which alone is random."""
    pads = [derive(code.secret, "recovery kit", str(kit_id), _pair_name(pair)) for code in pair]
    return bytes(reduce(xor, column) for column in zip(*pads, strict=True))


def _ends(printed: list[str]) -> str:
    return bare(" ".join(typed_back(code) for code in printed))
