"""One file of a backup: a tar archive with a manifest first, encrypted with age where a recipient is set.

It is written and read in a stream: no copy in the clear lies beside it.
"""

import io
import json
import os
import tarfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pyrage
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _

from ombud.config.commands.refusals import Refused

AGE = b"age-encryption.org/v1"
MANIFEST = "manifest.json"
DATABASE = "database"


def recipient_of(text: str) -> Any:
    """The age public key that BACKUP_RECIPIENT names; None when it is empty."""
    if not text:
        return None
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        raise ImproperlyConfigured("BACKUP_RECIPIENT must be an age public key (age1…).") from None


def identity_of(text: str) -> Any:
    """The age secret key to BACKUP_RECIPIENT, as `age-keygen` writes it: comments and one line."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    try:
        return pyrage.x25519.Identity.from_str(lines[0] if lines else "")
    except pyrage.IdentityError:
        raise Refused(_("This is not an age secret key (AGE-SECRET-KEY-…).")) from None


def write_set(
    target: Path, recipient: Any, manifest: dict[str, Any], members: Callable[[tarfile.TarFile], None]
) -> None:
    """Write a set for its owner's eyes only; ``target`` is there whole or not at all."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            if recipient is None:
                _archive(file, manifest, members)
            else:
                with _encrypted(file, recipient) as inside:
                    _archive(inside, manifest, members)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def opened_set(path: Path, identity: Any) -> Iterator[tuple[dict[str, Any], tarfile.TarFile]]:
    """The manifest and the archive behind it. ``Refused`` for what is no set, or not for this secret key."""
    try:
        with path.open("rb") as file:
            encrypted = file.read(len(AGE)) == AGE
            file.seek(0)
            if encrypted and identity is None:
                raise Refused(_("%(file)s is encrypted: give the secret key with --identity.") % {"file": path})
            with _decrypted(file, identity) if encrypted else _as_it_is(file) as inside:
                archive = tarfile.open(fileobj=inside, mode="r|")  # noqa: SIM115  (its file is closed here)
                first = archive.next()
                if first is None or first.name != MANIFEST:
                    raise tarfile.ReadError
                yield json.loads(archive.extractfile(first).read()), archive  # type: ignore[union-attr]
    except (tarfile.TarError, pyrage.DecryptError, ValueError, EOFError):
        raise Refused(
            _("%(file)s cannot be read: it is damaged, no backup, or for another secret key.") % {"file": path}
        ) from None


def put(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    """Add a member from memory."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    archive.addfile(member, io.BytesIO(content))


def _archive(file: BinaryIO, manifest: dict[str, Any], members: Callable[[tarfile.TarFile], None]) -> None:
    with tarfile.open(fileobj=file, mode="w|") as archive:
        put(archive, MANIFEST, json.dumps(manifest).encode())
        members(archive)


@contextmanager
def _as_it_is(file: BinaryIO) -> Iterator[BinaryIO]:
    yield file


@contextmanager
def _encrypted(file: BinaryIO, recipient: Any) -> Iterator[BinaryIO]:
    """What is written here reaches ``file`` encrypted; age wants to read, so a pipe and a thread stand between."""
    reading, writing = os.pipe()
    failed: list[Exception] = []

    def encrypt() -> None:
        try:
            with open(reading, "rb") as source:
                pyrage.encrypt_io(source, file, [recipient])
        except Exception as problem:
            failed.append(problem)

    thread = threading.Thread(target=encrypt)
    thread.start()
    try:
        with open(writing, "wb") as inside:
            yield inside
    finally:
        thread.join()
    if failed:
        raise failed[0]


@contextmanager
def _decrypted(file: BinaryIO, identity: Any) -> Iterator[BinaryIO]:
    reading, writing = os.pipe()
    failed: list[Exception] = []

    def decrypt() -> None:
        try:
            with open(writing, "wb") as target:
                pyrage.decrypt_io(file, target, [identity])
        except BrokenPipeError:
            pass
        except Exception as problem:
            failed.append(problem)

    thread = threading.Thread(target=decrypt)
    thread.start()
    try:
        with open(reading, "rb") as inside:
            yield inside
            # To the end: only there the last piece is known to be genuine.
            while inside.read(1 << 16):
                pass
    finally:
        thread.join()
    if failed:
        raise pyrage.DecryptError from failed[0]
