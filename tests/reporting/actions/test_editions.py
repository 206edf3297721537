"""An edition stays what it was, whatever happens to the register, the set-up and the texts afterwards."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from ombud.audit.models import Event
from ombud.casework.actions.enquiries import MatterInput, correct, remove
from ombud.casework.models import Enquiry
from ombud.core.report.tree import Document
from ombud.offices.models import Channel, Department, EnquiryType, Mandate, Municipality, ReportingPeriod, Theme
from ombud.reporting import drafts, frozen
from ombud.reporting.actions.editions import PublicationRefused, freeze, publish
from ombud.reporting.actions.sections import change_section
from ombud.reporting.digests import canonical, digest
from ombud.reporting.models import Definition, Edition, EditionFile, Report
from ombud.reporting.queries.editions import corrections_since, verify
from ombud.reporting.statistics import statistics_for
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering


def rendered(edition: Edition) -> Document:
    return drafts.render(Edition.objects.get(pk=edition.pk), WORDS)[0]


def write_section(report: Report, key: str, text: str) -> None:
    section = report.sections.get(key=key)
    change_section(section=section, version=section.version, by=None, text=text)


@pytest.fixture
def register(enquiry: Registering) -> list[Enquiry]:
    return [
        enquiry(type="Klage", channel="Telefon", closed_on=date(2024, 5, 20)),
        enquiry(date(2024, 6, 3), type="Vejledning", matters=(("Dagtilbud & Skole", "Begrundelse"), (None, None))),
        enquiry(date(2025, 3, 31), matters=(("Øvrige", "Klagevejledning"),), flags={"outside_themes": True}),
    ]


def change_everything(register: list[Enquiry], report: Report) -> None:
    first = register[0]
    correct(enquiry=first, version=first.version, by=None, matters=[MatterInput(None, None)], type=None)
    remove(enquiry=register[1], by=None)
    for model in (Department, Theme, EnquiryType, Channel):
        for row in model.objects.all():
            row.name, row.name_en, row.order = f"Anden {row.pk}", "", 99
            row.save()
    Department.objects.update(note="Ny note", outside=True)
    Mandate.objects.update(matter_word="ting", matter_word_plural="ting", principle="unique_citizen_matter")
    Definition.objects.all().delete()
    ReportingPeriod.objects.update(name="Andet navn", months_closed=7, caveat="Nyt forbehold")
    Municipality.objects.update(name="Andetsteds", legal_basis="En anden lov", duration_bands=[])
    for section in report.sections.all():
        change_section(section=section, version=section.version, by=None, text="Noget andet.", title="Andet")


def test_an_edition_is_rendered_from_what_was_frozen_alone(report: Report, register: list[Enquiry]) -> None:
    edition = freeze(report=report, by=None)
    before = rendered(edition)
    change_everything(register, report)
    assert rendered(edition) == before


def test_a_frozen_edition_has_the_tables_of_the_day_it_was_frozen(report: Report, register: list[Enquiry]) -> None:
    counted = statistics_for(FIRST, LAST, WORDS)
    edition = freeze(report=report, by=None)
    again = frozen.from_json(edition.frozen["statistics"], WORDS)
    assert again == counted


def test_frozen_content_survives_json_exactly(report: Report, register: list[Enquiry]) -> None:
    edition = freeze(report=report, by=None)
    stored = Edition.objects.get(pk=edition.pk).frozen
    assert digest(canonical(stored)) == edition.digest


def test_an_edition_keeps_no_cube_finer_than_its_tables_need(report: Report, register: list[Enquiry]) -> None:
    edition = freeze(report=report, by=None)
    widest = max(len(cube["dimensions"]) for cube in edition.frozen["statistics"]["cubes"].values())
    assert widest <= 4  # role, subtheme, department, and whether it is left out of the themes


def test_editions_of_a_report_are_numbered(report: Report) -> None:
    assert [freeze(report=report, by=None).number for _ in range(3)] == [1, 2, 3]


def test_a_published_edition_keeps_four_files_with_their_digests(report: Report, register: list[Enquiry]) -> None:
    edition = publish(edition=freeze(report=report, by=None), by=None)
    files = {one.format: one for one in edition.files.all()}
    assert sorted(files) == ["docx", "html", "pdf", "xlsx"]
    assert all(one.digest == digest(bytes(one.content)) for one in files.values())
    assert verify(edition).is_unchanged
    assert not rendered(edition).is_draft


def test_a_published_edition_is_not_published_again(report: Report) -> None:
    edition = publish(edition=freeze(report=report, by=None), by=None)
    with pytest.raises(ValidationError):
        publish(edition=edition, by=None)
    with pytest.raises(IntegrityError):
        EditionFile.objects.create(edition=edition, format="pdf", name="x", content=b"", digest="")


@pytest.mark.parametrize(
    "text",
    ["{tabel: findes-ikke}", "Se {se: afsnit nowhere}.", "Der er {tal: ukendt} af dem.", "Det fremgår af figur X.", ""],
)
def test_a_reference_to_nothing_stops_publication_and_names_the_section(report: Report, text: str) -> None:
    write_section(report, "preface", text)
    edition = freeze(report=report, by=None)
    with pytest.raises(PublicationRefused) as refused:
        publish(edition=edition, by=None)
    assert all(message.startswith("Forord") for message in refused.value.messages)
    assert {problem.section for problem in refused.value.problems} == {"preface"}
    assert not edition.files.exists()
    assert Edition.objects.get(pk=edition.pk).published_at is None


@pytest.mark.parametrize("spoilt", ["content", "file", "missing file"])
def test_verification_tells_what_is_not_as_it_was(report: Report, spoilt: str) -> None:
    edition = publish(edition=freeze(report=report, by=None), by=None)
    one = edition.files.get(format="pdf")
    if spoilt == "content":
        edition.frozen["statistics"]["enquiries"] = 99
    elif spoilt == "file":
        EditionFile.objects.filter(pk=one.pk).update(content=b"another")
    else:
        one.delete()
    assert not verify(edition).is_unchanged


def corrected(enquiry: Enquiry, **fields: Any) -> Enquiry:
    return correct(enquiry=enquiry, version=enquiry.version, by=None, matters=[MatterInput(None, None)], **fields)


def test_corrections_since_are_listed_and_change_nothing(report: Report, register: list[Enquiry]) -> None:
    edition = publish(edition=freeze(report=report, by=None), by=None)
    corrected(register[0])
    remove(enquiry=register[1], by=None)
    found = corrections_since(edition)
    assert [line.action for line in found] == ["enquiry.corrected", "enquiry.removed"]
    assert verify(edition).is_unchanged


def test_a_registration_moved_into_or_out_of_the_period_is_listed(
    report: Report, register: list[Enquiry], enquiry: Registering
) -> None:
    outside = enquiry(date(2025, 6, 1))
    edition = freeze(report=report, by=None)
    corrected(register[0], received_on=date(2023, 6, 1))
    corrected(outside, received_on=date(2025, 1, 1))
    corrected(enquiry(date(2025, 7, 1)), anonymous=True)
    labels = [line.label for line in corrections_since(edition)]
    assert labels == [str(register[0]), str(outside)]


def test_freezing_and_publishing_are_logged(report: Report) -> None:
    publish(edition=freeze(report=report, by=None), by=None)
    assert list(Event.objects.filter(noun="edition").values_list("action", flat=True)) == [
        "edition.frozen",
        "edition.published",
    ]
