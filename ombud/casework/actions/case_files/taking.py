"""Taking a letter out of the inbox into a case: its text as a note, its files as documents."""

import io

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.documents import GivenFile, add_documents
from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.notes import write_note
from ombud.casework.contents.case import CaseText
from ombud.casework.contents.note import NoteKind, NoteText
from ombud.casework.models import CaseFile, Enquiry
from ombud.casework.queries.case_files.finding import case_of
from ombud.identity.models import User
from ombud.intake.letter import Letter
from ombud.intake.models import InboxItem
from ombud.intake.queries.inbox import enclosures, opened_item
from ombud.privacy.keyring import Keyring


def take(*, item: InboxItem, enquiry: Enquiry, keys: Keyring, by: User) -> CaseFile:
    """Put a letter into the case file of a registration, which is opened when there is none yet.

    The letter leaves the inbox only when everything of it is in the case. Raises ValidationError as ``open_case`` does.
    """
    office = enquiry.municipality.code
    letter = opened_item(item, keys, office).letter
    case = case_of(enquiry, keys) or open_case(enquiry=enquiry, keys=keys, by=by, text=CaseText(title=letter.subject))
    with transaction.atomic():
        current = InboxItem.objects.select_for_update().get(pk=item.pk)
        received_on = timezone.localdate(current.received_at)
        files = [GivenFile(io.BytesIO(one.content), one.name) for one in enclosures(current, keys, office)]
        text = NoteText(on=received_on, kind=_kind(current), title=_title(letter), text=_text(letter))
        write_note(case=case, text=text, keys=keys, by=by)
        log("inbox.taken", case, keys=keys, by=by, item=str(current.pk))
        current.delete()
        if files:
            add_documents(
                case=case, files_given=files, keys=keys, by=by, received_from=letter.sender, received_on=received_on
            )
    return case


def _kind(item: InboxItem) -> str:
    return NoteKind.MAIL.value if item.channel == InboxItem.Channel.MAIL else NoteKind.LETTER.value


def _title(letter: Letter) -> str:
    return letter.subject.strip() or _("Letter from the inbox")


def _text(letter: Letter) -> str:
    sender = _("From: %(sender)s") % {"sender": letter.sender} if letter.sender.strip() else ""
    return "\n\n".join(part for part in (sender, letter.text.strip()) if part)
