"""How a part of a case file is written: sealed, numbered by version, and never over what another wrote meanwhile."""

from typing import TypeVar

from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.contents.codec import Content
from ombud.casework.contents.sealing import seal
from ombud.casework.models import CaseFile
from ombud.casework.models.case_file import SealedRow
from ombud.privacy.keyring import Keyring

R = TypeVar("R", bound=SealedRow)


def add_row(kind: type[R], case: CaseFile, content: Content, keys: Keyring) -> R:
    """A new part of the case, sealed into the row it gets."""
    row = kind(case=case, municipality=case.municipality)
    row.sealed = seal(keys.case_seals(case.pk), row, content)
    row.save(force_insert=True)
    return row


def locked(row: R, version: int) -> R:
    """The row as it stands, held until the transaction ends. Raises ChangedMeanwhile when it is another version."""
    current: R = type(row).objects.select_for_update(of=("self",)).select_related("case__municipality").get(pk=row.pk)
    if current.version != version:
        raise ChangedMeanwhile
    return current


def locked_case(case: CaseFile, version: int) -> CaseFile:
    """As ``locked``, for the case itself."""
    found = CaseFile.objects.select_for_update(of=("self",)).select_related("enquiry", "municipality")
    current: CaseFile = found.get(pk=case.pk)
    if current.version != version:
        raise ChangedMeanwhile
    return current


def rewrite(row: R, content: Content, keys: Keyring) -> R:
    """Seal new content into a locked row; its version goes up."""
    row.sealed = seal(keys.case_seals(row.case_id), row, content)
    row.version += 1
    row.save(update_fields=["sealed", "version"])
    return row


def why_not_part(kind: type[SealedRow], row_id: str, case: CaseFile, reason: str) -> str:
    """``reason`` when the id given, if any, is not that of a part of the case."""
    known = {str(pk) for pk in kind.objects.filter(case=case).values_list("pk", flat=True)} if row_id else set()
    return reason if row_id and row_id not in known else ""
