"""What the five reports printed rightly passes with no finding (G1-G3, G7-G12)."""

from dataclasses import replace

from ombud.core.reconciling.cited_cases import cited_cases, cited_of
from ombud.core.reconciling.flags import mixed_units, open_advice, said_left_out, two_names
from ombud.core.reconciling.same import compare
from ombud.core.reconciling.shares import Share, check_shares, shares_in
from ombud.core.reconciling.sums import discrepancies, sums_in
from ombud.core.reconciling.telling import told_in_all
from ombud.core.reconciling.wording import check_wording
from ombud.core.statistics.tables import make_tables
from ombud.core.words import PLAIN
from tests.core.reconciling.reports import ALBERTSLUND, ISHOEJ_2023, ISHOEJ_2024
from tests.core.statistics.albertslund import inputs
from tests.core.statistics.test_published import DEFINITIONS

SPAN = "2024-04-01_2025-03-31"
TABLES = make_tables(DEFINITIONS.tables, inputs(), PLAIN)
TRUE_TEXT = (
    "Borgerrådgiveren modtog 162 henvendelser, som omfattede i alt 203 klagepunkter. Ankestyrelsens afgørelser "
    "behandles efter forvaltningsloven, og forvaltningslovens regler om Ankestyrelsen gælder. Kommunalbestyrelsens "
    "medlemmer og Familieretshusets medarbejdere har set afgørelsen i SB-SYS."
)


def test_every_table_of_albertslund_adds_up_and_agrees_with_all_the_others() -> None:
    told = told_in_all(TABLES, SPAN)
    sums = [one for table in TABLES for one in sums_in(table, SPAN)]
    assert len(told) > 400
    assert len(sums) > 100
    assert discrepancies(sums) == ()
    assert compare(told) == ()


def test_albertslund_has_nothing_to_look_at_in_its_tables() -> None:
    told = told_in_all(TABLES, SPAN)
    assert two_names(TABLES, {}, PLAIN) == ()
    assert said_left_out({"a": TRUE_TEXT}, TABLES, PLAIN) == ()
    assert mixed_units(told, PLAIN) == open_advice(told, PLAIN) == ()
    assert discrepancies(ALBERTSLUND.sums) == ()


def test_main_and_follow_on_matters_are_the_enquiries_and_the_matters_in_every_table() -> None:
    told = told_in_all(TABLES, SPAN)
    enquiries = {one.value for one in told if one.quantity.unit == "enquiries" and not one.quantity.members}
    matters = {one.value for one in told if one.quantity.unit == "matters" and not one.quantity.members}
    left_out = {one.value for one in told if one.quantity.left_out and not one.quantity.members}
    assert enquiries == {162}
    assert matters - left_out == {203}


def test_one_cell_that_is_wrong_is_found_in_its_row_its_column_and_its_other_tables() -> None:
    at = next(place for place, one in enumerate(TABLES) if one.name == "subthemes-by-department")
    table = TABLES[at]
    row = next(place for place, one in enumerate(table.rows) if one.label == "Inddragelse")
    cells = list(table.rows[row].cells)
    cells[1] = 7
    rows = list(table.rows)
    rows[row] = replace(rows[row], cells=tuple(cells))
    wrong = replace(table, rows=tuple(rows))
    found = discrepancies(sums_in(wrong, SPAN))
    assert [(one.number, one.other_number, one.label) for one in found] == [
        (13, 12, "Inddragelse"),
        (24, 23, "Forvaltningsskik, Børn & Familie"),
    ]


def test_whole_per_cents_of_the_centres_pass_with_their_own_base_only() -> None:
    pie = next(one for one in ISHOEJ_2023.shares if one.place.label == "Henvendelser fordelt på centre")
    told = [replace(one, value=55) if one.value == 58 else one for one in ISHOEJ_2023.told]
    assert check_shares([pie], told) == ()
    wrong = replace(pie, shares=(Share(pie.shares[0].member, pie.shares[0].label, 25), *pie.shares[1:]))
    assert [(one.number, one.other_number) for one in check_shares([wrong], told)] == [(25, 20)]


def test_the_whole_per_cents_of_every_table_are_those_of_its_counts() -> None:
    told = told_in_all(TABLES, SPAN)
    shares = [one for table in TABLES for one in shares_in(table, SPAN)]
    assert len(shares) >= 3
    assert check_shares(shares, told) == ()
    first = shares[0].shares[0]
    wrong = replace(shares[0], shares=(replace(first, per_cent=first.per_cent + 5), *shares[0].shares[1:]))
    assert [one.number for one in check_shares([wrong], told)] == [first.per_cent + 5]


def test_the_quarter_of_ishoej_adds_up_and_its_cited_cases_are_the_numbers_printed() -> None:
    assert discrepancies(ISHOEJ_2024.sums) == compare(ISHOEJ_2024.told) == ()
    printed = ISHOEJ_2024.data["cases_printed"]
    counted = {name: len(cited_cases(ISHOEJ_2024.texts[name])[0].numbers) for name in printed}
    assert counted == printed
    assert list(counted.values()) == [8, 3, 4, 7]
    assert len(cited_of(ISHOEJ_2024.texts)[0].numbers) == 13


def test_a_text_without_faults_has_no_flags() -> None:
    assert check_wording({"a": TRUE_TEXT, "b": "- et punkt\n- et andet\n\n| a |  b |\n"}, PLAIN) == ()
