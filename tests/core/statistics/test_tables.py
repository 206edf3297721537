"""Rules of tables that the published figures do not exercise, on a small register."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ombud.core.statistics.cube import count
from ombud.core.statistics.definitions import DefinitionError, Exclusion, FigureDefinition, Group, TableDefinition
from ombud.core.statistics.facts import Facts, Member, dimension, encode
from ombud.core.statistics.figures import make_figure
from ombud.core.statistics.inputs import Aggregate, Inputs, PeriodData
from ombud.core.statistics.periods import Period
from ombud.core.statistics.reconcile import parts_and_total, reconcile
from ombud.core.statistics.table import Difference, Origin
from ombud.core.statistics.tables import is_possible, make_table, period_before
from ombud.core.words import PLAIN

THEME = dimension(
    "theme", "Theme", [Member("t1", "Care", aliases=("Omsorg",)), Member("t2", "Other")], not_stated="Not stated"
)
SUBTHEME = dimension(
    "subtheme",
    "Subtheme",
    [Member("a", "Grounds", "t1"), Member("b", "Time", "t1"), Member("c", "Money", "t2")],
    not_stated="Not stated",
    parent=THEME,
)
PLACE = dimension(
    "department",
    "Department",
    [Member("x", "X", note="Outside the municipality."), Member("y", "Y"), Member("old", "Old", is_current=False)],
    not_stated="Not stated",
)
ROLE = dimension("role", "Role", [Member("main", "Main"), Member("follow_on", "Follow-on")], not_stated="Not stated")
YEAR = Period("2023", date(2023, 1, 1), date(2023, 12, 31))
BEFORE = Period("2022", date(2022, 1, 1), date(2022, 12, 31))
HALF = Period("2022", date(2022, 8, 1), date(2022, 12, 31))

MATTERS = [("a", "x", "main"), ("a", "y", "follow_on"), ("b", "x", "main"), ("c", "", "main"), ("", "y", "main")]
EARLIER = [("a", "x", "main"), ("a", "old", "main"), ("b", "x", "main")]


def cube(rows):
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    dimensions = (SUBTHEME, PLACE, ROLE)
    codes = {one.name: encode(values, one) for one, values in zip(dimensions, columns, strict=True)}
    return count(Facts("matters", dimensions, codes, len(rows)))


NOW = PeriodData(YEAR, {"matters": cube(MATTERS)})
INPUTS = Inputs(NOW)


def made(inputs=INPUTS, **fields):
    return make_table(TableDefinition("t", {"en": "T"}, **fields), inputs, PLAIN)


def cells(table):
    return [(row.label, *row.cells) for row in table.rows]


def test_not_stated_comes_last_and_only_when_needed():
    assert cells(made(rows=("department",))) == [("X", 2), ("Y", 2), ("Not stated", 1)]
    assert cells(made(rows=("role",))) == [("Main", 4), ("Follow-on", 1)]
    assert cells(made(rows=("role",), not_stated="always"))[-1] == ("Not stated", 0)


def test_a_member_that_is_no_longer_current_is_listed_only_when_counted():
    then = replace(INPUTS, now=replace(NOW, cubes={"matters": cube(EARLIER)}))
    assert cells(made(then, rows=("department",))) == [("X", 2), ("Y", 0), ("Old", 1)]
    assert cells(made(then, rows=("department",), zero_rows="counted only")) == [("X", 2), ("Old", 1)]


def test_facts_without_a_subtheme_stand_under_a_theme_not_stated():
    table = made(rows=("theme", "subtheme"), columns="department")
    assert [(row.label, row.level, row.cells[-1]) for row in table.rows] == [
        ("Care", 0, 3), ("Grounds", 1, 2), ("Time", 1, 1), ("Other", 0, 1), ("Money", 1, 1),
        ("Not stated", 0, 1), ("Not stated", 1, 1),
    ]  # fmt: skip
    assert [column.label for column in table.columns] == ["X", "Y", "Not stated", "Total"]
    assert table.differences == ()


def test_filters_are_stated_and_hide_the_rows_they_rule_out():
    table = made(rows=("subtheme",), where={"theme": ("omsorg",)})
    assert cells(table) == [("Grounds", 2), ("Time", 1)]
    assert (table.basis.base, table.basis.base_count) == ("matters in the period with Theme: Care", 3)
    assert table.where == {"theme": ("t1",)}


def test_a_filter_on_a_member_that_does_not_exist_selects_nothing_and_excludes_nothing():
    assert made(rows=("subtheme",), where={"theme": ("Nowhere",)}).rows == ()
    assert made(rows=("role",), exclude=(Exclusion({"theme": ("Nowhere",)}),)).total == (5,)


def test_an_exclusion_prints_its_rule_and_number():
    table = made(rows=("subtheme",), exclude=(Exclusion({"theme": ("Other",)}, {"en": "It is mixed."}),))
    assert cells(table) == [("Grounds", 2), ("Time", 1), ("Not stated", 1)]
    assert table.notes == ("Left out: Theme: Other (1 matter). It is mixed.",)
    assert table.left_out == ({"theme": ("t2",)},)
    assert table.basis.base == "matters in the period except those left out"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("as listed", ["Grounds", "Time", "Money", "Not stated"]),
        ("count descending", ["Grounds", "Time", "Money", "Not stated"]),
        (("Money", "b"), ["Money", "Time", "Grounds", "Not stated"]),
    ],
)
def test_rows_come_in_the_order_asked_for(order, expected):
    assert [row.label for row in made(rows=("subtheme",), order=order).rows] == expected


def test_the_rest_is_one_row_so_that_the_parts_add_up():
    table = made(rows=("subtheme",), top=1)
    assert cells(table) == [("Grounds", 2), ("The other 2", 2), ("Not stated", 1)]
    assert table.rows[1].members == ("b", "c")
    assert table.differences == ()


def test_groups_are_rows_of_their_own():
    group = Group({"en": "Slow"}, ("Time", "c"))
    assert cells(made(rows=("subtheme",), groups=(group,))) == [("Slow", 2), ("The other 1", 2), ("Not stated", 1)]


def test_shares_of_two_levels_have_one_base():
    many = Inputs(PeriodData(YEAR, {"matters": cube(MATTERS * 5)}))
    table = made(many, rows=("theme", "subtheme"), measures=("share",))
    assert [row.cells[0] for row in table.rows] == [
        *(Fraction(n, 100) for n in (75, 50, 25, 25, 25)), None, None,
    ]  # fmt: skip
    assert made(many, rows=("theme",), measures=("share",), share_base="all").rows[-1].cells == (Fraction(1, 5),)


def test_a_share_of_fewer_than_twenty_never_stands_without_its_count():
    table = made(rows=("theme",), measures=("share",))
    assert [column.key for column in table.columns] == ["count", "share"]
    assert table.rows[0].cells == (3, Fraction(3, 4))


def test_the_previous_period_is_set_beside_where_it_can_be_compared():
    earlier = PeriodData(BEFORE, {"matters": cube(EARLIER)})
    table = made(replace(INPUTS, earlier=(earlier,)), rows=("department",), measures=("count", "previous", "change"))
    assert cells(table) == [("X", 2, 2, 0), ("Y", 2, 0, 2), ("Old", 0, 1, -1), ("Not stated", 1, 0, 1)]
    assert table.total == (5, 3, 2)
    assert [column.label for column in table.columns] == ["2023", "2022", "Change"]


def test_periods_of_unlike_length_give_a_warning_and_rates_instead_of_a_change():
    rows = (
        Aggregate(HALF.first, HALF.last, "matters", "", "", 21, "Report"),
        Aggregate(HALF.first, HALF.last, "matters", "department", "X", 21, "Report"),
    )
    table = made(replace(INPUTS, aggregates=rows), rows=("department",), measures=("count", "previous", "change"))
    assert cells(table) == [
        ("X", 2, 21, None, Fraction(21, 5)),
        ("Y", 2, None, None, None),
        ("Not stated", 1, None, None, None),
    ]
    assert table.total == (5, 21, Fraction(5, 12), Fraction(21, 5))
    assert [column.label for column in table.columns][2:] == ["2023 a month", "2022-08 – 2022-12 a month"]
    assert table.basis.origin is Origin.MIXED
    assert any("12 open months now and 5 before" in note for note in table.notes)
    assert "2022-08 – 2022-12: imported, not counted here. Source: Report." in table.notes


def test_no_earlier_period_is_said():
    table = made(rows=("department",), measures=("count", "previous"))
    assert "There are no figures for an earlier period." in table.notes
    assert table.rows[0].cells == (2, None)


def test_a_series_shows_each_unit_and_nothing_where_it_is_not_known():
    rows = tuple(
        Aggregate(date(year, 1, 1), date(year, 12, 31), "enquiries", "", "", number, "Report", "New adviser.")
        for year, number in ((2018, 70), (2019, 58), (2020, 91), (2021, 60), (2022, 61))
    )
    table = made(replace(INPUTS, aggregates=rows), rows=("period",), measures=("enquiries", "matters"))
    assert cells(table) == [
        ("2019", 58, None), ("2020", 91, None), ("2021", 60, None), ("2022", 61, None), ("2023", 4, 5)
    ]  # fmt: skip
    assert table.total_label == ""
    assert table.rows[0].note == "New adviser."
    assert table.basis.origin is Origin.MIXED


def test_what_was_counted_here_goes_before_what_was_imported():
    rows = (Aggregate(YEAR.first, YEAR.last, "enquiries", "", "", 99),)
    table = made(replace(INPUTS, aggregates=rows), rows=("period",), measures=("enquiries",))
    assert cells(table) == [("2023", 4)]


def test_shares_over_periods_add_up_in_each_period_and_keep_what_is_gone():
    earlier = PeriodData(BEFORE, {"matters": cube(EARLIER * 10)})
    many = Inputs(PeriodData(YEAR, {"matters": cube(MATTERS * 10)}), earlier=(earlier,))
    table = made(many, rows=("department",), columns="period", cells="share")
    assert cells(table) == [
        ("X", Fraction(67, 100), Fraction(1, 2)),
        ("Y", Fraction(0), Fraction(1, 2)),
        ("Old", Fraction(33, 100), Fraction(0)),
        ("Not stated", None, None),
    ]


def test_a_period_of_fewer_than_twenty_stands_in_numbers_among_shares():
    earlier = PeriodData(BEFORE, {"matters": cube(EARLIER)})
    many = Inputs(PeriodData(YEAR, {"matters": cube(MATTERS * 10)}), earlier=(earlier,))
    table = made(many, rows=("department",), columns="period", cells="share")
    assert [(column.label, column.unit) for column in table.columns] == [("2022, number", "count"), ("2023", "percent")]
    assert table.rows[0].cells == (2, Fraction(1, 2))
    assert table.total == (3, Fraction(1))
    assert table.differences == ()


def test_gaps_in_a_series_are_said():
    rows = (Aggregate(date(2021, 1, 1), date(2021, 12, 31), "matters", "", "", 9, "R"),)
    table = made(replace(INPUTS, aggregates=rows), rows=("period",), measures=("matters",))
    assert "Between 2021 and 2023 there are no figures for 1 January 2022 – 31 December 2022." in table.notes


def test_a_table_of_something_not_registered_is_refused_with_its_name():
    definition = TableDefinition("channels", {"en": "C"}, unit="enquiries", rows=("channel",))
    assert not is_possible(definition, INPUTS)
    with pytest.raises(DefinitionError, match=r'"channels".*enquiries.*"channel"'):
        make_table(definition, INPUTS, PLAIN)
    with pytest.raises(DefinitionError, match="appeal_remarks"):
        make_table(TableDefinition("r", {"en": "R"}, kind="appeal_remarks", rows=("remark",)), INPUTS, PLAIN)


def test_an_empty_register_gives_zeros_and_no_shares():
    empty = Inputs(PeriodData(YEAR, {"matters": cube([])}))
    table = made(empty, rows=("department",), measures=("count", "share"))
    assert cells(table) == [("X", 0, None), ("Y", 0, None)]
    assert table.total == (0, None)


def test_parts_that_do_not_make_their_total_are_named():
    table = made(rows=("theme", "subtheme"), columns="role")
    wrong = replace(table, total=(9, 1, 10))
    assert parts_and_total(wrong, PLAIN) == (Difference("Main", 4, 9), Difference("Total", 5, 10))
    short = replace(table, rows=(table.rows[0], *table.rows[2:]))
    assert Difference("Care, Main", 1, 2) in parts_and_total(short, PLAIN)
    shifted = replace(table, rows=(replace(table.rows[0], cells=(1, 1, 3)), *table.rows[1:]))
    assert Difference("Care", 2, 3) in parts_and_total(shifted, PLAIN)


def test_tables_of_one_report_that_disagree_are_found():
    roles = replace(made(rows=("department",), columns="role"), caption="By role")
    enquiries = replace(made(rows=("theme",), unit="enquiries"), caption="Enquiries")
    assert reconcile([roles, enquiries], PLAIN) == ()
    fewer = replace(enquiries, basis=replace(enquiries.basis, base_count=3), caption="Fewer")
    found = reconcile([roles, enquiries, fewer], PLAIN)
    assert Difference("Enquiries against Fewer", 3, 4) in found
    assert Difference("By role against Fewer", 4, 3) in found


def test_the_columns_of_a_crossed_table_are_held_against_the_table_of_that_dimension():
    crossed = replace(made(rows=("theme",), columns="department"), caption="Crossed")
    flat = replace(made(rows=("department",)), caption="Flat")
    assert reconcile([crossed, flat], PLAIN) == ()
    short = replace(crossed, total=(1, *crossed.total[1:]))
    assert reconcile([short, flat], PLAIN)[-1] == Difference("Crossed against Flat, X", 1, 2)


def figure(table, **fields):
    return make_figure(FigureDefinition("f", {"en": "F"}, table.name, **fields), table, PLAIN)


def test_a_figure_tells_its_numbers_and_its_base_in_words():
    drawn = figure(made(rows=("department",), measures=("count", "share")))
    assert drawn.columns == ("count",)
    assert drawn.alternative == "Department. X 2; Y 2; Not stated 1. Base: 5 matters."
    many = Inputs(PeriodData(YEAR, {"matters": cube(MATTERS * 4)}))
    per_cent = figure(made(many, rows=("department",), measures=("count", "share")), as_percent=True)
    assert per_cent.columns == ("share",)
    assert per_cent.alternative == "Department. X 50%; Y 50%. Base: 20 matters."


def test_fewer_than_twenty_are_drawn_in_numbers_where_per_cents_were_asked_for():
    drawn = figure(made(rows=("department",), measures=("count", "share")), as_percent=True)
    assert (drawn.columns, drawn.as_percent) == (("count",), False)


def test_one_category_becomes_a_sentence_and_none_too():
    table = made(rows=("department",), where={"subtheme": ("b",)})
    assert figure(table).sentence == "The only registration in the period (matters) is in the category X."
    two = made(rows=("department",), where={"department": ("y",)})
    assert figure(two).sentence == "All 2 matters are in the category Y."
    none = made(rows=("department",), where={"department": ("old",)})
    assert figure(none).sentence == "There are no matters to show in the period."
    assert figure(made(rows=("department",))).sentence == ""


@pytest.mark.parametrize(
    ("chart", "rows", "many", "expected"),
    [("pie", "role", False, "pie"), ("pie", "department", False, "bar"), ("pie", "department", True, "pie"),
     ("stacked", "role", False, "bar")],
)  # fmt: skip
def test_a_pie_has_two_parts_unless_asked_for(chart, rows, many, expected):
    assert figure(made(rows=(rows,)), chart=chart, many_part_pie=many).chart == expected


def test_several_columns_are_never_a_pie_or_plain_bars():
    table = made(rows=("department",), columns="role")
    assert figure(table, chart="pie").chart == figure(table).chart == "grouped"
    assert figure(table, chart="stacked").columns == ("main", "follow_on")


def test_a_figure_of_a_column_or_level_that_is_not_there_is_refused():
    table = made(rows=("department",))
    with pytest.raises(DefinitionError, match='"share"'):
        figure(table, columns=("share",))
    with pytest.raises(DefinitionError, match="level 1"):
        figure(table, level=1)


def test_a_period_without_counts_is_compared_with_none():
    looking_back = TableDefinition("t", {"en": "T"}, rows=("department",), measures=("matters", "previous"))
    inputs = replace(INPUTS, earlier=(PeriodData(BEFORE, {"matters": cube(EARLIER)}),))
    before = period_before(looking_back, inputs, PLAIN)
    assert before is not None
    assert before.period == BEFORE
    assert period_before(looking_back, replace(inputs, now=replace(NOW, cubes={})), PLAIN) is None
