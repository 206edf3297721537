"""Writing and reading the log. Actions call ``record`` inside their own transaction; reads are written on their own."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import models, transaction

from ombud.audit.acting import current_role
from ombud.audit.appending import append
from ombud.audit.chain import plain
from ombud.audit.models import Event
from ombud.audit.purposes import Purpose

READS = frozenset(
    (
        "case.read",
        "cases.listed",
        "cases.searched",
        "identities.read",
        "document.read",
        "document.previewed",
        "cpr.shown",
        "dossier.read",
        "rectification.read",
        "citizen.looked_up",
        "inbox.read",
        "log.read",
        "log.searched",
        "log.exported",
    )
)
"""Looking, not changing. Their lines are kept even when the page they were written for fails afterwards."""


def event(
    action: str,
    thing: models.Model,
    *,
    by: models.Model | None,
    municipality: str = "",
    label: str = "",
    changes: dict[str, list[Any]] | None = None,
) -> Event:
    """An unsaved line, for those who write many at once with ``record_many``."""
    return _line(
        action,
        by=by,
        municipality=municipality,
        noun=thing._meta.model_name or "",
        noun_id=str(thing.pk),
        label=label[:200],
        changes=plain(changes or {}),
    )


def record(
    action: str,
    thing: models.Model,
    *,
    by: models.Model | None,
    municipality: str = "",
    label: str = "",
    changes: dict[str, list[Any]] | None = None,
) -> Event:
    """Add a line: ``action`` is a dotted verb such as "enquiry.corrected"; ``by`` None means the command line."""
    line = event(action, thing, by=by, municipality=municipality, label=label, changes=changes)
    record_many([line])
    return line


def record_many(lines: Sequence[Event]) -> None:
    """Add lines made by ``event``, in their order, in a few queries however many there are."""
    append(lines)


def record_case(
    action: str,
    *,
    case: uuid.UUID | None,
    by: models.Model | None,
    municipality: str,
    purpose: str = "",
    details: bytes = b"",
) -> Event:
    """Add a line about a case file, known here by its random id alone; None for a list or a search.

    ``purpose`` is a code of ``Purpose``; ``details`` are sealed already, under the office key. A read (``READS``) is
    committed before this returns, so that no page is shown without its line: it may not be called inside a transaction,
    which could take the line back (RuntimeError). Everything else joins the caller's transaction.
    """
    if purpose and purpose not in Purpose.values:
        raise ValueError("A purpose is one of the codes in ombud.audit.purposes.")
    line = _line(
        action, by=by, municipality=municipality, noun="case", case=case, purpose=str(purpose), details=details
    )
    with transaction.atomic(durable=action in READS):
        record_many([line])
    return line


def history(thing: models.Model) -> models.QuerySet[Event]:
    """The lines about one row, oldest first."""
    return Event.objects.filter(noun=thing._meta.model_name, noun_id=str(thing.pk)).order_by("pk")


def _line(action: str, *, by: models.Model | None, **columns: Any) -> Event:
    return Event(action=action, by=str(by.pk) if by is not None else "", role=current_role(), **columns)
