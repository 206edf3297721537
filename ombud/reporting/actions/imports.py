"""Imports from a page: a small file at once, a large one in the worker while the page shows how far it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ombud.casework.actions import imports
from ombud.casework.importing.uploads import path_of
from ombud.casework.models import ImportRun
from ombud.identity.models import User
from ombud.jobs.queue import enqueue
from ombud.reporting.importing import IMPORTERS
from ombud.reporting.importing.tasks import read_run, write_run

LARGE = 1_000_000
"""Bytes; above it the page does not wait."""


def read_soon(*, run: ImportRun) -> ImportRun:
    """Make the plan, at once or in the worker; the run's state tells which."""
    if not _is_large(run):
        return imports.read(run=run, importer=IMPORTERS[run.kind])
    current = imports.begin_reading(run=run)
    enqueue(read_run, current.municipality_id, str(current.pk))
    return current


def choose_soon(
    *,
    run: ImportRun,
    columns: Mapping[str, str] | None = None,
    values: Mapping[str, Mapping[str, str]] | None = None,
    keep_hand_corrections: bool = True,
    overwrite: Sequence[str] = (),
) -> ImportRun:
    """Remember the choices and make the plan again, at once or in the worker."""
    chosen: dict[str, Any] = {"columns": columns, "values": values, "overwrite": overwrite}
    imports.decide(run=run, keep_hand_corrections=keep_hand_corrections, **chosen)
    return read_soon(run=run)


def apply_soon(*, run: ImportRun, by: User | None) -> ImportRun:
    """Write the plan, at once or in the worker. Raises ValidationError with the reason when it cannot be written."""
    if _is_large(run):
        current = imports.claim(run=run)
        enqueue(write_run, current.municipality_id, str(current.pk), by.pk if by else None)
    else:
        imports.apply(run=run, importer=IMPORTERS[run.kind], by=by)
    run.refresh_from_db()
    return run


def _is_large(run: ImportRun) -> bool:
    try:
        return path_of(run.file).stat().st_size > LARGE
    except (FileNotFoundError, IsADirectoryError):
        raise ValidationError([_("The uploaded file is gone. Upload it again.")]) from None
