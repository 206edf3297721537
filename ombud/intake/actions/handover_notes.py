"""A note to the one who takes over."""

from django.db import transaction
from django.utils import timezone

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.intake.models import HandoverNote
from ombud.offices.models import Municipality
from ombud.privacy.inbox import seal_to_person


@transaction.atomic
def leave(*, municipality: Municipality, to: User, text: str, by: User) -> HandoverNote:
    """Seal the note to the person's public key. Raises NoKeys when they have chosen no passphrase."""
    note = HandoverNote(municipality=municipality, person=str(to.pk), by=str(by.pk), made_at=timezone.now())
    note.sealed = seal_to_person(note.person, text.encode(), note.place)
    note.save(force_insert=True)
    record("keys.handed_over", to, by=by, municipality=municipality.code)
    return note


@transaction.atomic
def put_away(*, note: HandoverNote, by: User) -> None:
    """The one who took over has read it and needs it no longer."""
    record("keys.note_put_away", note, by=by, municipality=note.municipality.code)
    note.delete()
