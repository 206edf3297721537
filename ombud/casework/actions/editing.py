"""Who has what open to write in. No text is held and no line of the log is written: it is gone after two minutes."""

from datetime import datetime

from django.db import transaction

from ombud.casework.models import Editing
from ombud.casework.queries.editing import STALE
from ombud.identity.models import User


@transaction.atomic
def seen(*, noun: str, row: str, by: User, now: datetime) -> None:
    """The person has the row open now; said when the page opens and about once a minute after."""
    Editing.objects.filter(seen_at__lt=now - STALE).delete()
    Editing.objects.update_or_create(noun=noun, row=row, user=by, defaults={"seen_at": now})


def leave(*, noun: str, row: str, by: User) -> None:
    """The person has saved it or closed the page."""
    Editing.objects.filter(noun=noun, row=row, user=by).delete()
