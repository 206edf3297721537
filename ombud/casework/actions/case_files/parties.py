"""The persons of a case (R129-R131). A case works without any; identity can be added to it later."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.purposes import Purpose
from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.tracing import trace_party
from ombud.casework.actions.case_files.writing import add_row, locked, rewrite
from ombud.casework.actions.validation import Refusals
from ombud.casework.contents.case import Contact
from ombud.casework.contents.party import PartyRole, PartyText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Party
from ombud.casework.words import WORDS
from ombud.core import cpr
from ombud.identity.models import User
from ombud.privacy.keyring import Keyring

PARTICULARS = ("name", "cpr", "address", "phone", "mail")


@transaction.atomic
def add_party(*, case: CaseFile, text: PartyText, keys: Keyring, by: User) -> Party:
    """Add a person. Raises ValidationError with field keys."""
    _refuse(text, case)
    party = add_row(Party, case, _tidy(text), keys)
    trace_party(party, _tidy(text), case.municipality, keys)
    log("party.added", case, keys=keys, by=by, party=str(party.pk), role=text.role)
    return party


@transaction.atomic
def identify(*, case: CaseFile, text: PartyText, keys: Keyring, by: User) -> Party:
    """Tie an anonymous case to its citizen, in the same case and the same registration (R131)."""
    seals = keys.case_seals(case.pk)
    if any(unseal(seals, one, PartyText).role == PartyRole.CITIZEN for one in Party.objects.filter(case=case)):
        raise ValidationError(_("The case has a citizen already."))
    citizen = replace(text, role=PartyRole.CITIZEN.value)
    _refuse(citizen, case)
    party = add_row(Party, case, _tidy(citizen), keys)
    trace_party(party, _tidy(citizen), case.municipality, keys)
    log("case.identified", case, keys=keys, by=by, party=str(party.pk))
    return party


@transaction.atomic
def correct_party(*, party: Party, version: int, text: PartyText, keys: Keyring, by: User) -> Party:
    """Change what is known of a person. A CPR number given masked, as the page shows it, stays as it is.

    Raises ChangedMeanwhile when ``version`` is no longer the last, and ValidationError with field keys.
    """
    current = locked(party, version)
    before = unseal(keys.case_seals(current.case.pk), current, PartyText)
    if text.cpr and text.cpr == cpr.masked(before.cpr):
        text = replace(text, cpr=before.cpr)
    _refuse(text, current.case, itself=str(current.pk))
    after = _tidy(text)
    if after == before:
        return current
    rewrite(current, after, keys)
    trace_party(current, after, current.municipality, keys)
    log("party.corrected", current.case, keys=keys, by=by, party=str(current.pk))
    return current


@transaction.atomic
def remove_party(*, party: Party, version: int, keys: Keyring, by: User) -> None:
    """Take a person added by mistake out of the case."""
    current = locked(party, version)
    keys.case_seals(current.case.pk)
    log("party.removed", current.case, keys=keys, by=by, party=str(current.pk))
    current.delete()


def show_cpr(*, party: Party, purpose: str, keys: Keyring, by: User) -> str:
    """The whole CPR number, after the line that says who saw it and why; "" when none is known.

    Raises ValidationError without a purpose. Call it outside a transaction: the line must not be taken back.
    """
    if purpose not in Purpose.values:
        raise ValidationError({"purpose": _("Choose why the CPR number is to be shown.")})
    number = unseal(keys.case_seals(party.case.pk), party, PartyText).cpr
    log("cpr.shown", party.case, keys=keys, by=by, purpose=purpose, party=str(party.pk))
    return number


def _tidy(text: PartyText) -> PartyText:
    stripped = {name: getattr(text, name).strip() for name in PARTICULARS}
    return replace(text, **stripped | {"cpr": cpr.normal(text.cpr)})


def _refuse(text: PartyText, case: CaseFile, itself: str = "") -> None:
    refusals = Refusals()
    if not any(getattr(text, name).strip() for name in PARTICULARS):
        refusals.add("name", _("Write a name or another particular; a case without a person needs no party."))
    if text.role not in PartyRole.values:
        refusals.add("role", _("There is no such role in a case."))
    if text.preferred_contact not in Contact.values:
        refusals.add("preferred_contact", _("There is no such way of contact."))
    if text.cpr.strip():
        refusals.add("cpr", cpr.why_not_cpr(text.cpr, today=timezone.localdate(), words=WORDS))
    others = {str(pk) for pk in Party.objects.filter(case=case).values_list("pk", flat=True)} - {itself}
    if any(relation.party and relation.party not in others for relation in text.relations):
        refusals.add("relations", _("There is no such person in the case."))
    refusals.stop()
