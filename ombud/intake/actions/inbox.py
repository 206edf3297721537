"""Delivering to an office's inbox needs no key and cannot be read back; setting aside and throwing away need one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.record import record, record_case
from ombud.identity.models import User
from ombud.intake.letter import Enclosure, Letter, Listed
from ombud.intake.models import InboxItem, InboxPart
from ombud.intake.queries.inbox import OpenedItem, items
from ombud.offices.models import Municipality
from ombud.privacy.inbox import seal_to_office
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import scope

MOST_BYTES = 25_000_000
"""Of all files of one letter together."""
MOST_FILES = 50


def deliver(
    *,
    municipality: Municipality,
    text: str,
    channel: str,
    subject: str = "",
    sender: str = "",
    files: Sequence[Enclosure] = (),
    received_at: datetime | None = None,
) -> InboxItem:
    """Seal a letter to the office; from then on only an unlocked adviser reads it.

    Raises ValidationError when there is nothing in it or too much, and NoAccess when the office has no key yet.
    """
    if reason := why_not_deliver(text, subject, files):
        raise ValidationError(reason)
    office, name = municipality.code, uuid4()
    listed = tuple(Listed(file.name, file.media_type, len(file.content)) for file in files)
    letter = Letter(text=text, subject=subject, sender=sender, files=listed)
    with scope(municipality), transaction.atomic():
        item = InboxItem(
            id=name, municipality=municipality, received_at=received_at or timezone.now(), channel=channel,
            sealed=seal_to_office(office, letter.packed(), str(name)),
        )  # fmt: skip
        item.save(force_insert=True)
        for position, file in enumerate(files):
            part = InboxPart(municipality=municipality, item=item, position=position)
            part.sealed = seal_to_office(office, file.packed(), str(part.pk))
            part.save(force_insert=True)
        record("inbox.delivered", item, by=None, municipality=office)
    return item


def why_not_deliver(text: str, subject: str, files: Sequence[Enclosure]) -> str:
    """Reason when a letter is empty or too large."""
    if not (text.strip() or subject.strip() or files):
        return _("There is nothing in the letter.")
    if len(files) > MOST_FILES:
        return _("A letter has at most %(count)d files.") % {"count": MOST_FILES}
    if len(text.encode()) + sum(len(file.content) for file in files) > MOST_BYTES:
        return _("A letter with its files is at most %(size)d MB.") % {"size": MOST_BYTES // 1_000_000}
    return ""


def read_inbox(*, municipality: Municipality, keys: Keyring, by: User, set_aside: bool = False) -> list[OpenedItem]:
    """What waits, the oldest first, or what was set aside. One line of the log; call it outside a transaction."""
    keys.office_seals(municipality.code)
    record_case("inbox.read", case=None, by=by, municipality=municipality.code)
    return items(keys, municipality.code, set_aside=set_aside)


@transaction.atomic
def set_aside(*, item: InboxItem, keys: Keyring, by: User) -> InboxItem:
    """It needs no case: keep it out of the way until it is taken after all or thrown away."""
    current = _locked(item, keys)
    current.set_aside_at = timezone.now()
    current.save(update_fields=["set_aside_at"])
    record("inbox.set_aside", current, by=by, municipality=current.municipality.code)
    return current


@transaction.atomic
def throw_away(*, item: InboxItem, keys: Keyring, by: User) -> None:
    """Delete what was set aside. Raises ValidationError for what still waits."""
    current = _locked(item, keys)
    if current.set_aside_at is None:
        raise ValidationError(_("Only what was set aside is thrown away."))
    record("inbox.thrown_away", current, by=by, municipality=current.municipality.code)
    current.delete()


def _locked(item: InboxItem, keys: Keyring) -> InboxItem:
    current: InboxItem = (
        InboxItem.objects.select_for_update(of=("self",)).select_related("municipality").get(pk=item.pk)
    )
    keys.office_seals(current.municipality.code)
    return current
