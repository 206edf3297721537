"""Who else has something open to write in it, and who has saved it since it was opened."""

from datetime import datetime, timedelta

from ombud.casework.models import Editing
from ombud.identity.models import User

STALE = timedelta(minutes=2)
"""How long somebody who is heard of no more still counts as writing."""


def others_editing(*, noun: str, row: str, by: User, now: datetime) -> list[str]:
    """The names of the others who write in the row now, in alphabetical order."""
    rows = Editing.objects.filter(noun=noun, row=row, seen_at__gte=now - STALE).exclude(user=by)
    return sorted(rows.values_list("user__name", flat=True))


def others_who_saved(*, noun: str, row: str, by: User, version: int) -> list[str]:
    """The names of the others who have saved the row since it had this version, in alphabetical order."""
    rows = Editing.objects.filter(noun=noun, row=row, saved_over__gte=version).exclude(user=by)
    return sorted(rows.values_list("user__name", flat=True))
