"""Small files are read and written at once, large ones by the worker while the page shows how far it is."""

from ombud.casework.actions import imports as actions
from ombud.casework.importing.uploads import path_of
from ombud.casework.models import ImportRun
from ombud.identity.models import User
from ombud.jobs.queue import enqueue
from ombud.reporting.importing import importer_of, tasks

AT_ONCE = 1_000_000
"""Bytes: a file up to this size takes a second or two."""


def read_soon(run: ImportRun) -> None:
    """Read the file, or have it read."""
    if _is_small(run):
        actions.read(run=run, importer=importer_of(run.kind))
        return
    actions.begin_reading(run=run)
    enqueue(tasks.read_run, run.municipality_id, str(run.pk))


def apply_soon(run: ImportRun, by: User) -> None:
    """Write the import, or have it written. Raises ValidationError with the reason when it cannot be."""
    if _is_small(run):
        actions.apply(run=run, importer=importer_of(run.kind), by=by)
        return
    actions.claim(run=run)
    enqueue(tasks.write_run, run.municipality_id, str(run.pk), by.pk)


def _is_small(run: ImportRun) -> bool:
    path = path_of(run.file)
    return not path.exists() or path.stat().st_size <= AT_ONCE
