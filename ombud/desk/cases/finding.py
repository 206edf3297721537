"""What a page of a case is about. What may not be opened is not found: the answer for what never was."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from ombud.casework.actions.case_files.reading import read_case
from ombud.casework.models import CaseFile
from ombud.casework.models.case_file import SealedRow
from ombud.casework.queries.case_files.finding import find_case, find_part
from ombud.casework.queries.case_files.opened import OpenedCase
from ombud.desk.request import DeskRequest

R = TypeVar("R", bound=SealedRow)


def case_or_404(request: DeskRequest, case_id: UUID) -> CaseFile:
    """The row, without opening it."""
    try:
        return find_case(case_id, request.keys)
    except CaseFile.DoesNotExist:
        raise Http404 from None


def part_or_404(request: DeskRequest, kind: type[R], case_id: UUID, part_id: UUID) -> R:
    """A note, party or other part of the case in the address."""
    try:
        row = find_part(kind, part_id, request.keys)
    except kind.DoesNotExist:
        raise Http404 from None
    if row.case_id != case_id:
        raise Http404
    return row


def opened_or_404(request: DeskRequest, case_id: UUID, purpose: str | None = None) -> OpenedCase:
    """The whole case, after the line in the log."""
    said = {"purpose": purpose} if purpose else {}
    try:
        return read_case(case_id, keys=request.keys, by=request.user, **said)
    except CaseFile.DoesNotExist:
        raise Http404 from None
