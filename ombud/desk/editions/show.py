"""An edition with its files, whether it is unchanged, and what was corrected since."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from ombud.audit.models import Event
from ombud.desk.enquiries.history import Line, lines
from ombud.desk.request import DeskRequest
from ombud.reporting.drafts import FILE_NAME, FORMATS
from ombud.reporting.models import Edition
from ombud.reporting.queries.editions import corrections_since, imported_since, verify


@dataclass(frozen=True)
class Correction:
    """What was corrected and the line of the log that tells it."""

    label: str
    line: Line


@dataclass(frozen=True)
class ShownFile:
    format: str
    name: str
    digest: str


def show(request: DeskRequest, pk: int) -> HttpResponse:
    """The digests are counted again each time the page is shown."""
    edition = get_object_or_404(Edition.objects.select_related("report__period"), pk=pk)
    verification = verify(edition)
    context = {
        "edition": edition,
        "files": _files(edition),
        "faults": verification.faults,
        "corrections": _corrections(corrections_since(edition)),
        "imported": imported_since(edition),
    }
    return render(request, "editions/show.html", context)


def _files(edition: Edition) -> list[ShownFile]:
    kept = [ShownFile(one.format, one.name, one.digest) for one in edition.files.defer("content")]
    return kept or [ShownFile(one, f"{FILE_NAME}.{one}", "") for one in FORMATS]


def _corrections(events: list[Event]) -> list[Correction]:
    told = lines(events)
    return [Correction(event.label, line) for event, line in zip(reversed(events), told, strict=True)]
