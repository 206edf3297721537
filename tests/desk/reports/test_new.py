"""New drafts, their title page and removal."""

from ombud.reporting.models import Report
from ombud.tenancy.scope import scope
from tests.desk.workshop import Workshop


def test_a_draft_is_made_from_the_outline(workshop: Workshop) -> None:
    answer = workshop.client.post("/0165/reports/new/", {"period": workshop.report.period_id, "language": "en"})
    assert answer.status_code == 302
    with scope(workshop.municipality):
        made = Report.objects.exclude(pk=workshop.report.pk).get()
        assert made.language == "en"
        assert made.sections.count() > 8


def test_a_draft_can_take_over_an_earlier_ones_texts(workshop: Workshop) -> None:
    data = {"period": workshop.report.period_id, "language": "da", "copy_of": workshop.report.pk}
    workshop.client.post("/0165/reports/new/", data)
    with scope(workshop.municipality):
        made = Report.objects.exclude(pk=workshop.report.pk).get()
        texts = list(made.sections.values_list("text", flat=True))
        assert texts == list(workshop.report.sections.values_list("text", flat=True))


def test_a_period_is_needed(workshop: Workshop) -> None:
    answer = workshop.client.post("/0165/reports/new/", {"language": "da"})
    assert answer.status_code == 422


def test_two_who_change_the_title_page_are_told(workshop: Workshop) -> None:
    address = f"/0165/reports/{workshop.report.pk}/title-page/"
    data = {"title": "Beretning", "language": "da", "author": "A", "place": "B", "dated": "maj 2025", "subtitle": ""}
    assert workshop.client.post(address, {**data, "version": 1}).status_code == 302
    late = workshop.client.post(address, {**data, "title": "Min titel", "version": 1})
    assert late.status_code == 422
    assert "Min titel" in late.content.decode()
    assert workshop.client.post(address, {**data, "title": "Min titel", "version": 2}).status_code == 302


def test_a_draft_is_removed_only_after_asking(workshop: Workshop) -> None:
    address = f"/0165/reports/{workshop.report.pk}/remove/"
    assert workshop.client.get(address).status_code == 200
    workshop.client.post(address)
    with scope(workshop.municipality):
        assert not Report.objects.exists()


def test_a_report_with_an_edition_is_not_removed(workshop: Workshop) -> None:
    workshop.client.post(f"/0165/reports/{workshop.report.pk}/publish/", {"step": "freeze"})
    workshop.client.post(f"/0165/reports/{workshop.report.pk}/remove/")
    with scope(workshop.municipality):
        assert Report.objects.exists()
