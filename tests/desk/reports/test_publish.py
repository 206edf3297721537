"""From a draft to a published edition, by pressing the buttons."""

import io

from ombud.casework.actions import imports
from ombud.casework.actions.enquiries import MatterInput, correct
from ombud.casework.models import Enquiry
from ombud.offices.actions.municipalities import change_facts
from ombud.offices.models import Department
from ombud.reporting.importing import IMPORTERS
from ombud.reporting.models import Edition
from ombud.tenancy.scope import scope
from tests.desk.reports.test_show import rewrite
from tests.desk.workshop import Workshop


def publish(workshop: Workshop, step: str = "publish") -> str:
    answer = workshop.client.post(f"/0165/reports/{workshop.report.pk}/publish/", {"step": step})
    return answer.headers.get("Location", "")


def test_a_published_edition_keeps_its_four_files_when_a_registration_is_corrected(workshop: Workshop) -> None:
    address = publish(workshop)
    before = {kind: workshop.client.get(f"{address}report.{kind}").content for kind in ("html", "pdf", "docx", "xlsx")}
    with scope(workshop.municipality):
        enquiry = Enquiry.objects.order_by("received_on").first()
        other = Department.objects.exclude(pk=enquiry.matters.first().department_id).filter(outside=False).first()
        matters = [MatterInput(other, row.theme) for row in enquiry.matters.all()]
        correct(enquiry=enquiry, version=enquiry.version, by=workshop.adviser, matters=matters)
    after = {kind: workshop.client.get(f"{address}report.{kind}").content for kind in before}
    assert before == after
    page = workshop.client.get(address)
    assert [one.label for one in page.context["corrections"]] == [str(enquiry)]
    assert not page.context["faults"]


def test_a_reference_to_nothing_stops_publication_and_keeps_the_draft(workshop: Workshop) -> None:
    rewrite(workshop, "preface", "Se {se: tabel findes-ikke}.")
    answer = workshop.client.post(f"/0165/reports/{workshop.report.pk}/publish/", {"step": "publish"})
    assert answer.status_code == 200
    assert answer.context["stopping"]
    with scope(workshop.municipality):
        assert not Edition.objects.exists()


def test_a_draft_with_faults_can_be_frozen_but_not_published(workshop: Workshop) -> None:
    rewrite(workshop, "preface", "Se {se: tabel findes-ikke}.")
    address = publish(workshop, "freeze")
    answer = workshop.client.post(f"{address}publish/", follow=True)
    assert "findes-ikke" in answer.content.decode()
    with scope(workshop.municipality):
        assert Edition.objects.get().published_at is None


def test_the_published_page_has_a_policy_of_its_own(workshop: Workshop) -> None:
    answer = workshop.client.get(f"{publish(workshop)}report.html")
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")


def test_the_draft_comes_in_four_formats(workshop: Workshop) -> None:
    starts = {"html": b"<!doctype html>", "pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK"}
    for kind, start in starts.items():
        assert workshop.client.get(f"/0165/reports/{workshop.report.pk}/draft.{kind}").content.startswith(start)
    assert workshop.client.get(f"/0165/reports/{workshop.report.pk}/draft.odt").status_code == 404


def test_registrations_imported_later_are_told_by_their_file(workshop: Workshop) -> None:
    address = publish(workshop, "freeze")
    rows = "Sagsnr;Modtaget;Afdeling;Rolle\n901/2024;02-05-2024;Børn & Familie;Hovedsag\n"
    rows += "902/2023;02-05-2023;Børn & Familie;Hovedsag\n"
    with scope(workshop.municipality):
        run = imports.start(
            content=io.BytesIO(rows.encode()),
            file_name="efterslæb.csv",
            kind="registrations",
            by=workshop.adviser,
        )
        imports.apply(
            run=imports.read(run=run, importer=IMPORTERS["registrations"]),
            importer=IMPORTERS["registrations"],
            by=workshop.adviser,
        )
    told = workshop.client.get(address).context["imported"]
    assert [(one.name, one.registrations) for one in told] == [("efterslæb.csv", 1)]


def test_nothing_is_published_before_small_numbers_are_decided(workshop: Workshop) -> None:
    with scope(workshop.municipality):
        change_facts(municipality=workshop.municipality, values={"disclosure": "undecided"}, by=workshop.adviser)
    page = workshop.client.post(f"/0165/reports/{workshop.report.pk}/publish/", {"step": "publish"})
    assert "små tal" in page.content.decode()
    with scope(workshop.municipality):
        assert not Edition.objects.exists()
    address = publish(workshop, "freeze")
    workshop.client.post(f"{address}publish/")
    with scope(workshop.municipality):
        assert Edition.objects.get().published_at is None
