"""From a file to the register on pages alone: preview, choices, writing, giving up."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ombud.casework.actions.enquiries import MatterInput, correct
from ombud.casework.models import Enquiry, ImportRun
from ombud.identity.models import User
from ombud.offices.models import Department, Municipality
from ombud.tenancy.scope import scope

HEAD = "Sagsnr;Modtaget;Afsluttet;Type;Afdeling;Rolle;Emne;Navn\r\n"
FINE = HEAD + (
    "900/2024;3-4-2024;5-4-2024;Klage;Miljø & Teknik;Hovedsag;Partshøring;Hans\r\n"
    "900/2024;3-4-2024;5-4-2024;Klage;Miljø & Teknik;Følgesag;Begrundelse;Hans\r\n"
    "901/2024;4-4-2024;;Vejledning;Børn & Familie;Hovedsag;Notatpligt;Lis\r\n"
)


def upload(desk: Client, text: str, kind: str = "registrations", code: str = "0165") -> str:
    """The address of the run."""
    file = SimpleUploadedFile("register.csv", text.encode("utf-8-sig"))
    response = desk.post(f"/{code}/imports/new/", {"kind": kind, "file": file})
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def run_of(albertslund: Municipality) -> ImportRun:
    with scope(albertslund):
        run: ImportRun = ImportRun.objects.get()
        return run


@pytest.mark.django_db(transaction=True)
def test_a_preview_first_then_the_register(desk: Client, albertslund: Municipality) -> None:
    address = upload(desk, FINE)
    text = desk.get(address).content.decode()
    assert "900/2024" in text
    assert "Hans" not in text
    with scope(albertslund):
        assert not Enquiry.objects.exists()
    desk.post(address, {"do": "apply"})
    with scope(albertslund):
        assert [str(enquiry) for enquiry in Enquiry.objects.order_by("number")] == ["900/2024", "901/2024"]
    assert 'value="apply"' not in desk.get(address).content.decode()
    again = upload(desk, FINE)
    text = desk.get(again).content.decode()
    assert 'value="apply"' not in text
    assert "alert-success" in text


def test_unknown_names_are_chosen_on_the_page_and_remembered(desk: Client, albertslund: Municipality) -> None:
    odd = FINE.replace("Miljø & Teknik", "Vej og Park")
    address = upload(desk, odd)
    text = desk.get(address).content.decode()
    assert "Vej og Park" in text
    assert 'value="apply"' not in text
    with scope(albertslund):
        department = Department.objects.get(name="Miljø & Teknik")
    desk.post(
        address,
        {"do": "choose", "name-field-1": "department", "name-1": "Vej og Park", "key-1": str(department.pk)},
    )
    assert 'value="apply"' in desk.get(address).content.decode()
    desk.post(address, {"do": "drop"})
    assert 'value="apply"' in desk.get(upload(desk, odd)).content.decode()


def test_a_column_can_be_read_as_another_field(desk: Client, albertslund: Municipality) -> None:
    address = upload(desk, FINE.replace("Modtaget", "Hvornår"))
    assert run_of(albertslund).state == ImportRun.State.REFUSED
    desk.post(address, {"do": "choose", "column-1": "Hvornår", "field-1": "received_on"})
    assert run_of(albertslund).state == ImportRun.State.READY


def test_problems_name_row_and_column_and_can_be_taken_along(desk: Client, albertslund: Municipality) -> None:
    address = upload(desk, FINE.replace("4-4-2024", "31-4-2024"))
    text = desk.get(address).content.decode()
    assert '<th scope="row" class="date">4</th><td>B</td>' in text
    listed = desk.get(f"{address}problems/")
    assert listed["Content-Disposition"].startswith("attachment")
    assert ";4;B;" in listed.content.decode("utf-8-sig")


def test_hand_corrections_are_kept_unless_chosen_otherwise(
    desk: Client, albertslund: Municipality, adviser_of_both: User
) -> None:
    desk.post(upload(desk, FINE), {"do": "apply"})
    with scope(albertslund):
        enquiry = Enquiry.objects.get(number=901)
        inputs = [MatterInput(matter.department, matter.theme) for matter in enquiry.matters.all()]
        correct(enquiry=enquiry, version=1, by=adviser_of_both, matters=inputs, closed_on=date(2024, 5, 1))
    address = upload(desk, FINE)
    text = desk.get(address).content.decode()
    assert f'value="{enquiry.pk}" id="overwrite-' in text
    assert 'value="apply"' not in text
    desk.post(address, {"do": "choose", "keep": "yes", "overwrite": str(enquiry.pk)})
    assert 'value="apply"' in desk.get(address).content.decode()
    desk.post(address, {"do": "apply"})
    with scope(enquiry.municipality):
        enquiry.refresh_from_db()
    assert enquiry.closed_on is None


def test_it_can_be_given_up(desk: Client, albertslund: Municipality) -> None:
    address = upload(desk, FINE)
    assert desk.get("/0165/imports/").content.decode().count(address) == 1
    desk.post(address, {"do": "drop"})
    assert run_of(albertslund).state == ImportRun.State.DROPPED
    response = desk.post(address, {"do": "apply"}, follow=True)
    assert "alert-error" in response.content.decode()
    with scope(albertslund):
        assert not Enquiry.objects.exists()


def test_a_large_file_is_left_to_the_worker(
    desk: Client, albertslund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr("ombud.desk.imports.work.AT_ONCE", 10)
    monkeypatch.setattr("ombud.desk.imports.work.enqueue", lambda task, *arguments: asked.append((task, *arguments)))
    address = upload(desk, FINE)
    text = desk.get(address).content.decode()
    assert 'hx-trigger="every' in text
    assert 'http-equiv="refresh"' in text
    task, *arguments = asked.pop()
    task.func(*arguments)  # type: ignore[attr-defined]
    desk.post(address, {"do": "apply"})
    assert run_of(albertslund).state == ImportRun.State.WRITING
    task, *arguments = asked.pop()
    task.func(*arguments)  # type: ignore[attr-defined]
    with scope(albertslund):
        assert Enquiry.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.csv", b""), ("not.xlsx", b"PK\x03\x04nonsense"), ("words.csv", b"only words here")],
)
def test_a_file_that_is_no_register_is_refused_in_words(
    desk: Client, albertslund: Municipality, name: str, content: bytes
) -> None:
    file = SimpleUploadedFile(name, content)
    response = desk.post("/0165/imports/new/", {"kind": "registrations", "file": file}, follow=True)
    assert "alert-error" in response.content.decode()


def test_a_page_without_a_file_asks_for_one(desk: Client, albertslund: Municipality) -> None:
    response = desk.post("/0165/imports/new/", {"kind": "appeals"})
    assert response.status_code == 422
    assert 'href="#id_file"' in response.content.decode()
    assert 'value="appeals" checked' in response.content.decode()


@pytest.mark.parametrize("kind", ["registrations", "appeals", "aggregates"])
def test_the_empty_file_has_headings_that_the_import_knows(desk: Client, albertslund: Municipality, kind: str) -> None:
    response = desk.get(f"/0165/imports/template/{kind}/")
    assert response["Content-Disposition"] == f'attachment; filename="{kind}.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert ";" in response.content.decode()
    assert desk.get("/0165/imports/template/other/").status_code == 404


def test_an_import_of_another_municipality_is_not_there(desk: Client, albertslund: Municipality) -> None:
    address = upload(desk, FINE).replace("0165", "0183")
    for tail in ("", "problems/"):
        assert desk.get(address + tail).status_code == 404
    assert desk.post(address, {"do": "apply"}).status_code == 404


def test_who_is_not_logged_in_is_sent_to_the_door(client: Client, albertslund: Municipality) -> None:
    for address in ("/0165/imports/", "/0165/imports/new/"):
        assert client.get(address)["Location"].startswith("/account/login/")


def test_the_upload_is_not_kept_when_it_is_done(desk: Client, albertslund: Municipality, settings: object) -> None:
    desk.post(upload(desk, FINE), {"do": "drop"})
    folder = Path(settings.OMBUD_HOME) / "uploads"  # type: ignore[attr-defined]
    assert run_of(albertslund).file == ""
    assert folder.exists()
