"""The uploaded file on its way: under a random name in OMBUD_HOME/uploads, gone when the run ends."""

import hashlib
import os
import uuid
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from ombud.readers import Limits

PIECE = 1 << 20


class TooLarge(Exception):
    """The file is larger than what may be read; nothing of it is kept."""


def keep(content: BinaryIO) -> tuple[str, str]:
    """Store the content; returns its random name and its SHA-256. Raises TooLarge without reading further."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = uuid.uuid4().hex
    digest, size = hashlib.sha256(), 0
    target = folder / name
    try:
        # The folder may be older than its mode: the file is the owner's alone by itself.
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            while piece := content.read(PIECE):
                size += len(piece)
                if size > Limits().file_bytes:
                    raise TooLarge
                digest.update(piece)
                file.write(piece)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return name, digest.hexdigest()


def path_of(name: str) -> Path:
    """Where the file lies. ``name`` is what ``keep`` returned."""
    return _folder() / Path(name).name


def throw_away(name: str) -> None:
    """Delete the file; gone already is as good."""
    if name:
        path_of(name).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.OMBUD_HOME) / "uploads"
