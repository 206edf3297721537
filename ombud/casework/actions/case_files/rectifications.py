"""Putting wrong data right: what stood, what is right, who had it and when each was told (R145, R146).

The wrong wording stays readable as history, marked as wrong: a case must show what others acted on.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.purposes import Purpose
from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.notes import correct_note
from ombud.casework.actions.case_files.writing import add_row, locked, rewrite, why_not_part
from ombud.casework.actions.validation import Refusals
from ombud.casework.contents.note import NoteText
from ombud.casework.contents.rectification import Recipient, RectificationText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Document, Note, Rectification
from ombud.identity.models import User
from ombud.privacy.keyring import Keyring


@transaction.atomic
def rectify(
    *, case: CaseFile, on: date, stood: str, right: str, why: str, recipients: Iterable[str], keys: Keyring, by: User
) -> Rectification:
    """Keep that something was wrong. ``recipients`` are the names of those who had it; each is to be told.

    Raises ValidationError with field keys.
    """
    text = _text(on, stood, right, why, recipients, by)
    return _keep(case, text, keys, by)


@transaction.atomic
def rectify_note(
    *, note: Note, version: int, wording: NoteText, why: str, recipients: Iterable[str], keys: Keyring, by: User
) -> Rectification:
    """Correct a note that was wrong; the wording of ``version`` stays in its history, marked as wrong.

    Raises ChangedMeanwhile when ``version`` is no longer the last, and ValidationError with field keys.
    """
    before = unseal(keys.case_seals(note.case.pk), note, NoteText)
    text = _text(timezone.localdate(), before.text or before.title, wording.text or wording.title, why, recipients, by)
    corrected = correct_note(note=note, version=version, text=wording, keys=keys, by=by)
    if corrected.version == version:
        raise ValidationError({"text": _("The note says the same as before.")})
    return _keep(note.case, replace(text, note=str(note.pk), note_version=version), keys, by)


@transaction.atomic
def tell(
    *,
    rectification: Rectification,
    version: int,
    name: str,
    on: date,
    how: str,
    keys: Keyring,
    by: User,
    document: str = "",
) -> Rectification:
    """Keep that a recipient was told, how, and by which document it can be proved. An unknown name is added."""
    current = locked(rectification, version)
    before = unseal(keys.case_seals(current.case.pk), current, RectificationText)
    refusals = Refusals()
    if not name.strip():
        refusals.add("name", _("Write who was told."))
    if not how.strip():
        refusals.add("how", _("Write how the recipient was told."))
    if on < before.on:
        refusals.add("on", _("The day is before the rectification."))
    if on > timezone.localdate():
        refusals.add("on", _("The day is in the future."))
    refusals.add(
        "document", why_not_part(Document, document, current.case, _("There is no such document in the case."))
    )
    refusals.stop()
    told = Recipient(name.strip(), on, how.strip(), document)
    known = [recipient.name for recipient in before.recipients]
    recipients = tuple(told if one.name == told.name else one for one in before.recipients)
    after = replace(before, recipients=recipients if told.name in known else (*recipients, told))
    rewrite(current, after, keys)
    log("rectification.told", current.case, keys=keys, by=by, rectification=str(current.pk))
    return current


def _keep(case: CaseFile, text: RectificationText, keys: Keyring, by: User) -> Rectification:
    row = add_row(Rectification, case, text, keys)
    log("rectification.made", case, keys=keys, by=by, purpose=Purpose.RECTIFICATION, rectification=str(row.pk))
    return row


def _text(on: date, stood: str, right: str, why: str, recipients: Iterable[str], by: User) -> RectificationText:
    refusals = Refusals()
    for field, said in (("stood", stood), ("right", right), ("why", why)):
        if not said.strip():
            refusals.add(field, _("Write what stood, what is right, and why it is put right."))
    if on > timezone.localdate():
        refusals.add("on", _("The day is in the future."))
    refusals.stop()
    names = dict.fromkeys(name.strip() for name in recipients if name.strip())
    return RectificationText(
        on=on,
        stood=stood.strip(),
        right=right.strip(),
        why=why.strip(),
        recipients=tuple(Recipient(name) for name in names),
        by=by.name,
    )
