"""Opening a case file for a registration, its title and how the citizen wants to be contacted (R135, R136)."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.writing import locked_case
from ombud.casework.contents.case import CaseLink, CaseText
from ombud.casework.contents.sealing import seal, unseal
from ombud.casework.models import CaseFile, Enquiry
from ombud.casework.queries.case_files.finding import case_of, may_open
from ombud.casework.words import WORDS
from ombud.core.workflow import case_files as rules
from ombud.identity.models import User
from ombud.privacy.actions.cases import make_case_key
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.keyring import Keyring

NOTHING = CaseText()


def why_not_open_case(office: str) -> str:
    """Reason while the office may not open its first case: the recovery kit is not printed and typed back."""
    state = kit_state(office)
    return rules.why_not_open(printed=state != "none", confirmed=state == "confirmed", words=WORDS)


def open_case(*, enquiry: Enquiry, keys: Keyring, by: User, text: CaseText = NOTHING) -> CaseFile:
    """Open the case file of a registration. The registration itself is not touched. Raises ValidationError.

    The key is made before the row, in its own database; should the row fail, the reconciler takes the key away.
    """
    office = enquiry.municipality.code
    if reason := why_not_open_case(office):
        raise ValidationError(reason)
    if CaseFile.objects.filter(enquiry=enquiry).exists():
        raise _taken(enquiry, keys)
    case_id = make_case_key(office, keys)
    case = CaseFile(pk=case_id, enquiry=enquiry, municipality=enquiry.municipality)
    case.sealed = seal(keys.case_seals(case_id), case, text)
    try:
        with transaction.atomic():
            case.save(force_insert=True)
            log("case.opened", case, keys=keys, by=by)
    except IntegrityError:
        raise _taken(enquiry, keys) from None
    return case


@transaction.atomic
def correct_case(
    *, case: CaseFile, version: int, title: str, preferred_contact: str, contact_note: str, keys: Keyring, by: User
) -> CaseFile:
    """Change the title and the preferred contact. Raises ChangedMeanwhile when ``version`` is no longer the last."""
    current = locked_case(case, version)
    before = text_of(current, keys)
    after = replace(before, title=title, preferred_contact=preferred_contact, contact_note=contact_note)
    if after == before:
        return current
    return _rewrite("case.corrected", current, after, keys, by)


@transaction.atomic
def link_cases(*, case: CaseFile, version: int, other: CaseFile, sentence: str, keys: Keyring, by: User) -> CaseFile:
    """Say that another case belongs to this one, with a sentence on how. Both must be open to the person."""
    if other.pk == case.pk:
        raise ValidationError({"other": _("A case cannot be linked with itself.")})
    if other.municipality_id != case.municipality_id or not may_open(other.pk, keys):
        raise ValidationError({"other": _("There is no such case.")})
    current = locked_case(case, version)
    text = text_of(current, keys)
    kept = tuple(link for link in text.links if link.case != str(other.pk))
    changed = replace(text, links=(*kept, CaseLink(str(other.pk), sentence)))
    return _rewrite("case.linked", current, changed, keys, by)


@transaction.atomic
def unlink_cases(*, case: CaseFile, version: int, other_id: str, keys: Keyring, by: User) -> CaseFile:
    """Take a link away; without one nothing happens."""
    current = locked_case(case, version)
    text = text_of(current, keys)
    kept = tuple(link for link in text.links if link.case != other_id)
    return current if kept == text.links else _rewrite("case.unlinked", current, replace(text, links=kept), keys, by)


def text_of(case: CaseFile, keys: Keyring) -> CaseText:
    return unseal(keys.case_seals(case.pk), case, CaseText)


def _rewrite(action: str, case: CaseFile, text: CaseText, keys: Keyring, by: User) -> CaseFile:
    case.sealed = seal(keys.case_seals(case.pk), case, text)
    case.version += 1
    case.save(update_fields=["sealed", "version"])
    log(action, case, keys=keys, by=by)
    return case


def _taken(enquiry: Enquiry, keys: Keyring) -> ValidationError:
    """Who is shut out of the case that is there is not told that there is one."""
    if case_of(enquiry, keys) is not None:
        return ValidationError(_("The registration has a case file already."))
    return ValidationError(_("A case file cannot be opened for this registration."))
