"""Giving something of a case out of the office: a logged act with a ground and a purpose (R134)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.purposes import Purpose
from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.writing import add_row
from ombud.casework.actions.validation import Refusals
from ombud.casework.contents.codec import encode
from ombud.casework.contents.consent import ConsentText, DisclosureText, Given, Ground
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Consent, Disclosure
from ombud.casework.queries.case_files.dossier import Chosen, content_of
from ombud.casework.words import WORDS
from ombud.core.workflow import case_files as rules
from ombud.identity.models import User
from ombud.privacy.keyring import Keyring


@transaction.atomic
def disclose(
    *,
    case: CaseFile,
    on: date,
    recipient: str,
    purpose: str,
    ground: str,
    parts: Iterable[Chosen],
    keys: Keyring,
    by: User,
    consent: Consent | None = None,
    law: str = "",
) -> Disclosure:
    """Keep what is given to whom and why; ``queries.case_files.dossier.dossier`` then makes what is handed over.

    It needs a consent in force on the day, or a law with its paragraph. Raises ValidationError with field keys.
    """
    refusals, chosen = Refusals(), list(dict.fromkeys(parts))
    if not recipient.strip():
        refusals.add("recipient", _("Write who is to have it."))
    if not purpose.strip():
        refusals.add("purpose", _("Write what it is given for."))
    if not chosen:
        refusals.add("parts", _("Choose what is to be given."))
    if on > timezone.localdate():
        refusals.add("on", _("The day is in the future."))
    refusals.add("consent" if ground == Ground.CONSENT else "law", _why_not(case, ground, consent, law, on, keys))
    given = [_given(case, one, keys) for one in chosen]
    if None in given:
        refusals.add("parts", _("There is no such part of the case."))
    refusals.stop()
    text = DisclosureText(
        on=on, recipient=recipient.strip(), purpose=purpose.strip(), ground=ground, law=law.strip(), by=by.name,
        consent=str(consent.pk) if consent and ground == Ground.CONSENT else "",
        given=tuple(one for one in given if one is not None),
    )  # fmt: skip
    disclosure = add_row(Disclosure, case, text, keys)
    told = [{"noun": one.noun, "id": one.id} for one in chosen]
    log(
        "disclosure.made", case, keys=keys, by=by, purpose=Purpose.DISCLOSURE, disclosure=str(disclosure.pk), given=told
    )
    return disclosure


def _why_not(case: CaseFile, ground: str, consent: Consent | None, law: str, on: date, keys: Keyring) -> str:
    if ground not in Ground.values:
        return _("Choose the ground of the disclosure.")
    terms = None
    if consent is not None:
        if consent.case_id != case.pk:
            return _("There is no such consent in the case.")
        terms = unseal(keys.case_seals(case.pk), consent, ConsentText)
    return rules.why_not_disclose(by_law=ground == Ground.LAW, law=law, consent=terms, on=on, words=WORDS)


def _given(case: CaseFile, chosen: Chosen, keys: Keyring) -> Given | None:
    found = content_of(case, chosen, keys)
    if found is None:
        return None
    version, content = found
    return Given(chosen.noun, chosen.id, version, encode(content))
