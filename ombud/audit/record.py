"""Writing and reading the log. Actions call ``record`` inside their own transaction."""

from typing import Any

from django.db import models

from ombud.audit.models import Event


def event(
    action: str,
    thing: models.Model,
    *,
    by: models.Model | None,
    municipality: str = "",
    label: str = "",
    changes: dict[str, list[Any]] | None = None,
) -> Event:
    """An unsaved line, for those who write many at once."""
    return Event(
        municipality=municipality,
        by=str(by.pk) if by is not None else "",
        action=action,
        noun=thing._meta.model_name or "",
        noun_id=str(thing.pk),
        label=label[:200],
        changes=changes or {},
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
    line.save(force_insert=True)
    return line


def history(thing: models.Model) -> models.QuerySet[Event]:
    """The lines about one row, oldest first."""
    return Event.objects.filter(noun=thing._meta.model_name, noun_id=str(thing.pk)).order_by("pk")
