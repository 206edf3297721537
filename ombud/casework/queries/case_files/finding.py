"""Finding a case or a part of one. What may not be opened is not found: the same answer as for what never was."""

from typing import Any, TypeVar
from uuid import UUID

from ombud.casework.models import CaseFile, Enquiry
from ombud.casework.models.case_file import SealedRow
from ombud.privacy.keyring import Keyring
from ombud.privacy.seals import Seals

R = TypeVar("R", bound=SealedRow)


def find_case(case_id: UUID | str, keys: Keyring) -> CaseFile:
    """A case of the municipality in scope. Raises CaseFile.DoesNotExist, also for one the person is shut out of."""
    case: CaseFile = CaseFile.objects.select_related("enquiry", "municipality").get(pk=case_id)
    if may_open(case.pk, keys):
        return case
    raise CaseFile.DoesNotExist


def find_part(kind: type[R], row_id: UUID | str, keys: Keyring) -> R:
    """A note, party or other part, with its case. Raises ``kind.DoesNotExist`` like ``find_case``."""
    row: R = kind.objects.select_related("case__enquiry", "case__municipality").get(pk=row_id)
    if may_open(row.case_id, keys):
        return row
    raise kind.DoesNotExist


def case_of(enquiry: Enquiry, keys: Keyring) -> CaseFile | None:
    """The case file of a registration; None also when there is one that the person may not open."""
    case: Any = CaseFile.objects.filter(enquiry=enquiry).first()
    return case if case is not None and may_open(case.pk, keys) else None


def may_open(case_id: UUID, keys: Keyring) -> bool:
    return case_id in keys.many_case_seals([case_id])


def seals_of(case: CaseFile, keys: Keyring) -> Seals:
    """What opens and closes the case's parts. Raises NoAccess for whoever may not open it."""
    return keys.case_seals(case.pk)
