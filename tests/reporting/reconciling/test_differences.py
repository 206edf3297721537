"""What a report prints is compared with itself and with all that was told before, and stops until it is explained."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from ombud.casework.models import Enquiry
from ombud.core.reconciling.cause import Cause, CauseKind
from ombud.core.reconciling.discrepancy import Kind
from ombud.core.reconciling.quantity import Place, PlaceKind, Told, quantity
from ombud.core.report.outline import OutlineSection
from ombud.core.report.problem import Problem
from ombud.core.report.tree import TableBlock
from ombud.offices.models import EnquiryType, ReportingPeriod, TypeDefinition
from ombud.reporting import drafts
from ombud.reporting.actions.editions import PublicationRefused, freeze, publish
from ombud.reporting.actions.explanations import explain, withdraw
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.actions.reports import make_report
from ombud.reporting.models import Aggregate, Edition, Report
from ombud.reporting.reconciling.before import NOTHING_BEFORE, told_before
from ombud.reporting.reconciling.differences import Unreconciled, reconcile_report
from ombud.reporting.reconciling.kept import before_from_json, before_to_json
from ombud.reporting.statistics import statistics_for
from ombud.tenancy.scope import scope
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering
from tests.reporting.test_drafts import blocks

SPAN = "2024-04-01_2025-03-31"


def section(text: str) -> OutlineSection:
    return OutlineSection("figures", "Tal", 1, True, text)


def unreconciled(problems: tuple[Problem, ...]) -> list[Unreconciled]:
    return [one for one in problems if isinstance(one, Unreconciled)]


def published_total(number: int, **fields: object) -> Aggregate:
    return Aggregate.objects.create(
        **{"starts_on": FIRST, "ends_on": LAST, "unit": "henvendelser", "dimension": "I alt", "value": "",
           "count": number, "source": "Beretningen"} | fields,
    )  # fmt: skip


@pytest.fixture
def register(enquiry: Registering) -> list[Enquiry]:
    return [enquiry(type="Klage"), enquiry(type="Vejledning", matters=((None, None),))]


def test_a_register_that_agrees_with_itself_has_no_difference(report: Report, register: list[Enquiry]) -> None:
    _, problems = drafts.render(report, WORDS)
    assert unreconciled(problems) == []


def test_a_published_figure_that_the_register_does_not_give_stops_publication(
    report: Report, register: list[Enquiry]
) -> None:
    published_total(5)
    _, problems = drafts.render(report, WORDS)
    found = unreconciled(problems)
    assert [(one.discrepancy.kind, one.discrepancy.number, one.discrepancy.other_number) for one in found] == [
        (Kind.PUBLISHED, 2, 5)
    ]
    assert found[0].stops_publication
    assert "Beretningen" in found[0].message
    assert found[0].section in {row.key for row in report.sections.all()}


def test_a_published_figure_that_the_register_gives_is_no_difference(report: Report, register: list[Enquiry]) -> None:
    published_total(2)
    _, problems = drafts.render(report, WORDS)
    assert unreconciled(problems) == []


def test_a_table_that_is_not_printed_need_not_agree(report: Report, register: list[Enquiry]) -> None:
    published_total(5)
    counted = statistics_for(FIRST, LAST, WORDS)
    before = told_before(counted, WORDS)
    assert reconcile_report(counted, [section("Ingen tabel.")], WORDS, before=before).problems == ()
    assert len(reconcile_report(counted, [section("{tabel: types}")], WORDS, before=before).problems) == 1


def explained(report: Report, text: str = "Tallet i beretningen var foreløbigt.") -> str:
    _, problems = drafts.render(report, WORDS)
    key = unreconciled(problems)[0].discrepancy.key
    explain(report=report, key=key, text=text, by=None)
    return key


def test_an_explained_difference_is_printed_at_its_table_and_stops_nothing(
    report: Report, register: list[Enquiry]
) -> None:
    published_total(5)
    explained(report)
    document, problems = drafts.render(report, WORDS)
    assert [one.stops_publication for one in unreconciled(problems)] == [False]
    tables = [one.table for one in blocks(document.sections) if isinstance(one, TableBlock)]
    assert any("Tallet i beretningen var foreløbigt." in table.notes for table in tables)


def test_when_a_number_changes_the_explanation_holds_no_more(report: Report, register: list[Enquiry]) -> None:
    figure = published_total(5)
    explained(report)
    figure.count = 6
    figure.save()
    _, problems = drafts.render(report, WORDS)
    assert [one.stops_publication for one in unreconciled(problems)] == [True]


def test_an_explanation_taken_back_stops_publication_again(report: Report, register: list[Enquiry]) -> None:
    published_total(5)
    explained(report)
    withdraw(explanation=report.explanations.get(), by=None)
    _, problems = drafts.render(report, WORDS)
    assert [one.stops_publication for one in unreconciled(problems)] == [True]


@pytest.mark.parametrize(("key", "text"), [("x", "Tekst"), ("a" * 32, "   "), ("a" * 32, "a" * 1001)])
def test_a_note_without_difference_or_words_is_refused(report: Report, key: str, text: str) -> None:
    with pytest.raises(ValidationError):
        explain(report=report, key=key, text=text, by=None)
    assert not report.explanations.exists()


def test_an_edition_is_refused_until_the_difference_is_explained_and_keeps_the_note(
    report: Report, register: list[Enquiry]
) -> None:
    figure = published_total(5)
    with pytest.raises(PublicationRefused):
        publish(edition=freeze(report=report, by=None), by=None)
    explained(report)
    edition = publish(edition=freeze(report=report, by=None), by=None)
    report.explanations.all().delete()
    figure.delete()
    document, problems = drafts.render(Edition.objects.get(pk=edition.pk), WORDS)
    assert [one.stops_publication for one in unreconciled(problems)] == [False]
    files = {one.format: bytes(one.content) for one in edition.files.all()}
    assert "Tallet i beretningen var foreløbigt.".encode() in files["html"]
    notes = [note for one in blocks(document.sections) if isinstance(one, TableBlock) for note in one.table.notes]
    assert "Tallet i beretningen var foreløbigt." in notes


def test_a_number_of_the_period_before_must_be_the_one_its_edition_printed(
    report: Report, register: list[Enquiry], enquiry: Registering
) -> None:
    period = ReportingPeriod.objects.create(name="2025", starts_on=date(2025, 4, 1), ends_on=date(2025, 12, 31))
    earlier = publish(edition=freeze(report=report, by=None), by=None)
    enquiry(date(2025, 5, 2))
    later = make_report(period=period, by=None)
    assert unreconciled(drafts.render(later, WORDS)[1]) == []
    enquiry(date(2024, 6, 2))
    found = unreconciled(drafts.render(later, WORDS)[1])
    assert found
    assert {one.discrepancy.kind for one in found} == {Kind.EARLIER}
    first = found[0].discrepancy
    assert (first.other_place.kind, first.other_place.name) == (PlaceKind.EDITION, str(earlier.pk))
    assert Cause(CauseKind.CORRECTED, 1) in first.causes


def test_a_new_edition_of_the_same_period_tells_that_the_total_has_changed(
    report: Report, register: list[Enquiry], enquiry: Registering
) -> None:
    publish(edition=freeze(report=report, by=None), by=None)
    assert unreconciled(drafts.render(report, WORDS)[1]) == []
    enquiry(date(2024, 6, 2))
    found = unreconciled(drafts.render(report, WORDS)[1])
    assert {(one.discrepancy.number, one.discrepancy.other_number) for one in found} == {(3, 2)}


def test_a_number_in_prose_is_compared_with_the_tables(report: Report, register: list[Enquiry]) -> None:
    counted = statistics_for(FIRST, LAST, WORDS)
    prose = Told(quantity("enquiries", SPAN), 3, Place(PlaceKind.TEXT, "figures", "Tal", 7))
    found = reconcile_report(counted, [section("{tabel: types}")], WORDS, told=[prose]).problems
    assert [(one.discrepancy.number, one.discrepancy.other_number) for one in found] == [(2, 3)]


def test_what_was_told_before_survives_json(report: Report, register: list[Enquiry]) -> None:
    published_total(5)
    before = told_before(statistics_for(FIRST, LAST, WORDS), WORDS)
    assert before.told
    assert before_from_json(json.loads(json.dumps(before_to_json(before)))) == before
    assert before_from_json(None) == NOTHING_BEFORE


def test_ishoej_2023_as_it_was_published_is_told_its_own_inconsistencies(db: None) -> None:
    ishoej = make_municipality(code="0183", by=None)
    with scope(ishoej), translation.override("da"):
        counted = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS)
        printed = [section("{tabel: departments-now-and-before}\n\n{tabel: types}\n\n{tabel: types-by-department}")]
        found = reconcile_report(counted, printed, WORDS, before=told_before(counted, WORDS))
    centres = next(one for one in found.problems if (one.discrepancy.number, one.discrepancy.other_number) == (55, 58))
    assert centres.discrepancy.causes == (Cause(CauseKind.WITHOUT_MEMBER, 3, "enquiries", "department"),)
    assert centres.stops_publication
    assert (centres.section, centres.line) == ("figures", 1)
    complaints = [one.discrepancy for one in found.problems if one.discrepancy.label == "Klage"]
    assert {(one.number, one.other_number) for one in complaints} == {(23, 22)}
    assert any("Center for Byudvikling og Natur" in one.message and "0" in one.message for one in found.questions)
    assert any("klagepunkter" in one.message for one in found.questions)
    assert any("14" in one.message and "58" in one.message for one in found.questions)


def test_the_quarter_of_ishoej_has_no_difference(db: None) -> None:
    ishoej = make_municipality(code="0183", by=None)
    with scope(ishoej), translation.override("da"):
        counted = statistics_for(date(2024, 10, 1), date(2024, 12, 31), WORDS)
        printed = [section("".join(f"{{tabel: {name}}}\n\n" for name in ("headline", "types")))]
        found = reconcile_report(counted, printed, WORDS, before=told_before(counted, WORDS))
    assert found.problems == ()
    assert counted.enquiries == 24


def test_spaces_names_and_numbers_of_a_text_are_asked_about_and_stop_nothing(
    report: Report, register: list[Enquiry]
) -> None:
    counted = statistics_for(FIRST, LAST, WORDS)
    text = "Alt er godt.\n\nAnketyrelen har  svaret.\n"
    found = reconcile_report(counted, [section(text)], WORDS).questions
    assert [(one.section, one.line, one.stops_publication) for one in found] == [("figures", 3, False)] * 2


def test_a_definition_changed_in_the_period_is_asked_about(report: Report, register: list[Enquiry]) -> None:
    kind = EnquiryType.objects.get(name="Klage")
    TypeDefinition.objects.create(type=kind, starts_on=date(2024, 9, 1), text="En ny betydning.")
    TypeDefinition.objects.get_or_create(type=kind, starts_on=None, defaults={"text": "Den gamle."})
    _, problems = drafts.render(report, WORDS)
    asked = [one for one in problems if not one.stops_publication and "»Klage«" in one.message]
    assert len(asked) == 1
