"""Conflicts of interest: a member is shut out of one case, by key, and finds it nowhere (R144)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.logging import log
from ombud.casework.models import CaseFile
from ombud.identity.models import User
from ombud.offices.queries.memberships import case_members, is_deputy_of
from ombud.privacy.actions import cases as case_keys
from ombud.privacy.actions.offices import holders
from ombud.privacy.keyring import Keyring


def declare_conflict(*, case: CaseFile, person: User, keys: Keyring, by: User) -> None:
    """Shut a member out of the case; somebody may declare it of himself. Raises ValidationError.

    The line of the log comes first: should the key not be sealed anew, it tells of a try; never the other way round.
    """
    name = str(person.pk)
    if name not in case_members(case.municipality, timezone.localdate()):
        raise ValidationError({"person": _("The person cannot open the cases of this municipality.")})
    if is_deputy_of(by, person, case.municipality, timezone.localdate()):
        raise ValidationError({"person": _("A deputy shuts no adviser out: that is the adviser's own to declare.")})
    remaining = _who_can_open(case) - {name}
    if not remaining:
        raise ValidationError({"person": _("Nobody would be left who can open the case: appoint a deputy first.")})
    with transaction.atomic():
        log("conflict.declared", case, keys=keys, by=by, person=name)
        case_keys.shut_out(case.pk, name, keys, remaining)


def let_in(*, case: CaseFile, person: User, keys: Keyring, by: User) -> None:
    """The conflict of interest is over: the member may open the case again."""
    if str(person.pk) not in case_keys.shut_out_from(case.pk):
        raise ValidationError({"person": _("The person is not shut out of the case.")})
    with transaction.atomic():
        log("conflict.ended", case, keys=keys, by=by, person=str(person.pk))
        case_keys.let_in(case.pk, str(person.pk), keys)


def _who_can_open(case: CaseFile) -> set[str]:
    """Members of today who hold the office's key and are not shut out of the case."""
    office, today = case.municipality, timezone.localdate()
    return (case_members(office, today) & holders(office.code)) - case_keys.shut_out_from(case.pk)
