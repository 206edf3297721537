"""Published reports as specifications: what is in the register comes out in the tables, cell by cell."""

import json
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from ombud.casework.queries.register import enquiries, matters
from ombud.casework.queries.register_filter import RegisterFilter
from ombud.core.statistics.table import Origin, Table
from ombud.offices.models import Municipality
from ombud.reporting.actions.examples import load_example
from ombud.reporting.actions.municipalities import make_municipality
from ombud.reporting.statistics import Statistics, statistics_for
from ombud.tenancy.scope import scope
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering

PUBLISHED = json.loads((Path(__file__).parents[1] / "data" / "albertslund-2024-25.json").read_text(encoding="utf-8"))


@pytest.fixture
def example(office: Municipality) -> Municipality:
    load_example(municipality=office, by=None)
    return office


@pytest.fixture
def counted(example: Municipality) -> Statistics:
    return statistics_for(FIRST, LAST, WORDS)


def cells(table: Table, level: int = 0) -> dict[str, list[Any]]:
    return {row.label: list(row.cells) for row in table.rows if row.level == level}


def test_the_example_register_gives_the_published_totals(counted: Statistics) -> None:
    assert (counted.enquiries, counted.matters) == (PUBLISHED["enquiries"], PUBLISHED["matters"])
    assert counted.differences == ()
    assert counted.faults == ()


def test_table_1_is_the_published_one(counted: Statistics) -> None:
    table, published = counted.tables["departments-by-role"], PUBLISHED["table_1"]
    assert cells(table) == published["rows"]
    assert [list(table.total), table.caption] == [published["total"], published["caption"]]
    assert [column.label for column in table.columns] == published["columns"]


def test_table_2_is_the_published_one(counted: Statistics) -> None:
    table, published = counted.tables["subthemes-by-department"], PUBLISHED["table_2"]
    assert [column.label for column in table.columns][:-1] == published["departments"]
    expected: list[tuple[int, str, list[int]]] = []
    for theme in published["themes"]:
        expected.append((0, theme["theme"], [*theme["counts"], theme["total"]]))
        expected += [(1, one["subtheme"], [*one["counts"], one["total"]]) for one in theme["subthemes"]]
    assert [(row.level, row.label, list(row.cells)) for row in table.rows] == expected
    assert table.total[-1] == PUBLISHED["matters"]


@pytest.mark.parametrize(
    ("name", "number"), [("appeals-by-outcome", "table_3"), ("appeal-remarks-by-theme", "table_4")]
)
def test_tables_3_and_4_are_the_published_ones(counted: Statistics, name: str, number: str) -> None:
    table, published = counted.tables[name], PUBLISHED[number]
    assert [list(row.cells) for row in table.rows] == list(published["rows"].values())
    assert list(table.total) == published["total"]


def test_appeal_decisions_never_enter_the_other_tables(counted: Statistics) -> None:
    others = [table for table in counted.tables.values() if table.kind == "matters" and table.rows]
    assert {table.basis.base_count for table in others if not table.left_out and not table.where} == {203}


def test_the_caveat_of_the_example_goes_with_the_numbers(counted: Statistics, example: Municipality) -> None:
    assert "tilfældigt" in counted.caveats[0]
    with translation.override("en"):
        assert "at random" in statistics_for(FIRST, LAST, WORDS).caveats[0]


def test_numbers_in_prose_come_from_the_same_cubes(counted: Statistics) -> None:
    numbers = counted.numbers
    assert numbers["henvendelser"] == numbers["enquiries"] == "162"
    assert (numbers["følgesager"], numbers["remarks"]) == ("41", "39")
    assert numbers["share:theme:Forvaltningsskik"].replace("\u00a0", " ") == "85 af 203 (41,9 %)"
    assert numbers["gruppe:Tid, opfølgning og orientering"].replace("\u00a0", " ") == "29 af 85 (34,1 %)"
    assert numbers["share:decisions-with-remarks"].replace("\u00a0", " ") == "31 af 60 (51,7 %)"


def drills(table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """Every number of the table with the filter that finds the registrations behind it."""
    fixed = {name: keys[0] for name, keys in table.where.items()}
    for row in table.rows:
        own = {table.row_dimensions[row.level]: row.key or "none"}
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.unit != "count" or not isinstance(cell, int) or len(row.members) > 1:
                continue
            across = (
                {} if column.is_total or not table.column_dimension else {table.column_dimension: column.key or "none"}
            )
            yield cell, fixed | own | across


@pytest.mark.parametrize(
    "name",
    [
        "departments-by-role",
        "subthemes-by-department",
        "departments",
        "themes",
        "types",
        "types-by-department",
        "channels",
        "months",
        "durations",
        "subthemes-of-one-theme",
    ],
)
def test_behind_every_number_stand_as_many_registrations(counted: Statistics, name: str) -> None:
    table = counted.tables[name]
    checked = 0
    for number, narrowing in drills(table):
        chosen = RegisterFilter(received_from=FIRST, received_to=LAST, **narrowing)
        assert matters(chosen).count() == number, narrowing
        if narrowing.get("role") == "main":
            assert enquiries(chosen).count() == number, narrowing
        checked += 1
    assert checked >= len(table.rows)


def test_matters_left_out_of_the_themes_are_in_the_total_and_the_rule_is_printed(
    office: Municipality, enquiry: Registering
) -> None:
    enquiry()
    enquiry(flags={"outside_themes": True})
    found = statistics_for(FIRST, LAST, WORDS)
    assert found.tables["departments"].total[0] == 2
    assert found.tables["themes"].total[0] == 1
    assert any("(1 sag)" in note for note in found.tables["themes"].notes)
    assert not any("(1 sag)" in note for note in found.tables["departments"].notes)


def test_enquiries_outside_the_total_are_said(office: Municipality, enquiry: Registering) -> None:
    enquiry()
    enquiry(counted=False)
    found = statistics_for(FIRST, LAST, WORDS)
    assert found.enquiries == 1
    assert any(note.startswith("1 ") for note in found.tables["types"].notes)


def test_a_board_without_decisions_is_said(counted: Statistics) -> None:
    assert any("Specialundervisning" in note for note in counted.tables["appeals-by-outcome"].notes)


@pytest.fixture
def ishoej_ready(db: None) -> Iterator[Municipality]:
    made = make_municipality(code="0183", by=None)
    with scope(made), translation.override("da"):
        yield made


def test_a_period_known_only_from_its_report_is_shown_as_imported(ishoej_ready: Municipality) -> None:
    found = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS)
    table = found.tables["departments"]
    assert (found.enquiries, found.matters) == (58, None)
    assert table.basis.origin is Origin.IMPORTED
    assert [row.cells[0] for row in table.rows] == [11, 9, 6, 2, 27, 3]
    shares = [row.cells[1] for row in table.rows]
    assert shares == [*(Fraction(part, 100) for part in (20, 16, 11, 4, 49)), None]
    assert any("2023 (januar 2024)" in caveat for caveat in found.caveats)


def test_complaints_that_were_not_published_by_department_are_not_stated(ishoej_ready: Municipality) -> None:
    table = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS).tables["types-by-department"]
    places = {column.label: place for place, column in enumerate(table.columns)}
    assert [row.cells[places["Klage"]] for row in table.rows] == [7, 2, 0, 0, 13, 0]
    assert table.total[places["Klage"]] == 22


def test_what_was_not_published_does_not_stand_as_nought(ishoej_ready: Municipality) -> None:
    found = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS)
    assert [(row.label, row.cells[0]) for row in found.tables["types"].rows] == [
        ("Klage", 23),
        ("Andre henvendelser", 35),
    ]


def test_the_matters_of_a_period_that_was_not_counted_here_are_not_told(ishoej_ready: Municipality) -> None:
    found = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS)
    assert "58" not in found.tables["departments"].basis.base


def test_a_figure_of_what_was_not_published_does_not_say_that_nothing_happened(ishoej_ready: Municipality) -> None:
    found = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS)
    figure = next(one for one in found.figures.values() if one.table.name == "months")
    assert figure.sentence == "De importerede tal for perioden fortæller ikke dette."


def test_unlike_periods_are_not_compared_without_a_warning(ishoej_ready: Municipality) -> None:
    table = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS).tables["departments-now-and-before"]
    assert table.total == (58, 30, Fraction(58, 12), Fraction(6))
    assert [column.key for column in table.columns] == ["count", "previous", "rate", "previous_rate"]
    assert table.columns[1].label == "August-december 2022"
    assert any("12" in note and "5" in note for note in table.notes)


def test_a_table_that_was_never_published_says_so_and_has_no_numbers(ishoej_ready: Municipality) -> None:
    table = statistics_for(date(2023, 1, 1), date(2023, 12, 31), WORDS).tables["channels"]
    assert (table.rows, table.basis.base) == ((), "")
    assert table.notes[0] == "De importerede tal for perioden fortæller ikke dette."


def test_hjoerring_has_sixteen_enquiries_without_a_department(db: None) -> None:
    made = make_municipality(code="860", by=None)
    with scope(made), translation.override("da"):
        table = statistics_for(date(2022, 6, 1), date(2022, 12, 31), WORDS).tables["departments"]
    assert table.total[0] == 60
    assert table.rows[-1].key == ""
    assert table.rows[-1].cells[0] == 16


def test_a_change_of_mandate_inside_the_period_is_a_caveat(ishoej_ready: Municipality) -> None:
    found = statistics_for(date(2024, 1, 1), date(2024, 12, 31), WORDS)
    assert any("1. oktober 2024" in caveat for caveat in found.caveats)
