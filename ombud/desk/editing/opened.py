"""What a page with a form says of the others who have the same open."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from ombud.casework.actions import editing
from ombud.casework.queries.editing import others_editing, others_who_saved
from ombud.desk.request import DeskRequest


@dataclass(frozen=True)
class Opened:
    """For ``_components/editing.html``: whose names are to be told to whoever opened this version of the row."""

    noun: str
    row: str
    version: int
    others: list[str]
    saved: list[str]


def opened(request: DeskRequest, *, noun: str, row: str, version: int) -> Opened:
    """Says that the person has the row open, and tells who else has, and who saved since it had this version."""
    now = timezone.now()
    here: dict[str, Any] = {"noun": noun, "row": row, "by": request.user}
    editing.seen(**here, now=now)
    return Opened(noun, row, version, others_editing(**here, now=now), others_who_saved(**here, version=version))


def saved(request: DeskRequest, *, noun: str, row: str, over: int, version: int) -> None:
    """The person saved over a version, and left: whoever still has that open is told, if anything changed by it."""
    here: dict[str, Any] = {"noun": noun, "row": row, "by": request.user}
    if version == over:
        editing.leave(**here)
    else:
        editing.saved(**here, version=over, now=timezone.now())
