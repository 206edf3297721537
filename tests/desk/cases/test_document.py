"""Documents on their pages: taken in, looked at, fetched as a file and nothing else, removed."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ombud.audit.models import Event
from ombud.casework.actions.case_files.case import open_case
from ombud.casework.actions.case_files.documents import add_document
from ombud.casework.models import CaseFile, Document
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import Damaged
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.readers.previews import bombs
from tests.unlocked import PASSPHRASE, set_up_keys

MARKER = b"MARKER-of-the-citizen"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.OMBUD_HOME = tmp_path


@pytest.fixture
def keys(cast: Cast) -> Keyring:
    return set_up_keys(cast.albertslund, cast.asta, cast.bo)


@pytest.fixture
def case(albertslund: Municipality, registered: Any, keys: Keyring, cast: Cast) -> CaseFile:
    enquiry = registered(received_on=date(2024, 4, 10))
    with scope(albertslund):
        return open_case(enquiry=enquiry, keys=keys, by=cast.asta)


@pytest.fixture
def asta(client: Client, cast: Cast, keys: Keyring) -> Client:
    """Logged in and unlocked."""
    client.force_login(cast.asta)
    client.post(reverse("unlock"), {"passphrase": PASSPHRASE})
    return client


@pytest.fixture
def put(case: CaseFile, keys: Keyring, cast: Cast) -> Any:
    def put(content: bytes, name: str = "Brev.txt", **described: Any) -> Document:
        with scope(cast.albertslund):
            return add_document(case=case, content=io.BytesIO(content), name=name, keys=keys, by=cast.asta, **described)

    return put


def page(name: str, case: CaseFile, **parts: Any) -> str:
    return reverse(f"cases-{name}", kwargs={"code": "0165", "case": case.pk} | parts)


def content_of(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_files_are_taken_in_and_fetched_as_they_were(asta: Client, case: CaseFile) -> None:
    given = [SimpleUploadedFile("Klage.pdf", MARKER * 9000), SimpleUploadedFile("Bilag æ.docx", b"PK\x03\x04")]
    sent = {"documents": given, "received_from": "borgeren", "received_on": "3-4-2024", "description": "Klagen"}
    response = asta.post(page("document-new", case), sent)
    assert response.status_code == 302, response.content.decode()
    with scope(case.municipality):
        documents = list(Document.objects.all())
    assert len(documents) == 2
    found = {content_of(asta.get(page("document-file", case, document=one.pk))) for one in documents}
    assert found == {MARKER * 9000, b"PK\x03\x04"}
    shown = asta.get(page("document", case, document=documents[0].pk)).content.decode()
    assert "Klagen" in shown
    assert "borgeren" in shown


def test_a_refused_sending_keeps_what_was_typed_and_no_file(asta: Client, case: CaseFile, tmp_path: Path) -> None:
    sent = {"documents": [SimpleUploadedFile("a.txt", MARKER)], "received_on": "31-2-2024", "description": "Min tekst"}
    response = asta.post(page("document-new", case), sent)
    assert response.status_code == 422
    assert "Min tekst" in response.content.decode()
    assert asta.post(page("document-new", case), {"description": "x"}).status_code == 422
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("Brev.txt", 'attachment; filename="Brev.txt"'),
        ('a"b.txt', 'attachment; filename="a\\"b.txt"'),
        ("æ.txt", "attachment; filename*=utf-8''%C3%A6.txt"),
        ("a\r\nSet-Cookie: x=1.txt", 'attachment; filename="a Set-Cookie: x=1.txt"'),
        ("fra\u202etxt.exe", 'attachment; filename="fra txt.exe"'),
        ("<script>.html", 'attachment; filename="<script>.html"'),
    ],
)
def test_a_fetched_file_is_saved_and_never_shown(
    asta: Client, case: CaseFile, put: Any, name: str, disposition: str
) -> None:
    response = asta.get(page("document-file", case, document=put(b"<script>alert(1)</script>", name).pk))
    assert response["Content-Disposition"] == disposition
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Length"] == str(len(content_of(response)))


def test_the_line_of_the_log_is_there_before_the_first_byte(asta: Client, case: CaseFile, put: Any) -> None:
    response = asta.get(page("document-file", case, document=put(MARKER).pk))
    assert Event.objects.filter(action="document.read", case=case.pk).count() == 1
    assert content_of(response) == MARKER


def test_a_damaged_file_is_said_to_be_damaged_and_gives_nothing(
    asta: Client, case: CaseFile, put: Any, tmp_path: Path
) -> None:
    document = put(MARKER * 20_000)
    path = tmp_path / "files" / document.file
    path.write_bytes(path.read_bytes()[:-40])
    for name in ("document-file", "document"):
        response = asta.get(page(name, case, document=document.pk))
        assert b"MARKER" not in response.content
        assert "alert-error" in response.content.decode()
    assert asta.get(page("document-preview", case, document=document.pk, page=0)).status_code == 422


def test_a_file_that_breaks_on_its_way_breaks_the_answer(
    asta: Client, case: CaseFile, put: Any, tmp_path: Path
) -> None:
    document = put(MARKER * 200_000)
    response = asta.get(page("document-file", case, document=document.pk))
    path = tmp_path / "files" / document.file
    whole = path.read_bytes()
    path.write_bytes(whole[:2_000_000] + b"x" + whole[2_000_001:])
    with pytest.raises(Damaged):
        content_of(response)


@pytest.mark.parametrize("text", [SCRIPT, "<svg onload=alert(1)>", "'\"><img src=x onerror=alert(1)>"])
def test_text_is_shown_as_text(asta: Client, case: CaseFile, put: Any, text: str) -> None:
    document = put(text.encode(), f"{text}.txt", description=text, received_from=text)
    shown = asta.get(page("document", case, document=document.pk)).content.decode()
    assert text not in shown
    assert "<pre" in shown


def test_a_pdf_is_shown_as_a_picture_of_each_page(asta: Client, case: CaseFile, put: Any) -> None:
    document = put(bombs.ordinary_pdf(), "a.pdf")
    address = page("document-preview", case, document=document.pk, page=0)
    assert f'src="{address}"' in asta.get(page("document", case, document=document.pk)).content.decode()
    response = asta.get(address)
    assert response.content.startswith(b"\x89PNG")
    assert response["Content-Type"] == "image/png"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in response["Cache-Control"]
    assert Event.objects.filter(action="document.previewed", case=case.pk).count() == 2
    assert asta.get(page("document-preview", case, document=document.pk, page=1)).status_code == 422


@pytest.mark.parametrize("name", ["wide_png", "looping_form", "many_pages"])
def test_a_bomb_is_a_page_that_says_it_cannot_be_shown(asta: Client, case: CaseFile, put: Any, name: str) -> None:
    document = put((bombs.PICTURES | bombs.PDFS)[name](), "a.pdf")
    assert asta.get(page("document", case, document=document.pk)).status_code == 200
    drawn = asta.get(page("document-preview", case, document=document.pk, page=0))
    assert drawn.status_code == 422 or drawn.content.startswith(b"\x89PNG")


def test_a_description_is_corrected_and_two_who_do_see_both(asta: Client, case: CaseFile, put: Any) -> None:
    document = put(MARKER)
    address = page("document", case, document=document.pk)
    assert asta.post(address, {"name": "Ny.txt", "description": "Første", "version": "1"}).status_code == 302
    second = asta.post(address, {"name": "Ny.txt", "description": "Anden", "version": "1"})
    assert second.status_code == 409
    shown = second.content.decode()
    assert "Første" in shown
    assert "Anden" in shown


def test_a_document_is_removed_with_its_file(
    asta: Client, case: CaseFile, put: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    document = put(MARKER)
    address = page("document-remove", case, document=document.pk)
    assert asta.get(address).status_code == 200
    assert asta.post(address, {"version": "7"}).status_code == 409
    with django_capture_on_commit_callbacks(execute=True):
        assert asta.post(address, {"version": "1"}).status_code == 302
    assert asta.get(address).status_code == 404
    assert not (tmp_path / "files" / document.file).exists()


PARTS = ("document", "document-file", "document-remove")


def test_a_document_of_another_case_is_not_found(
    asta: Client, case: CaseFile, put: Any, registered: Any, keys: Keyring, cast: Cast
) -> None:
    enquiry = registered(received_on=date(2024, 4, 11))
    with scope(cast.albertslund):
        other = open_case(enquiry=enquiry, keys=keys, by=cast.asta)
    document = put(MARKER)
    for name in PARTS:
        assert asta.get(page(name, other, document=document.pk)).status_code == 404
        assert asta.get(page(name, case, document=other.pk)).status_code == 404


def test_who_has_not_unlocked_is_sent_to_unlock(client: Client, case: CaseFile, put: Any, cast: Cast) -> None:
    document = put(MARKER)
    client.force_login(cast.asta)
    for name in PARTS:
        response: HttpResponse = client.get(page(name, case, document=document.pk))
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("unlock"))
    assert not Event.objects.filter(action="document.read").exists()


def test_no_answer_names_a_file_in_its_title_or_address(asta: Client, case: CaseFile, put: Any) -> None:
    shown = asta.get(page("document", case, document=put(MARKER, "Hemmelig.txt").pk)).content.decode()
    assert "Hemmelig" not in shown.split("</title>")[0]


def test_a_request_that_is_too_large_gets_a_page_that_names_the_limit(asta: Client, case: CaseFile) -> None:
    response = asta.post(page("document-new", case), {}, headers={"content-length": "200000000"})
    assert response.status_code == 413
    assert "100 MB" in response.content.decode()
    for header in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Cache-Control"):
        assert response.has_header(header), header
