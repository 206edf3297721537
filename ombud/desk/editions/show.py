"""An edition with its files, whether it is unchanged, and what was corrected since."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from ombud.audit.models import Event
from ombud.desk.editions.file import FOR_THE_OFFICE
from ombud.desk.editions.visible import edition_or_404
from ombud.desk.enquiries.history import Line, lines
from ombud.desk.request import DeskRequest
from ombud.offices.roles import Permission, may
from ombud.reporting.drafts import FILE_NAME, FORMATS
from ombud.reporting.frozen_texts import content_of, digest_of
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


def show(request: DeskRequest, pk: int, refusals: Sequence[str] = ()) -> HttpResponse:
    """The digests are counted again each time the page is shown. ``refusals``: why it was not published just now.

    What was corrected since tells of single registrations: only for those who may open them.
    """
    edition = edition_or_404(request, pk)
    verification = verify(edition, request.keys)
    content = content_of(edition, request.keys)
    release = content.get("release", {})
    drill = may(request.membership.role, Permission.DRILL)
    context = {
        "edition": edition,
        "title": content["title_page"]["title"],
        "digest": digest_of(edition, request.keys),
        "problems": [{"message": refusal} for refusal in refusals],
        "files": _files(edition, may(request.membership.role, Permission.OFFICE_FILES)),
        "faults": verification.faults,
        "hidden": len(release.get("hidden", ())),
        "rounded": bool(release.get("rounded")),
        "corrections": _corrections(corrections_since(edition)) if drill else [],
        "imported": imported_since(edition) if drill else [],
    }
    return render(request, "editions/show.html", context, status=422 if refusals else 200)


def _files(edition: Edition, all_of_them: bool) -> list[ShownFile]:
    kept = [ShownFile(one.format, one.name, one.digest) for one in edition.files.defer("content")]
    found = kept or [ShownFile(one, f"{FILE_NAME}.{one}", "") for one in FORMATS]
    return [one for one in found if all_of_them or one.format not in FOR_THE_OFFICE]


def _corrections(events: list[Event]) -> list[Correction]:
    told = lines(events)
    return [Correction(event.label, line) for event, line in zip(reversed(events), told, strict=True)]
