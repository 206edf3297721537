"""A person's own way to their keys: passphrase and recovery code."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from ombud.audit.record import history, record
from ombud.identity.models import User
from ombud.privacy.actions import people
from ombud.privacy.sealing.errors import NeedsRecovery, WrongSecret

CODE_MADE, CODE_CONFIRMED = "keys.code_made", "keys.code_confirmed"


@transaction.atomic
def choose_passphrase(*, user: User, passphrase: str) -> tuple[bytes, str]:
    """The person's first keys: the user key, and the recovery code to print.

    Raises ValidationError for a weak passphrase, and when one was chosen already.
    """
    record("keys.made", user, by=user)
    record(CODE_MADE, user, by=user)
    return people.make_user_key(str(user.pk), passphrase)


def unlock(*, user: User, passphrase: str, municipality: str = "") -> bytes:
    """The user key.

    Raises WrongSecret and NeedsRecovery, which are logged, TooManyTries and NoKeys. Not inside a transaction: a try
    counts even when the page fails.
    """
    with _failures_noted(user, municipality):
        user_key = people.unlock(str(user.pk), passphrase)
    record("keys.unlocked", user, by=user, municipality=municipality)
    return user_key


def note_lock(*, user: User, municipality: str = "") -> None:
    """The person locked by pressing the button; a lock by itself leaves no line."""
    record("keys.locked", user, by=user, municipality=municipality)


def recover(*, user: User, code: str, passphrase: str) -> tuple[bytes, str]:
    """A new passphrase by the recovery code: the user key and a new code to print, for the old one is used up.

    Raises WrongSecret (Mistyped, WrongCode) and TooManyTries; what failed is logged.
    """
    try:
        with transaction.atomic():
            record("keys.recovered", user, by=user)
            record(CODE_MADE, user, by=user)
            return people.recover(str(user.pk), code, passphrase)
    except WrongSecret:
        record("keys.recovery_failed", user, by=user)
        raise


def change_passphrase(*, user: User, old: str, new: str) -> bytes:
    """The user key: what the keys open does not change. Every session that is unlocked locks.

    Raises what ``unlock`` raises, and ValidationError for a weak one.
    """
    with _failures_noted(user), transaction.atomic():
        record("keys.passphrase_changed", user, by=user)
        return people.change_passphrase(str(user.pk), old, new)


def new_code(*, user: User, passphrase: str) -> str:
    """A new recovery code to print; the old one opens nothing from now on. Raises what ``unlock`` raises."""
    with _failures_noted(user), transaction.atomic():
        record(CODE_MADE, user, by=user)
        return people.new_recovery_code(str(user.pk), passphrase)


def confirm_code(*, user: User) -> None:
    """The person has typed a part of the printed code back."""
    record(CODE_CONFIRMED, user, by=user)


def has_confirmed_code(user: User) -> bool:
    """Whether the code that opens now was printed and a part of it typed back."""
    last = history(user).filter(action__in=[CODE_MADE, CODE_CONFIRMED]).last()
    return last is not None and last.action == CODE_CONFIRMED


@contextmanager
def _failures_noted(user: User, municipality: str = "") -> Iterator[None]:
    try:
        yield
    except (WrongSecret, NeedsRecovery):
        record("keys.unlock_failed", user, by=user, municipality=municipality)
        raise
