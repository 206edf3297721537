"""A draft starts from the municipality's outline, in its language."""

import pytest
from django.core.exceptions import ValidationError

from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.offices.models import ReportingPeriod
from ombud.reporting.actions.editions import freeze
from ombud.reporting.actions.reports import change_report, make_report, remove_report
from ombud.reporting.actions.sections import change_section
from ombud.reporting.models import Report


def test_a_new_report_has_the_outline_and_the_title_page(report: Report) -> None:
    titles = list(report.sections.values_list("title", flat=True))
    assert titles[:2] == ["Forord", "Resumé"]
    assert report.subtitle == "Albertslund, 1. april 2024 – 31. marts 2025"


def test_reservations_of_the_municipality_stand_before_the_method(report: Report) -> None:
    keys = list(report.sections.values_list("key", flat=True))
    assert keys.index("reservations") == keys.index("method") - 1


def test_a_report_in_english_has_english_sections(period: ReportingPeriod) -> None:
    report = make_report(period=period, by=None, language="en")
    assert report.sections.first().title == "Preface"  # type: ignore[union-attr]
    assert report.subtitle == "Albertslund, 1 April 2024 – 31 March 2025"


def test_a_report_can_start_from_the_texts_of_another(report: Report, period: ReportingPeriod) -> None:
    preface = report.sections.get(key="preface")
    change_section(section=preface, version=1, by=None, text="Sidste års ord.", included=False)
    copied = make_report(period=period, by=None, copy_of=report).sections.get(key="preface")
    assert (copied.text, copied.included) == ("Sidste års ord.", False)


def test_the_title_page_changes_with_its_version(report: Report) -> None:
    change_report(report=report, version=1, by=None, title="Årsberetning", dated="maj 2025")
    with pytest.raises(ChangedMeanwhile):
        change_report(report=report, version=1, by=None, title="Noget andet")
    with pytest.raises(ValidationError) as refused:
        change_report(report=report, version=2, by=None, title="")
    assert set(refused.value.message_dict) == {"title"}


def test_a_draft_can_be_removed_until_there_is_an_edition(report: Report, period: ReportingPeriod) -> None:
    remove_report(report=make_report(period=period, by=None), by=None)
    freeze(report=report, by=None)
    with pytest.raises(ValidationError):
        remove_report(report=report, by=None)
    assert Report.objects.filter(pk=report.pk).exists()
