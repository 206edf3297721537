"""Restoring a backup into an empty place, with everything destroyed since destroyed again before anyone can log in."""

import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils.translation import gettext as _

from ombud.config.commands.backups.dumps import load
from ombud.config.commands.backups.making import CONTENT, FORMAT, KEYS
from ombud.config.commands.backups.sets import DATABASE, opened_set
from ombud.config.commands.installation import has_tables, keep_to_the_owner, migrate, restoring_mark
from ombud.config.commands.refusals import Refused

ALIAS = {CONTENT: "default", KEYS: "keys"}


def restore(content: Path | None, keys: Path | None, identity: Any, now: datetime) -> Any:
    """Put back the sets that are given; the other half must be in place. Gives what the reconciler mended.

    ``Refused`` where there is something already, and for sets that are not whole: then nothing is changed. Once they
    are being put in place, no command and no page works until the end (``restoring_mark``).
    """
    given = {kind: path for kind, path in ((CONTENT, content), (KEYS, keys)) if path is not None}
    keep_to_the_owner()
    _refuse_where_something_is(given)
    with tempfile.TemporaryDirectory(dir=settings.OMBUD_HOME, prefix="restore-") as beside:
        carried: list[dict[str, str]] = []
        for kind, path in given.items():
            carried += _unpacked(kind, path, identity, Path(beside) / kind)
        with _restoring():
            for kind in given:
                load(ALIAS[kind], Path(beside) / kind / DATABASE)
            _place_files(Path(beside) / CONTENT / "files")
            migrate()
            return _settle(carried, now)


def _settle(carried: list[dict[str, str]], now: datetime) -> Any:
    """What the ledgers name is destroyed, half-done work is brought to its end, and nobody is logged in."""
    from django.contrib.sessions.models import Session

    from ombud.casework.actions.case_files.reconciling import reconcile_cases
    from ombud.privacy.actions.ledger import take_over

    take_over(carried)
    Session.objects.all().delete()
    return reconcile_cases(now)


@contextmanager
def _restoring() -> Iterator[None]:
    """The mark stays when it breaks off half-way: what is there then must not be used, but restored anew."""
    restoring_mark().touch(mode=0o600)
    yield
    restoring_mark().unlink()


def _refuse_where_something_is(given: dict[str, Path]) -> None:
    for kind in given:
        if has_tables(ALIAS[kind]):
            raise Refused(_("There is a database already. A backup is restored into an empty place."))
    if set(given) != {CONTENT, KEYS} and not any(has_tables(alias) for alias in connections):
        raise Refused(_("Give both sets: --content and --keys."))


def _unpacked(kind: str, path: Path, identity: Any, into: Path) -> list[dict[str, str]]:
    """The set's members under ``into``; gives the ledger that it carries."""
    with opened_set(path, identity) as (manifest, archive):
        if manifest.get("kind") != kind or manifest.get("format") != FORMAT:
            raise Refused(_("%(file)s is another kind of backup.") % {"file": path})
        while (member := archive.next()) is not None:
            _write(archive, member, into)
    carried: list[dict[str, str]] = manifest["destroyed"]
    return carried


def _write(archive: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> None:
    """Only plain files with the names that a backup has; where they go is decided here, not by the archive."""
    name = Path(member.name).name
    inside = archive.extractfile(member) if member.isfile() else None
    if inside is None or member.name not in (DATABASE, f"files/{name}"):
        raise tarfile.ReadError
    target = into / member.name
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        shutil.copyfileobj(inside, file)


def _place_files(source: Path) -> None:
    from ombud.casework.storing import files

    if not source.is_dir():
        return
    files.folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in source.iterdir():
        path.replace(files.folder() / path.name)
