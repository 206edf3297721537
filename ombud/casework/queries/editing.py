"""Who else has something open to write in it."""

from datetime import datetime, timedelta

from ombud.casework.models import Editing
from ombud.identity.models import User

STALE = timedelta(minutes=2)
"""How long somebody who is heard of no more still counts as writing."""


def others_editing(*, noun: str, row: str, by: User, now: datetime) -> list[str]:
    """The names of the others who write in the row now, in alphabetical order."""
    rows = Editing.objects.filter(noun=noun, row=row, seen_at__gte=now - STALE).exclude(user=by)
    return sorted(rows.values_list("user__name", flat=True))
