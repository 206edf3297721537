"""Documents of any type: sealed as they come, read whole or not at all, and shown without being opened."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ombud.audit.models import Event
from ombud.casework.actions.case_files import documents
from ombud.casework.actions.case_files.documents import (
    DamagedDocument,
    GivenFile,
    add_document,
    add_documents,
    correct_document,
    draw_page,
    plain_name,
    preview_document,
    read_document,
    remove_document,
)
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.casework.models import CaseFile, Document
from ombud.casework.queries.case_files.opening import opened_document
from ombud.casework.storing import files
from ombud.casework.storing.cleaning import delete_unreferenced
from ombud.privacy.keyring import Keyring
from ombud.readers.previews import Kind, NoPreview
from tests.cast import Cast
from tests.readers.previews import bombs

MARKER = b"MARKER-of-the-citizen"


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.OMBUD_HOME = tmp_path


@pytest.fixture
def document(case: CaseFile, keys: Keyring, cast: Cast) -> Document:
    return add_document(case=case, content=io.BytesIO(MARKER * 9000), name="Brev.txt", keys=keys, by=cast.asta)


def lying(home: Path) -> list[Path]:
    return sorted(path for path in home.rglob("*") if path.is_file())


def logged(action: str) -> int:
    return Event.objects.filter(action=action).count()


def test_what_was_taken_in_is_read_as_it_was(document: Document, keys: Keyring, cast: Cast) -> None:
    found = read_document(document.pk, keys=keys, by=cast.asta)
    assert b"".join(found.pieces()) == MARKER * 9000
    assert (found.text.name, found.text.size) == ("Brev.txt", len(MARKER) * 9000)


def test_neither_content_nor_name_lies_in_the_clear(document: Document, tmp_path: Path) -> None:
    (path,) = lying(tmp_path)
    assert path == tmp_path / "files" / document.file
    assert MARKER not in path.read_bytes()
    row = b"".join(bytes(value) for value in (document.sealed, document.sealed_key))
    assert b"Brev" not in row
    assert MARKER not in row


def test_reading_is_logged_before_the_first_byte(document: Document, keys: Keyring, cast: Cast) -> None:
    files.throw_away(document.file)
    with pytest.raises(DamagedDocument):
        read_document(document.pk, keys=keys, by=cast.asta)
    assert (logged("document.read"), logged("document.failed")) == (1, 1)


def test_who_is_shut_out_or_from_elsewhere_finds_no_document(document: Document, keys: Keyring, cast: Cast) -> None:
    stranger = Keyring(str(cast.carla.pk), bytes(32), frozenset())
    for ask in (read_document, preview_document):
        with pytest.raises(Document.DoesNotExist):
            ask(document.pk, keys=stranger, by=cast.carla)
    assert logged("document.read") == 0


@pytest.mark.parametrize("harm", ["cut", "longer", "changed", "empty", "gone", "another"])
def test_a_file_that_was_tampered_with_gives_nothing(
    document: Document, case: CaseFile, keys: Keyring, cast: Cast, tmp_path: Path, harm: str
) -> None:
    path = tmp_path / "files" / document.file
    whole = path.read_bytes()
    other = add_document(case=case, content=io.BytesIO(MARKER * 9000), name="b.txt", keys=keys, by=cast.asta)
    changed = {
        "cut": whole[: 65_600 * 2],
        "longer": whole + whole[-1000:],
        "changed": whole[:100_000] + bytes([whole[100_000] ^ 1]) + whole[100_001:],
        "empty": b"",
        "another": (tmp_path / "files" / other.file).read_bytes(),
    }
    path.unlink()
    if harm in changed:
        path.write_bytes(changed[harm])
    for ask in (read_document, preview_document):
        with pytest.raises(DamagedDocument):
            ask(document.pk, keys=keys, by=cast.asta)


def test_the_key_of_a_document_opens_in_its_own_row_only(
    document: Document, case: CaseFile, keys: Keyring, cast: Cast
) -> None:
    other = add_document(case=case, content=io.BytesIO(b"x"), name="b.txt", keys=keys, by=cast.asta)
    Document.objects.filter(pk=document.pk).update(file="elsewhere")
    Document.objects.filter(pk=other.pk).update(file=document.file, sealed_key=document.sealed_key)
    with pytest.raises(DamagedDocument):
        read_document(other.pk, keys=keys, by=cast.asta)


def test_all_files_or_none(
    case: CaseFile, keys: Keyring, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "LARGEST", 10)
    given = [GivenFile(io.BytesIO(b"small"), "a.txt"), GivenFile(io.BytesIO(b"far too large"), "b.txt")]
    with pytest.raises(ValidationError, match=r"b\.txt"):
        add_documents(case=case, files_given=given, keys=keys, by=cast.asta)
    assert not Document.objects.exists()
    assert lying(tmp_path) == []


def test_a_day_to_come_and_no_file_at_all_are_refused(case: CaseFile, keys: Keyring, cast: Cast) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    given = [GivenFile(io.BytesIO(b"x"), "a.txt")]
    with pytest.raises(ValidationError):
        add_documents(case=case, files_given=given, keys=keys, by=cast.asta, received_on=tomorrow)
    with pytest.raises(ValidationError):
        add_documents(case=case, files_given=[], keys=keys, by=cast.asta)


def test_what_is_known_of_a_document_can_be_corrected(document: Document, keys: Keyring, cast: Cast) -> None:
    new = {"name": "Klage.txt", "description": "Klagen", "received_from": "borgeren", "received_on": None}
    changed = correct_document(document=document, version=1, keys=keys, by=cast.asta, **new)
    text = opened_document(changed, keys).text
    assert (text.name, text.description, text.received_from, text.size) == (
        "Klage.txt", "Klagen", "borgeren", len(MARKER) * 9000,
    )  # fmt: skip
    with pytest.raises(ChangedMeanwhile):
        correct_document(document=document, version=1, keys=keys, by=cast.asta, **new)
    assert correct_document(document=document, version=2, keys=keys, by=cast.asta, **new).version == 2
    assert b"".join(read_document(document.pk, keys=keys, by=cast.asta).pieces()) == MARKER * 9000


def test_a_removed_document_leaves_no_file(
    document: Document, keys: Keyring, cast: Cast, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        remove_document(document=document, version=1, keys=keys, by=cast.asta)
    assert lying(tmp_path) == []
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Kære borgerrådgiver".encode("cp1252"), Kind.TEXT),
        (b"<script>alert(1)</script>", Kind.TEXT),
        (bombs.ordinary_pdf(), Kind.PDF),
        (b"PK\x03\x04\0\0", Kind.NONE),
        (b"%PDF-1.7 broken", Kind.NONE),
        (b"", Kind.NONE),
    ],
)
def test_a_document_is_shown_as_what_it_is(
    case: CaseFile, keys: Keyring, cast: Cast, content: bytes, kind: Kind
) -> None:
    document = add_document(case=case, content=io.BytesIO(content), name="brev.docx", keys=keys, by=cast.asta)
    found = preview_document(document.pk, keys=keys, by=cast.asta)
    assert found.kind == kind
    assert logged("document.previewed") == 1
    if kind == Kind.TEXT:
        assert found.shown is not None
        assert found.shown.whole
    elif kind == Kind.PDF:
        assert draw_page(document.pk, 0, keys=keys, by=cast.asta).startswith(b"\x89PNG")
        assert logged("document.previewed") == 2
    else:
        with pytest.raises(NoPreview):
            draw_page(document.pk, 0, keys=keys, by=cast.asta)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Brev.pdf", "Brev.pdf"),
        ("C:\\Borgere\\Navn.pdf", "Navn.pdf"),
        ("../../etc/passwd", "passwd"),
        ('a"b;c\r\nSet-Cookie: x.pdf', 'a"b;c Set-Cookie: x.pdf'),
        ("fra\u202efdp.exe", "fra fdp.exe"),
        ("æøå.docx", "æøå.docx"),
        ("..", "Fil"),
        ("", "Fil"),
        ("n" * 300 + ".pdf", "n" * 196 + ".pdf"),
    ],
)
def test_a_name_is_made_plain(given: str, kept: str) -> None:
    assert plain_name(given) in (kept, "File" if kept == "Fil" else kept)


def test_files_that_no_row_refers_to_are_deleted_after_a_day(document: Document, tmp_path: Path) -> None:
    orphan = tmp_path / "files" / "orphan"
    orphan.write_bytes(b"sealed")
    assert delete_unreferenced(timezone.now()) == 0
    assert delete_unreferenced(timezone.now() + timedelta(days=2)) == 1
    assert lying(tmp_path) == [tmp_path / "files" / document.file]


def test_what_is_read_never_shows_itself(document: Document, keys: Keyring, cast: Cast) -> None:
    found = read_document(document.pk, keys=keys, by=cast.asta)
    assert "Brev" not in repr(found)
    assert "MARKER" not in repr(preview_document(document.pk, keys=keys, by=cast.asta))
