"""Making a backup: content first, then keys, each in its own folder.

In this order a case that is made meanwhile leaves a key without content, and one that is destroyed meanwhile leaves
content without a key: the reconciler mends both after a restore. The other way round a case would be lost.
"""

import tarfile
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from ombud.config.commands.backups.dumps import dump
from ombud.config.commands.backups.sets import DATABASE, recipient_of, write_set
from ombud.config.commands.refusals import Refused

KEYS_KEPT = timedelta(days=30)
"""A key that was destroyed lives on in copies of the key store until they are this old."""
CONTENT, KEYS = "content", "keys"
STAMP = "%Y%m%dT%H%M%S%f"
FORMAT = 1


def make_backup(content_to: Path, keys_to: Path, now: datetime) -> tuple[Path, Path]:
    """Write both sets and overwrite key sets that are too old. Gives the two files."""
    recipient = recipient_of(settings.BACKUP_RECIPIENT)
    content_folder, keys_folder = _folder(content_to, CONTENT), _folder(keys_to, KEYS)
    content = _make(content_folder, CONTENT, "default", now, recipient, _add_files)
    keys = _make(keys_folder, KEYS, "keys", now, recipient, lambda archive: None)
    for old in _too_old(keys_folder, now):
        overwrite(old)
    return content, keys


def overwrite(path: Path) -> None:
    """Fill a file with noughts before deleting it. On a disk that moves what it writes, a trace may stay."""
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left:
            left -= file.write(bytes(min(left, 1 << 20)))
        file.flush()
    path.unlink()


def _make(
    folder: Path, kind: str, alias: str, now: datetime, recipient: Any, more: Callable[[tarfile.TarFile], None]
) -> Path:
    from ombud.privacy.actions.ledger import lines

    target = folder / f"{kind}-{now:{STAMP}}.tar{'.age' if recipient else ''}"
    with tempfile.TemporaryDirectory(dir=settings.OMBUD_HOME, prefix="backup-") as beside:
        copy = Path(beside) / DATABASE
        dump(alias, copy)
        manifest = {"format": FORMAT, "kind": kind, "made_at": now.isoformat(), "destroyed": lines()}

        def members(archive: tarfile.TarFile) -> None:
            archive.add(copy, DATABASE)
            more(archive)

        write_set(target, recipient, manifest, members)
    return target


def _add_files(archive: tarfile.TarFile) -> None:
    """The documents, sealed as they lie. After the database: each that it knows is here, unless removed meanwhile."""
    from ombud.casework.storing import files

    for path in sorted(files.folder().glob("*")):
        try:
            archive.add(path, f"files/{path.name}", recursive=False)
        except FileNotFoundError:
            continue


def _folder(parent: Path, kind: str) -> Path:
    folder = parent / kind
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (FileExistsError, NotADirectoryError):
        raise Refused(_("%(folder)s is a file, not a folder.") % {"folder": folder}) from None
    return folder


def _too_old(folder: Path, now: datetime) -> list[Path]:
    """Named by their moment, so that copying a file does not make it young again."""
    newest_to_go = f"{KEYS}-{now - KEYS_KEPT:{STAMP}}"
    return [path for path in folder.glob(f"{KEYS}-*.tar*") if path.name < newest_to_go]
