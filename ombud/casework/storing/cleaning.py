"""Sealed files that nothing refers to: an upload that broke off, a save that failed after its file was written."""

from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from ombud.casework.importing import uploads
from ombud.casework.models import Document, ImportRun
from ombud.casework.storing import files
from ombud.privacy.uploads import delete_left_over
from ombud.tenancy.scope import everywhere

OLD = timedelta(days=1)
"""A file is written before the row that refers to it; by this age it has one or never gets one."""


def delete_unreferenced(now: datetime | None = None) -> int:
    """Delete them in every municipality and tell how many there were. Called at the start and by the clock."""
    now = now or timezone.now()
    with everywhere("files that no row refers to are deleted"):
        documents = set(Document.unscoped.values_list("file", flat=True))
        registers = set(ImportRun.unscoped.exclude(file="").values_list("file", flat=True))
    found = _old(files.folder(), documents, now) + _old(uploads.folder(), registers, now)
    for path in found:
        path.unlink(missing_ok=True)
    return len(found) + delete_left_over(now)


def _old(folder: Path, named: set[str], now: datetime) -> list[Path]:
    """Those older than a day that stand in no row."""
    before = (now - OLD).timestamp()
    there = list(folder.iterdir()) if folder.is_dir() else []
    return [path for path in there if path.name not in named and path.stat().st_mtime < before]
