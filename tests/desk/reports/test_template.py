"""The municipality's own Word template."""

import io

import docx
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.desk.workshop import Workshop

ADDRESS = "/0165/reports/word-template/"


def word_file() -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def test_a_template_is_used_and_taken_away_again(workshop: Workshop) -> None:
    data = {"step": "upload", "file": SimpleUploadedFile("skabelon.docx", word_file())}
    assert workshop.client.post(ADDRESS, data).status_code == 302
    assert "skabelon.docx" in workshop.client.get(ADDRESS).content.decode()
    workshop.client.post(ADDRESS, {"step": "remove"})
    assert "skabelon.docx" not in workshop.client.get(ADDRESS).content.decode()


def test_a_file_that_is_no_word_file_is_refused(workshop: Workshop) -> None:
    data = {"step": "upload", "file": SimpleUploadedFile("skabelon.docx", b"%PDF-1.7")}
    answer = workshop.client.post(ADDRESS, data)
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]
