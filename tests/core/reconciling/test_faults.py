"""The inconsistencies of the five reports, I1-I17: each is found, from what was printed and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from ombud.core.reconciling.cause import Cause, CauseKind
from ombud.core.reconciling.causes import explain
from ombud.core.reconciling.cited_cases import above_the_enquiries, cited_cases, cited_of
from ombud.core.reconciling.definitions_in_force import changed_meanings
from ombud.core.reconciling.discrepancy import Discrepancy, Kind
from ombud.core.reconciling.flag import FlagKind
from ombud.core.reconciling.flags import mixed_units, open_advice, said_left_out, two_names, unlike_periods
from ombud.core.reconciling.quantity import Place, PlaceKind
from ombud.core.reconciling.ranges import check_range, ranges_in
from ombud.core.reconciling.same import compare
from ombud.core.reconciling.shares import check_shares
from ombud.core.reconciling.sums import Sum, discrepancies, intervals, undecided
from ombud.core.reconciling.telling import told_in
from ombud.core.reconciling.wording import check_wording
from ombud.core.report.references import typed_references, unfilled_references
from ombud.core.report.targets import Targets
from ombud.core.statistics.definitions import Exclusion
from ombud.core.statistics.periods import Period
from ombud.core.statistics.tables import make_table
from ombud.core.words import PLAIN
from tests.core.reconciling.reports import ALBERTSLUND, HJOERRING, ISHOEJ_2023, ISHOEJ_2024, ISHOEJ_FRAME, Printed
from tests.core.statistics.albertslund import inputs
from tests.core.statistics.test_published import DEFINITIONS, DanishCaptions

YEAR_2023 = "2023-01-01_2023-12-31"


def found(report: Printed) -> tuple[Discrepancy, ...]:
    """Everything that is compared of a report, with its causes."""
    everything = (*discrepancies(report.sums), *compare(report.told), *check_shares(report.shares, report.told))
    return explain(everything, report.told)


def by_caption(report: Printed, caption: str) -> list[Discrepancy]:
    return [one for one in found(report) if one.place.label == caption]


def numbers(one: Discrepancy) -> tuple[int, int]:
    return one.number, one.other_number


def test_i1_three_of_58_enquiries_have_no_centre_and_the_pie_is_of_the_55() -> None:
    parts = next(one for one in found(ISHOEJ_2023) if one.kind is Kind.PARTS and one.by == "department")
    assert (numbers(parts), parts.quantity.span) == ((55, 58), YEAR_2023)
    assert Cause(CauseKind.WITHOUT_MEMBER, 3, "enquiries", "department") in parts.causes
    assert "3 enquiries stand without department." in parts.cause_sentences(PLAIN)
    pie = by_caption(ISHOEJ_2023, "Henvendelser fordelt på centre")
    assert [numbers(one) for one in pie] == [(55, 58)]
    assert "The shares are of 55 enquiries." in pie[0].cause_sentences(PLAIN)


def crossed(report: Printed, label: str) -> Sum:
    return next(one for one in report.sums if one.unknown and one.total.label == label)


def test_i2_whether_the_centre_of_two_had_a_complaint_cannot_be_decided_and_is_said_so() -> None:
    complaints = crossed(ISHOEJ_2023, "Klage")
    assert (complaints.known, complaints.total.value) == (22, 23)
    assert intervals(complaints) == {"Center for Byudvikling og Natur": (0, 1), "not stated": (0, 1)}
    said = undecided([complaints], PLAIN)
    assert [one.kind for one in said] == [FlagKind.UNDECIDED]
    assert "Center for Byudvikling og Natur (from 0 to 1, which cannot be decided)" in said[0].message


def test_i2_a_total_that_no_value_of_the_unknown_could_make_is_a_difference() -> None:
    complaints = crossed(ISHOEJ_2023, "Klage")
    impossible = replace(complaints, total=replace(complaints.total, value=28))
    assert discrepancies([complaints]) == ()
    assert [numbers(one) for one in discrepancies([impossible])] == [(22, 28)]


def test_i3_a_legend_that_was_exchanged_is_found_and_named() -> None:
    swapped = by_caption(ISHOEJ_2023, "Center for Børn og Forebyggelse")
    assert [(one.label, *numbers(one)) for one in swapped] == [("Andre henvendelser", 64, 36), ("Klage", 36, 64)]
    assert {cause.kind for one in swapped for cause in one.causes} == {CauseKind.SWAPPED}


def test_i3_the_other_figures_have_the_shares_of_their_numbers() -> None:
    for caption in ("Henvendelser i alt", "Center for Beskæftigelse og Erhverv", "Center for Voksne og Velfærd"):
        assert by_caption(ISHOEJ_2023, caption) == []


def test_i4_as_many_complaint_points_as_complaints_is_asked_about() -> None:
    flags = mixed_units(ISHOEJ_2023.told, PLAIN)
    assert [one.kind for one in flags] == [FlagKind.SAME_NUMBER]
    assert flags[0].message.startswith("23 klageforhold")
    fewer = [replace(one, value=31) if one.quantity.unit == "klageforhold" else one for one in ISHOEJ_2023.told]
    assert mixed_units(fewer, PLAIN) == ()


def test_i5_open_advice_that_is_neither_inside_nor_outside_is_asked_about() -> None:
    flags = open_advice(ISHOEJ_2023.told, PLAIN)
    assert [one.kind for one in flags] == [FlagKind.OPEN_ADVICE]
    assert "14 visits" in flags[0].message
    assert "58 enquiries" in flags[0].message
    assert open_advice(ISHOEJ_2024.told, PLAIN) == ()


def test_i6_five_months_beside_twelve_are_told_by_the_month() -> None:
    flags = unlike_periods(ISHOEJ_2023.told, PLAIN)
    first = flags[0].message
    assert "12 open months now and 5 before" in first
    assert "4.8 a month now, 6.0 before" in first
    same = [one for one in ISHOEJ_2023.told if one.quantity.span == YEAR_2023]
    assert unlike_periods(same, PLAIN) == ()


def test_i7_two_figures_with_one_number_are_found() -> None:
    flags = [one for one in check_wording(ISHOEJ_2024.texts, PLAIN) if one.kind is FlagKind.NUMBERED_TWICE]
    assert [(one.place.name, one.place.line) for one in flags] == [("figurer", 9)]
    assert "Hvor hurtigt får borgerne hjælp" in flags[0].message


def test_i8_case_numbers_above_the_number_of_enquiries_are_explained_and_no_fault() -> None:
    cited = cited_of(ISHOEJ_2024.texts)
    assert [(one.year, one.numbers[-1]) for one in cited] == [(2024, 29)]
    total = next(one for one in ISHOEJ_2024.told if not one.quantity.members and one.quantity.unit == "enquiries")
    flag = above_the_enquiries(cited[0], total, Place(PlaceKind.TEXT, "1", "1"), PLAIN)
    assert flag is not None
    assert flag.kind is FlagKind.EXPLAINED
    assert flag.message.endswith("Nothing is wrong.")
    assert found(ISHOEJ_2024) == ()


def test_i8_over_a_whole_year_such_a_case_number_is_a_question() -> None:
    total = next(one for one in ISHOEJ_2023.told if one.value == 58)
    cited = cited_cases("sag 61/2023")[0]
    flag = above_the_enquiries(cited, total, Place(PlaceKind.TEXT, "1", "1"), PLAIN)
    assert flag is not None
    assert flag.kind is FlagKind.CASE_NUMBERS
    assert flag.message.endswith("check the number.")
    assert above_the_enquiries(cited_cases("sag 58/2023")[0], total, flag.place, PLAIN) is None


def test_i9_a_year_that_is_known_for_five_months_only_cannot_be_among_58_to_91() -> None:
    outside = check_range(ISHOEJ_2024.ranges[0], ISHOEJ_2023.told)
    assert [numbers(one) for one in outside] == [(30, 58)]
    assert outside[0].causes == (Cause(CauseKind.MONTHS, 30, "", "2022-08-01_2022-12-31", "2022-01-01_2022-12-31"),)
    assert "2022-08 – 2022-12 and 2022" in outside[0].cause_sentences(PLAIN)[0]


def test_i9_the_range_is_read_in_the_text_that_says_it() -> None:
    texts = {"a": "Tekst.\nDer har i tidligere år været mellem 58-91 unikke borgerhenvendelser på et år. Når sagerne"}
    stated = ranges_in(texts, (2022, 2023))
    assert [(one.low, one.high, one.place.line) for one in stated] == [(58, 91, 2)]
    assert [numbers(one) for one in check_range(stated[0], ISHOEJ_2023.told)] == [(30, 58)]
    assert ranges_in({"a": "mellem 14 og 16 om onsdagen, hele året"}, (2022,)) == ()


def test_i10_two_record_systems_in_one_report_are_asked_about() -> None:
    flags = [one for one in check_wording(ISHOEJ_FRAME.texts, PLAIN) if one.kind is FlagKind.TWO_SYSTEMS]
    assert [one.place.name for one in flags] == ["dokumentation"]
    assert "SB-SYS" in flags[0].message
    assert "Acadre" in flags[0].message


def test_i11_labels_of_44_do_not_make_the_60_of_the_text() -> None:
    only = found(HJOERRING)
    assert [(one.kind, *numbers(one), one.difference) for one in only] == [(Kind.PARTS, 44, 60, 16)]
    assert only[0].causes == (Cause(CauseKind.WITHOUT_MEMBER, 16, "enquiries", "department"),)


def test_i12_sixty_in_the_text_and_64_in_the_table_are_the_four_rejected() -> None:
    table = make_table(DEFINITIONS.table("appeals-by-outcome"), inputs(), DanishCaptions())
    said = [one for one in ALBERTSLUND.told if one.place.kind is PlaceKind.TEXT]
    told = (*told_in(table, said[0].quantity.span), *said)
    only = explain(compare(told), told)
    assert [(one.kind, *numbers(one)) for one in only] == [(Kind.ELSEWHERE, 64, 60)]
    assert only[0].causes == (Cause(CauseKind.LEFT_OUT, 4, "decisions", "Klage afvist"),)
    assert "“Klage afvist” (4)" in only[0].cause_sentences(PLAIN)[0]
    assert (only[0].place.name, only[0].other_place.line) == ("appeals-by-outcome", 1)


def test_i14_a_text_that_says_something_is_left_out_of_tables_that_count_all_is_asked_about() -> None:
    names = ("departments-by-role", "subthemes-by-department")
    tables = [make_table(DEFINITIONS.table(name), inputs(), PLAIN) for name in names]
    texts = {"themes": "Hjælp til klager.\n" + ALBERTSLUND.data["left_out"]["rule"]}
    flags = said_left_out(texts, tables, PLAIN)
    assert [(one.kind, one.place.name, one.place.line) for one in flags] == [(FlagKind.NOT_LEFT_OUT, "themes", 2)]
    assert "203" in flags[0].message
    left_out = replace(tables[1], left_out=({"outside_themes": ("yes",)},))
    assert said_left_out(texts, [tables[0], left_out], PLAIN) == ()
    assert said_left_out({"appeals": "Disse sager indgår ikke i de øvrige figurer."}, tables, PLAIN) == ()


def test_i14_what_is_really_left_out_is_another_quantity() -> None:
    definition = replace(DEFINITIONS.table("subthemes-by-department"), exclude=(Exclusion({"theme": ("Andet",)}),))
    made = make_table(definition, inputs(), PLAIN)
    assert made.basis.base_count == 203 - 44
    assert made.left_out


def test_i15_a_reference_never_filled_in_and_one_to_no_section_are_found() -> None:
    assert [text for _, text in unfilled_references(ALBERTSLUND.texts["figur"])] == ["figur X"]
    targets = Targets()
    targets.add("section", "follow-up", "Opfølgning", "2")
    typed = list(typed_references(ALBERTSLUND.texts["reference"], targets))
    assert [(text, leads_nowhere) for _, text, leads_nowhere in typed] == [("afsnit 1.3", True)]


def test_i15_one_department_under_two_names_is_found() -> None:
    tables = [make_table(DEFINITIONS.table(name), inputs(), PLAIN) for name in ("departments", "appeals-by-outcome")]
    assert two_names(tables, {}, PLAIN) == ()
    other = [
        replace(row, label="Borger & Arbejdsmarked") if row.label.startswith("Borger,") else row
        for row in tables[1].rows
    ]
    flags = two_names([tables[0], replace(tables[1], rows=tuple(other))], ALBERTSLUND.data["aliases"], PLAIN)
    assert [one.kind for one in flags] == [FlagKind.TWO_NAMES]
    assert "“Borger & Arbejdsmarked”" in flags[0].message


def test_i16_a_misspelt_authority_and_double_spaces_are_found() -> None:
    flags = check_wording(ALBERTSLUND.texts, PLAIN)
    spelling = [one.message for one in flags if one.kind is FlagKind.SPELLING]
    assert spelling == ["“Anketyrelen”: is “Ankestyrelsen” meant?"]
    assert [one.place.name for one in flags if one.kind is FlagKind.DOUBLE_SPACE] == ["mellemrum"]


def test_i17_three_definitions_of_a_complaint_are_three_ways_of_counting() -> None:
    meanings = (*ISHOEJ_FRAME.meanings, *ISHOEJ_2024.meanings, *ALBERTSLUND.meanings)
    year = Period("2024", date(2024, 1, 1), date(2024, 12, 31))
    flags = changed_meanings(meanings, year, PLAIN)
    assert [one.kind for one in flags] == [FlagKind.TWO_DEFINITIONS]
    assert "3 definitions" in flags[0].message
    assert changed_meanings(ISHOEJ_2024.meanings, year, PLAIN) == ()


@pytest.mark.parametrize("month", [date(2024, 9, 30), date(2024, 10, 1)])
def test_i17_a_definition_that_began_before_the_period_is_the_only_one(month: date) -> None:
    meanings = (*ISHOEJ_FRAME.meanings, *ISHOEJ_2024.meanings)
    period = Period("p", month, date(2024, 12, 31))
    assert bool(changed_meanings(meanings, period, PLAIN)) is (month.day == 30)
