"""A person's own keys: made once, opened by the passphrase, won back by the recovery code.

The log-in never comes near these. What fails says only that it failed.
"""

import hashlib
import unicodedata
from datetime import datetime
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.privacy import places
from ombud.privacy.actions import slots
from ombud.privacy.actions.tries import count_a_try, forget_tries
from ombud.privacy.models import CaseSeal, OfficeWrap, PersonKey, Slot
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.codes import GROUP, LETTERS
from ombud.privacy.sealing.derivation import new_key
from ombud.privacy.sealing.errors import NeedsRecovery, NoKeys
from ombud.privacy.sealing.letters import new_pair
from ombud.privacy.sealing.texts import seal

SHORTEST = 15
LONGEST = 500
DIFFERENT = 6


def has_keys(person: str) -> bool:
    """Whether the person has chosen a passphrase."""
    return PersonKey.objects.filter(person=person).exists()


def needs_recovery(person: str) -> bool:
    """Whether an administrator's reset left only the recovery code."""
    return PersonKey.objects.filter(person=person, needs_recovery=True).exists()


def why_not_passphrase(text: str) -> str | None:
    """Why this passphrase is too easy to guess, or None."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) < SHORTEST:
        return _("The passphrase must have at least %(count)d characters.") % {"count": SHORTEST}
    if len(text) > LONGEST:
        return _("The passphrase may have at most %(count)d characters.") % {"count": LONGEST}
    steps = {ord(after) - ord(before) for before, after in pairwise(plain)}
    if len(set(plain.casefold())) < DIFFERENT or len(steps) <= 2:
        return _("The passphrase repeats itself. Use several words that do not belong together.")
    if any(len(plain) % size == 0 and plain == plain[:size] * (len(plain) // size) for size in range(1, SHORTEST)):
        return _("The passphrase repeats itself. Use several words that do not belong together.")
    return None


def make_user_key(person: str, passphrase: str) -> tuple[bytes, str]:
    """The user key and the recovery code to print.

    Raises ValidationError with the key "passphrase" for a weak one, or without a key when the person has keys already:
    they are never replaced unseen, since others would then seal to somebody else.
    """
    _refuse_weak(passphrase)
    user_key = new_key()
    private, public = new_pair()
    sealed = seal(user_key, private, places.private_key(person))
    by_passphrase = slots.passphrase_slot(person, passphrase, user_key)
    by_code, printed = slots.recovery_slot(person, user_key)
    with transaction.atomic(using=KEYS):
        _row, made = PersonKey.objects.get_or_create(
            person=person, defaults={"public": public, "sealed_private": sealed, "made_at": timezone.now()}
        )
        if not made:
            raise ValidationError(_("A passphrase has been chosen already."))
        slots.replace(by_passphrase)
        slots.replace(by_code)
    return user_key, printed


def unlock(person: str, passphrase: str, now: datetime | None = None) -> bytes:
    """The user key.

    Raises NoKeys, NeedsRecovery (after a reset, whatever is typed), TooManyTries (ten in five minutes, whatever is
    typed) or WrongSecret. Must not be called inside a transaction that may be rolled back: the try is counted first.
    """
    _refuse_without_keys(person)
    if needs_recovery(person):
        raise NeedsRecovery
    count_a_try(person, now or timezone.now())
    user_key = slots.open_passphrase_slot(person, passphrase)
    forget_tries(person)
    if slots.is_cheaper_than_set(person):
        _replace(slots.passphrase_slot(person, passphrase, user_key))
    return user_key


def check_letters(person: str) -> str:
    """Four groups that stand for the person's public key; "" without one.

    Whoever is about to seal something to it compares them with what the person reads aloud: somebody else who logged in
    as the person, and chose a passphrase first, has other ones.
    """
    row = PersonKey.objects.filter(person=person).first()
    if row is None:
        return ""
    number = int.from_bytes(hashlib.sha256(b"ombud check letters" + bytes(row.public)).digest()[:10], "big")
    letters = "".join(LETTERS[(number >> shift) & 31] for shift in range(75, -1, -5))
    return " ".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def passphrase_mark(person: str) -> str:
    """Another one after every change of the passphrase; "" without one. Says nothing of it."""
    slot = Slot.objects.filter(person=person, kind=Slot.Kind.PASSPHRASE).values_list("id", flat=True).first()
    return str(slot or "")


def change_passphrase(person: str, old: str, new: str, now: datetime | None = None) -> bytes:
    """The user key, which stays the same.

    Raises what ``unlock`` raises for the old one, and ValidationError with the key "passphrase" for the new one.
    """
    _refuse_weak(new)
    user_key = unlock(person, old, now)
    _replace(slots.passphrase_slot(person, new, user_key))
    return user_key


def new_recovery_code(person: str, passphrase: str, now: datetime | None = None) -> str:
    """Another code to print; the old one opens nothing any more. Raises what ``unlock`` raises."""
    user_key = unlock(person, passphrase, now)
    by_code, printed = slots.recovery_slot(person, user_key)
    _replace(by_code)
    return printed


def recover(person: str, code: str, new_passphrase: str) -> tuple[bytes, str]:
    """The user key and a new recovery code, by the code on paper; the passphrase is replaced.

    Raises NoKeys, Mistyped, WrongCode, WrongSecret, or ValidationError with the key "passphrase".
    """
    _refuse_weak(new_passphrase)
    _refuse_without_keys(person)
    user_key = slots.open_recovery_slot(person, code)
    by_passphrase = slots.passphrase_slot(person, new_passphrase, user_key)
    by_code, printed = slots.recovery_slot(person, user_key)
    with transaction.atomic(using=KEYS):
        slots.replace(by_passphrase)
        slots.replace(by_code)
        PersonKey.objects.filter(person=person).update(needs_recovery=False)
        forget_tries(person)
    return user_key, printed


def require_recovery(person: str) -> None:
    """After an administrator's reset: the passphrase opens nothing until the recovery code was given."""
    PersonKey.objects.filter(person=person).update(needs_recovery=True)


def forget_keys(person: str) -> None:
    """Passphrase and recovery code are both lost: take the useless keys away, so that new ones can be made.

    The person then holds nothing until a colleague, or the recovery kit, lets them in again.
    """
    with transaction.atomic(using=KEYS):
        for model in (Slot, OfficeWrap, CaseSeal, PersonKey):
            model.objects.filter(person=person).delete()


def _replace(slot: Slot) -> None:
    with transaction.atomic(using=KEYS):
        slots.replace(slot)


def _refuse_weak(passphrase: str) -> None:
    reason = why_not_passphrase(passphrase)
    if reason:
        raise ValidationError({"passphrase": [reason]})


def _refuse_without_keys(person: str) -> None:
    if not has_keys(person):
        raise NoKeys
