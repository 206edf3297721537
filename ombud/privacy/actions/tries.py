"""How often a passphrase may be tried. Counted in the key store, so that all processes count together."""

from datetime import datetime, timedelta

from django.db import transaction

from ombud.privacy.models import PersonKey, Try
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.errors import TooManyTries

MOST = 10
WITHIN = timedelta(minutes=5)


def count_a_try(person: str, now: datetime) -> None:
    """Write the try down before it is judged. Raises TooManyTries when ten are not yet five minutes old."""
    with transaction.atomic(using=KEYS):
        PersonKey.objects.select_for_update().filter(person=person).first()  # two at once are counted one by one
        Try.objects.filter(at__lte=now - WITHIN).delete()
        blocked = Try.objects.filter(person=person).count() >= MOST
        if not blocked:
            Try.objects.create(person=person, at=now)
    if blocked:
        raise TooManyTries


def forget_tries(person: str) -> None:
    """The right passphrase was given."""
    Try.objects.filter(person=person).delete()
