"""The uploaded register on its way: sealed under a random name in OMBUD_HOME/uploads, gone when the run ends.

The worker reads it in a process of its own, where nobody has unlocked anything. So its key is made of the machine's own
secret (SECRET_KEY, level 0) and the random name: a copy of the folder without that secret says nothing, whoever runs
the machine can read the file until the run ends. A register holds codes and days; what belongs to a case is sealed
under the case's key instead (``ombud.casework.storing``).
"""

import hashlib
import io
import os
import uuid
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from ombud.privacy.sealing.errors import CannotOpen
from ombud.privacy.sealing.pieces import PieceSealer, unseal_pieces
from ombud.readers import Limits, ReadError

PIECE = 1 << 20


class TooLarge(Exception):
    """The file is larger than what may be read; nothing of it is kept."""


def keep(content: BinaryIO) -> tuple[str, str]:
    """Seal and store the content; returns its random name and its SHA-256. Raises TooLarge without reading further."""
    there = folder()
    there.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = uuid.uuid4().hex
    digest, size, sealer = hashlib.sha256(), 0, PieceSealer(_key(name))
    target = there / name
    try:
        # The folder may be older than its mode: the file is the owner's alone by itself.
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            while piece := content.read(PIECE):
                size += len(piece)
                if size > Limits().file_bytes:
                    raise TooLarge
                digest.update(piece)
                file.write(sealer.update(piece))
            file.write(sealer.finish())
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return name, digest.hexdigest()


def open_kept(name: str) -> BinaryIO:
    """The content of what ``keep`` named, in memory. Raises ReadError when it is gone or cannot be opened any more."""
    try:
        with path_of(name).open("rb") as sealed:
            return io.BytesIO(b"".join(unseal_pieces(_key(name), sealed)))
    except (OSError, CannotOpen):
        raise ReadError(_("The uploaded file is gone. Upload it again.")) from None


def path_of(name: str) -> Path:
    """Where the sealed file lies; it is a little longer than its content. ``name`` is what ``keep`` returned."""
    return folder() / Path(name).name


def throw_away(name: str) -> None:
    """Delete the file; gone already is as good."""
    if name:
        path_of(name).unlink(missing_ok=True)


def folder() -> Path:
    return Path(settings.OMBUD_HOME) / "uploads"


def _key(name: str) -> bytes:
    return salted_hmac(__name__, name, algorithm="sha256").digest()
