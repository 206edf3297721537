"""Documents of a case: taken in, described, read, shown and removed (R136). Their files lie in casework.storing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from mimetypes import guess_type
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.purposes import Purpose
from ombud.casework.actions.case_files.logging import log
from ombud.casework.actions.case_files.writing import locked, rewrite
from ombud.casework.actions.validation import Refusals
from ombud.casework.contents.document import DocumentText
from ombud.casework.contents.sealing import seal, unseal
from ombud.casework.models import CaseFile, Document
from ombud.casework.queries.case_files.finding import find_part
from ombud.casework.storing import files
from ombud.identity.models import User
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CannotOpen
from ombud.privacy.seals import Seals
from ombud.readers.previews import HEAD, LONGEST_TEXT, Kind, NoPreview, Shown, draw, kind_of, look, shown_text

LARGEST = 100 * 1024 * 1024
"""Bytes of one document."""
LONGEST_NAME = 200
KEY = "key"


class DamagedDocument(Exception):
    """The file is not as it was stored. Nothing of it is given out."""


@dataclass(frozen=True, repr=False)
class GivenFile:
    """A file as it comes in: an upload that was sealed on its way, or anything that can be read."""

    content: BinaryIO | Any
    name: str


@dataclass(frozen=True, repr=False)
class ReadDocument:
    """A document whose file was found whole. ``pieces`` gives its content, 64 kB at a time."""

    text: DocumentText
    pieces: Callable[[], Iterator[bytes]]


@dataclass(frozen=True, repr=False)
class Preview:
    """How a document is shown: as ``shown`` text, as ``pages`` to be drawn one by one, or not at all (NONE)."""

    kind: Kind
    pages: int = 0
    shown: Shown | None = None


def add_documents(
    *,
    case: CaseFile,
    files_given: Sequence[GivenFile],
    keys: Keyring,
    by: User,
    description: str = "",
    received_from: str = "",
    received_on: date | None = None,
) -> list[Document]:
    """Take files into the case, all or none. Raises ValidationError with field keys."""
    _refuse(received_on)
    if not files_given:
        raise ValidationError({"documents": _("Choose a file.")})
    stored: list[files.Stored] = []
    try:
        with transaction.atomic():
            return [
                _add(case, given, DocumentText("", 0, "", description, received_from, received_on), keys, by, stored)
                for given in files_given
            ]
    except BaseException:
        for one in stored:
            files.throw_away(one.name)
        raise


def add_document(
    *, case: CaseFile, content: BinaryIO | Any, name: str, keys: Keyring, by: User, **described: Any
) -> Document:
    """One file: see ``add_documents``."""
    (document,) = add_documents(case=case, files_given=[GivenFile(content, name)], keys=keys, by=by, **described)
    return document


@transaction.atomic
def correct_document(
    *,
    document: Document,
    version: int,
    name: str,
    description: str,
    received_from: str,
    received_on: date | None,
    keys: Keyring,
    by: User,
) -> Document:
    """Change what is known of a document, not its content. Raises ChangedMeanwhile, ValidationError."""
    _refuse(received_on)
    current = locked(document, version)
    before = _text(current, keys)
    after = replace(
        before,
        name=plain_name(name),
        description=description,
        received_from=received_from,
        received_on=received_on,
    )
    if after == before:
        return current
    rewrite(current, after, keys)
    log("document.corrected", current.case, keys=keys, by=by, document=str(current.pk), version=current.version)
    return current


@transaction.atomic
def remove_document(*, document: Document, version: int, keys: Keyring, by: User) -> None:
    """Take a document out of the case: its key goes with the row, its file after it. Raises ChangedMeanwhile."""
    current = locked(document, version)
    file = current.file
    log("document.removed", current.case, keys=keys, by=by, document=str(current.pk))
    current.delete()
    transaction.on_commit(lambda: files.throw_away(file))


def read_document(document_id: UUID | str, *, keys: Keyring, by: User, purpose: str = Purpose.CASEWORK) -> ReadDocument:
    """A document to be fetched; the line of the log is written before its first byte is opened.

    Raises Document.DoesNotExist for one that the person may not open, DamagedDocument for one that is not whole.
    """
    document = find_part(Document, document_id, keys)
    log("document.read", document.case, keys=keys, by=by, purpose=purpose, document=str(document.pk))
    return _read(document, keys, by)


def preview_document(document_id: UUID | str, *, keys: Keyring, by: User, purpose: str = Purpose.CASEWORK) -> Preview:
    """How a document can be shown. Logged like reading it; raises as ``read_document`` does."""
    document = find_part(Document, document_id, keys)
    log("document.previewed", document.case, keys=keys, by=by, purpose=purpose, document=str(document.pk))
    read = _read(document, keys, by)
    kind = _kind(read)
    if kind is Kind.TEXT:
        return Preview(kind, shown=shown_text(_start(read, LONGEST_TEXT + 1)))
    if kind is Kind.NONE:
        return Preview(kind)
    try:
        return Preview(kind, look(kind, read.pieces()).pages)
    except NoPreview:
        return Preview(Kind.NONE)


def draw_page(document_id: UUID | str, page: int, *, keys: Keyring, by: User, purpose: str = Purpose.CASEWORK) -> bytes:
    """A page of a picture or PDF, counted from 0, as PNG. Logged; raises NoPreview too."""
    document = find_part(Document, document_id, keys)
    log("document.previewed", document.case, keys=keys, by=by, purpose=purpose, document=str(document.pk), page=page)
    read = _read(document, keys, by)
    kind = _kind(read)
    if kind not in (Kind.PICTURE, Kind.PDF):
        raise NoPreview
    return draw(kind, read.pieces(), page)


def plain_name(name: str) -> str:
    """A file name without folders and without what no name needs: controls, marks that turn the reading direction."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = " ".join("".join(one if one.isprintable() else " " for one in last).split())
    if len(kept) > LONGEST_NAME:
        ending = PurePosixPath(kept).suffix[-20:]
        kept = kept[: LONGEST_NAME - len(ending)] + ending
    return kept if kept.strip(". ") else _("File")


def _add(
    case: CaseFile, given: GivenFile, text: DocumentText, keys: Keyring, by: User, stored: list[files.Stored]
) -> Document:
    size = getattr(given.content, "size", 0) or 0
    if size <= LARGEST:
        stored.append(files.store(given.content))
        size = stored[-1].size
    if size > LARGEST:
        message = _("%(name)s is larger than %(limit)d MB, which is the most a document may be.")
        raise ValidationError({"documents": message % {"name": plain_name(given.name), "limit": LARGEST // 1024**2}})
    one = stored[-1]
    document = Document(case=case, municipality=case.municipality, file=one.name)
    seals = keys.case_seals(case.pk)
    name = plain_name(given.name)
    content = replace(text, name=name, size=one.size, media_type=guess_type(name)[0] or "")
    document.sealed = seal(seals, document, content)
    document.sealed_key = _sealed_key(seals, document, one.key)
    document.save(force_insert=True)
    log("document.added", case, keys=keys, by=by, document=str(document.pk))
    return document


def _refuse(received_on: date | None) -> None:
    refusals = Refusals()
    if received_on is not None and received_on > timezone.localdate():
        refusals.add("received_on", _("The day is in the future."))
    refusals.stop()


def _read(document: Document, keys: Keyring, by: User) -> ReadDocument:
    seals = keys.case_seals(document.case.pk)
    try:
        text = unseal(seals, document, DocumentText)
        key = seals.unseal_bytes("document", KEY, str(document.pk), document.sealed_key)
        problem = files.why_not_whole(document.file, key, text.size)
    except CannotOpen as error:
        problem = error
    if problem is not None:
        log("document.failed", document.case, keys=keys, by=by, document=str(document.pk))
        raise DamagedDocument
    return ReadDocument(text, lambda: files.pieces_of(document.file, key, text.size))


def _text(document: Document, keys: Keyring) -> DocumentText:
    return unseal(keys.case_seals(document.case.pk), document, DocumentText)


def _sealed_key(seals: Seals, document: Document, key: bytes) -> bytes:
    return seals.seal_bytes("document", KEY, str(document.pk), key)


def _kind(read: ReadDocument) -> Kind:
    return kind_of(_start(read, HEAD))


def _start(read: ReadDocument, most: int) -> bytes:
    return _first(read.pieces(), most)


def _first(pieces: Iterator[bytes], most: int) -> bytes:
    return b"".join(islice(pieces, most // files.PIECE + 1))[:most]
