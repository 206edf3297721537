"""The draft on its page: outline, preview, what must be looked at."""

from ombud.reporting.actions.sections import change_section
from ombud.reporting.models import ReportSection
from ombud.tenancy.scope import scope
from tests.desk.workshop import Workshop


def section(workshop: Workshop, key: str) -> ReportSection:
    with scope(workshop.municipality):
        return ReportSection.objects.get(report=workshop.report, key=key)


def rewrite(workshop: Workshop, key: str, text: str) -> None:
    row = section(workshop, key)
    with scope(workshop.municipality):
        change_section(section=row, version=row.version, by=workshop.adviser, text=text)


def test_the_outline_is_numbered_and_the_preview_has_live_numbers(workshop: Workshop) -> None:
    rewrite(workshop, "preface", "Jeg har fået {tal: henvendelser} henvendelser. {se: tabel departments-by-role}")
    page = workshop.client.get(f"/0165/reports/{workshop.report.pk}/?section=preface").content.decode()
    assert '<span class="number">162</span>' in page
    assert "abel\xa01" in page


def test_a_reference_to_nothing_is_counted_and_named(workshop: Workshop) -> None:
    rewrite(workshop, "preface", "Som det ses af figur X.\n\n{tabel: findes-ikke}")
    answer = workshop.client.get(f"/0165/reports/{workshop.report.pk}/?section=preface")
    assert len(answer.context["stopping"]) == 2
    assert "findes-ikke" in answer.content.decode()


def test_hostile_text_is_shown_as_text(workshop: Workshop) -> None:
    rewrite(workshop, "preface", "<script>alert(1)</script> [x](javascript:alert(1))")
    page = workshop.client.get(f"/0165/reports/{workshop.report.pk}/?section=preface").content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_a_section_that_is_not_there_is_not_found(workshop: Workshop) -> None:
    assert workshop.client.get(f"/0165/reports/{workshop.report.pk}/?section=nowhere").status_code == 404


def test_a_draft_of_another_municipality_is_not_found(workshop: Workshop) -> None:
    assert workshop.client.get(f"/0183/reports/{workshop.report.pk}/").status_code == 404
    assert workshop.client.get("/0165/reports/999999/").status_code == 404
