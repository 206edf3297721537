"""Writing and correcting notes (R136). What a note said before is kept, sealed, and stays readable."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.writing import add_row, locked, rewrite
from ombud.casework.actions.validation import Refusals
from ombud.casework.contents.note import NoteKind, NoteText
from ombud.casework.contents.sealing import seal, unseal
from ombud.casework.models import CaseFile, EarlierNote, Note
from ombud.identity.models import User
from ombud.privacy.keyring import Keyring


@transaction.atomic
def write_note(*, case: CaseFile, text: NoteText, keys: Keyring, by: User) -> Note:
    """Add a note in the name of ``by``. Raises ValidationError with field keys."""
    _refuse(text)
    note = add_row(Note, case, replace(text, by=by.name, written_at=_moment()), keys)
    log("note.written", case, keys=keys, by=by, note=str(note.pk))
    return note


@transaction.atomic
def correct_note(*, note: Note, version: int, text: NoteText, keys: Keyring, by: User) -> Note:
    """Change a note and keep what it said. Raises ChangedMeanwhile when ``version`` is no longer the last.

    A correction that changes nothing writes nothing.
    """
    _refuse(text)
    current = locked(note, version)
    seals = keys.case_seals(current.case.pk)
    before = unseal(seals, current, NoteText)
    if (text.on, text.kind, text.title, text.text) == (before.on, before.kind, before.title, before.text):
        return current
    earlier = EarlierNote(note=current, number=current.version, municipality=current.municipality)
    earlier.sealed = seal(seals, earlier, before)
    earlier.save(force_insert=True)
    rewrite(current, replace(text, by=by.name, written_at=_moment()), keys)
    log("note.corrected", current.case, keys=keys, by=by, note=str(current.pk), version=current.version)
    return current


def _refuse(text: NoteText) -> None:
    refusals = Refusals()
    if not (text.title.strip() or text.text.strip()):
        refusals.add("text", _("Write what the note is to say."))
    if text.kind not in NoteKind.values:
        refusals.add("kind", _("There is no such kind of note."))
    if text.on > timezone.localdate():
        refusals.add("on", _("The day of the note is in the future."))
    refusals.stop()


def _moment() -> str:
    return timezone.now().isoformat(timespec="seconds")
