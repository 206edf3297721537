"""What lies in the inbox of the municipality in scope, opened with the office's key."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ombud.intake.letter import Enclosure, Letter, read_letter, unpacked
from ombud.intake.models import InboxItem, InboxPart
from ombud.privacy.inbox import open_from_inbox
from ombud.privacy.keyring import Keyring


@dataclass(frozen=True, repr=False)
class OpenedItem:
    """A letter by its id, when it came and how (a code of InboxItem.Channel)."""

    id: UUID
    received_at: datetime
    channel: str
    letter: Letter


def waiting() -> int:
    """How many letters wait; needs no key."""
    return int(InboxItem.objects.filter(set_aside_at=None).count())


def items(keys: Keyring, office: str, *, set_aside: bool = False) -> list[OpenedItem]:
    """What waits, or what was set aside, the oldest first. Pages come here through actions.inbox.read_inbox."""
    rows = InboxItem.objects.filter(set_aside_at__isnull=not set_aside)
    return [opened_item(row, keys, office) for row in rows]


def opened_item(item: InboxItem, keys: Keyring, office: str) -> OpenedItem:
    """One letter. Raises NoAccess, WrongKey or Damaged."""
    letter = read_letter(open_from_inbox(keys, office, item.sealed, str(item.pk)))
    return OpenedItem(item.pk, item.received_at, item.channel, letter)


def enclosures(item: InboxItem, keys: Keyring, office: str) -> list[Enclosure]:
    """The files of a letter with their content, in their order."""
    parts = InboxPart.objects.filter(item=item)
    return [unpacked(open_from_inbox(keys, office, part.sealed, str(part.pk))) for part in parts]
