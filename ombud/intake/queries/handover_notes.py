"""The notes that were left to somebody, opened with their own keys."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from ombud.identity.models import User
from ombud.intake.models import HandoverNote
from ombud.privacy.inbox import open_own
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CannotOpen


@dataclass(frozen=True)
class OpenedNote:
    name: UUID
    by: str
    made_at: datetime
    text: str = field(repr=False)


def handover_notes(keys: Keyring) -> list[OpenedNote]:
    """Those in the scope to the keyring's person, oldest first. What does not open (keys made anew) is left out."""
    opened = []
    rows = list(HandoverNote.objects.filter(person=keys.person).order_by("made_at"))
    names = {str(user.pk): user.name for user in User.objects.filter(pk__in=[row.by for row in rows])}
    for row in rows:
        try:
            text = open_own(keys, row.sealed, row.place).decode()
        except CannotOpen:
            continue
        opened.append(OpenedNote(row.pk, names.get(row.by, ""), row.made_at, text))
    return opened
