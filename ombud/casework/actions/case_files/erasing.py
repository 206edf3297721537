"""Erasing a case for good: its key, its rows, its files. The registration stays, and every number it counts in.

The key store and the content are two databases, so the order is fixed: a line of the log, the ledger and the key, the
files, the rows, the end of the ledger line. Whatever breaks off is brought to its end by privacy's reconciler.
"""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ombud.casework.actions.case_files.coarsening import coarsen
from ombud.casework.actions.case_files.logging import log
from ombud.casework.models import CaseFile, Document
from ombud.casework.storing import files
from ombud.casework.words import WORDS
from ombud.core.workflow import case_files as rules
from ombud.identity.models import User
from ombud.privacy.actions.cases import destroy, finish
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import everywhere, scope


def why_not_erase(case: CaseFile) -> str:
    """Reason while the case must be kept: undecided retention, an open case, or years that have not passed."""
    return rules.why_not_erase(
        retention_years=case.municipality.retention_years,
        closed_on=case.enquiry.closed_on,
        today=timezone.localdate(),
        words=WORDS,
    )


def erase(*, case: CaseFile, keys: Keyring, by: User) -> None:
    """Destroy the case; nobody opens it again, and the registration loses its number and its days.

    Raises ValidationError while it must be kept, and NoAccess for whoever may not open it.
    """
    keys.case_seals(case.pk)
    current = CaseFile.objects.select_related("enquiry", "municipality").get(pk=case.pk)
    if reason := why_not_erase(current):
        raise ValidationError(reason)
    log("case.erased", current, keys=keys, by=by)
    destroy(current.pk)
    delete_content(current.pk)
    finish(current.pk)


def delete_content(case_id: UUID) -> None:
    """Delete what is left of a case whose key is destroyed; nothing left is as good. The reconciler calls it too."""
    with everywhere("the rest of an erased case is deleted"):
        case = CaseFile.unscoped.select_related("municipality").filter(pk=case_id).first()
    if case is None:
        return
    with scope(case.municipality):
        for name in Document.objects.filter(case=case).values_list("file", flat=True):
            files.throw_away(name)
        with transaction.atomic():
            enquiry = case.enquiry
            case.delete()
            coarsen(enquiry)


def cases_known() -> set[UUID]:
    """Every case in the content, of all municipalities: what the reconciler compares the key store with."""
    with everywhere("the cases are compared with the key store"):
        return set(CaseFile.unscoped.values_list("pk", flat=True))
