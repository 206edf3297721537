"""Who has what open to write in, and who saved. No text is held and no line of the log is written: it is gone in a day.

Being open is forgotten after two minutes without a sign, having saved after half a day, when no page is open any more.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from ombud.casework.models import Editing
from ombud.casework.queries.editing import STALE
from ombud.identity.models import User

REMEMBERED = timedelta(hours=12)


@transaction.atomic
def seen(*, noun: str, row: str, by: User, now: datetime) -> None:
    """The person has the row open now; said when the page opens and about three times a minute after."""
    _forget(now)
    Editing.objects.update_or_create(noun=noun, row=row, user=by, defaults={"seen_at": now})


@transaction.atomic
def saved(*, noun: str, row: str, by: User, version: int, now: datetime) -> None:
    """The person has saved over this version of the row, and left its page."""
    _forget(now)
    said = {"seen_at": None, "saved_over": version, "saved_at": now}
    Editing.objects.update_or_create(noun=noun, row=row, user=by, defaults=said)


def leave(*, noun: str, row: str, by: User) -> None:
    """The person has left the row as it was."""
    Editing.objects.filter(noun=noun, row=row, user=by).update(seen_at=None)


def _forget(now: datetime) -> None:
    unheard = Q(seen_at=None) | Q(seen_at__lt=now - STALE)
    Editing.objects.filter(unheard, Q(saved_at=None) | Q(saved_at__lt=now - REMEMBERED)).delete()
