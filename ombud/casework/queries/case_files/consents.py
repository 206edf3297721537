"""Which consents a case has, and whether one lets the adviser contact a department (R133)."""

from datetime import date

from ombud.casework.contents.consent import ConsentText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Consent
from ombud.casework.words import WORDS
from ombud.core.workflow import case_files as rules
from ombud.offices.models import Department
from ombud.privacy.keyring import Keyring


def why_not_contact_department(case: CaseFile, department: Department, on: date, keys: Keyring) -> str:
    """Reason while no consent in force on the day covers the department or one it belongs to."""
    return rules.why_not_contact(
        consents=consents_of(case, keys), place=_place(department), name=department.local_name, on=on, words=WORDS
    )


def consent_for(case: CaseFile, department: Department, on: date, keys: Keyring) -> ConsentText | None:
    """A consent in force on the day that covers the department, or None."""
    place = _place(department)
    covering = [one for one in consents_of(case, keys) if one.anyone or place & set(one.departments)]
    return next((one for one in covering if rules.is_in_force(one, on)), None)


def consents_of(case: CaseFile, keys: Keyring) -> list[ConsentText]:
    """All consents of the case, the first given first."""
    seals = keys.case_seals(case.pk)
    opened = [unseal(seals, row, ConsentText) for row in Consent.objects.filter(case=case)]
    return sorted(opened, key=lambda consent: consent.given_on)


def _place(department: Department) -> frozenset[int]:
    """The department and those it is part of."""
    place = {department.pk}
    above = department.parent
    while above is not None and above.pk not in place:
        place.add(above.pk)
        above = above.parent
    return frozenset(place)
