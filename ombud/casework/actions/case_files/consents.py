"""Consents: given, documented, withdrawn (R133, R143). No department is contacted without one."""

from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.writing import add_row, locked, rewrite, why_not_part
from ombud.casework.actions.validation import Refusals
from ombud.casework.contents.consent import ConsentForm, ConsentText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Consent, Document, Party
from ombud.identity.models import User
from ombud.offices.models import Department
from ombud.privacy.keyring import Keyring


@transaction.atomic
def give_consent(*, case: CaseFile, text: ConsentText, keys: Keyring, by: User) -> Consent:
    """Keep a consent. Raises ValidationError with field keys."""
    _refuse(text, case)
    consent = add_row(Consent, case, text, keys)
    log("consent.given", case, keys=keys, by=by, consent=str(consent.pk))
    return consent


@transaction.atomic
def correct_consent(*, consent: Consent, version: int, text: ConsentText, keys: Keyring, by: User) -> Consent:
    """Put a consent right, for instance when its signed paper has come. A withdrawal stays as it was."""
    current = locked(consent, version)
    before = unseal(keys.case_seals(current.case.pk), current, ConsentText)
    after = replace(text, withdrawn_on=before.withdrawn_on, withdrawal=before.withdrawal)
    _refuse(after, current.case)
    if after == before:
        return current
    rewrite(current, after, keys)
    log("consent.corrected", current.case, keys=keys, by=by, consent=str(current.pk))
    return current


@transaction.atomic
def withdraw_consent(*, consent: Consent, version: int, on: date, keys: Keyring, by: User, remark: str = "") -> Consent:
    """From this day on nothing rests on the consent any more; what was done before stays lawful."""
    current = locked(consent, version)
    before = unseal(keys.case_seals(current.case.pk), current, ConsentText)
    if before.withdrawn_on is not None:
        raise ValidationError({"on": _("The consent is withdrawn already.")})
    if on < before.given_on:
        raise ValidationError({"on": _("The consent was given after that day.")})
    if on > timezone.localdate():
        raise ValidationError({"on": _("The day is in the future.")})
    rewrite(current, replace(before, withdrawn_on=on, withdrawal=remark), keys)
    log("consent.withdrawn", current.case, keys=keys, by=by, consent=str(current.pk))
    return current


def _refuse(text: ConsentText, case: CaseFile) -> None:
    refusals = Refusals()
    if not text.scope.strip():
        refusals.add("scope", _("Write what the consent covers."))
    if text.form not in ConsentForm.values:
        refusals.add("form", _("There is no such form of consent."))
    if text.given_on > timezone.localdate():
        refusals.add("given_on", _("The day is in the future."))
    if not (text.anyone or text.departments or text.to_whom.strip()):
        refusals.add("to_whom", _("Say to whom the citizen's information may be given."))
    if Department.objects.filter(pk__in=text.departments).count() != len(set(text.departments)):
        refusals.add("departments", _("There is no such department."))
    refusals.add("given_by", why_not_part(Party, text.given_by, case, _("There is no such person in the case.")))
    refusals.add("document", why_not_part(Document, text.document, case, _("There is no such document in the case.")))
    refusals.stop()
