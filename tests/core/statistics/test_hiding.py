"""A hidden number is gone from the whole table: cells, what is worked out from them, notes, the order of the rows."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ombud.core.statistics.definitions import Exclusion, FigureDefinition
from ombud.core.statistics.figures import make_figure
from ombud.core.statistics.hiding import hide, in_fair_order
from ombud.core.statistics.inputs import Aggregate
from ombud.core.statistics.reconcile import reconcile
from ombud.core.statistics.table import HIDDEN, TOTAL_ROW, Difference, Table
from ombud.core.words import PLAIN
from tests.core.statistics.test_tables import BEFORE, HALF, INPUTS, NOW, cells, cube, made

MANY = [("a", "x", "main")] * 6 + [("b", "x", "main")] * 9 + [("c", "y", "main")] * 4 + [("", "y", "main")] * 2
LARGE = replace(INPUTS, now=replace(NOW, cubes={"matters": cube(MANY)}))


def hidden(table: Table, *places: tuple[int, int], **options: object) -> Table:
    return hide(table, frozenset(places), **options)  # type: ignore[arg-type]


def test_only_the_places_asked_for_are_hidden() -> None:
    table = made(LARGE, rows=("subtheme",), columns="department")
    after = hidden(table, (0, 0), (TOTAL_ROW, 0))
    assert after.rows[0].cells == (HIDDEN, 0, 6)
    assert after.rows[1:] == table.rows[1:]
    assert after.total == (HIDDEN, 6, 21)
    assert (after.has_hidden, table.has_hidden) == (True, False)
    assert hidden(table) is table


def test_what_is_not_known_is_not_called_hidden() -> None:
    table = made(rows=("role",), measures=("count", "previous"))
    assert hidden(table, (0, 0), (0, 1)).rows[0].cells == (HIDDEN, None)


def test_a_share_goes_with_its_count_and_the_others_are_rounded_by_themselves() -> None:
    three = [("a", "x", "main"), ("b", "x", "main"), ("c", "x", "main")]
    table = made(
        replace(INPUTS, now=replace(NOW, cubes={"matters": cube(three)})),
        rows=("subtheme",),
        measures=("count", "share"),
    )
    assert [row.cells[1] for row in table.rows] == [Fraction(34, 100), Fraction(33, 100), Fraction(33, 100)]
    after = hidden(table, (1, 0), (2, 0))
    assert [row.cells[1] for row in after.rows] == [Fraction(33, 100), HIDDEN, HIDDEN]
    assert after.total == (3, Fraction(1))


def test_all_shares_go_where_their_base_would_tell_what_is_hidden() -> None:
    table = made(LARGE, rows=("subtheme",), measures=("count", "share"))
    assert cells(table)[-1] == ("Not stated", 2, None)
    after = hidden(table, (3, 0), notes=[note.text for note in table.counted_notes])
    assert [row.cells[1] for row in after.rows] == [HIDDEN, HIDDEN, HIDDEN, None]
    assert after.notes == ("Shares are of those where it is stated.",)
    assert table.notes == ("Shares are of the 19 matters where it is stated.",)


def test_shares_of_a_period_are_rounded_by_themselves_where_one_is_hidden() -> None:
    """Together 7, 7, 7 and 2 are 31, 30, 30 and 9 per cent: that the first is 31 would tell what the last ones are."""
    year = [("a", "x", "main")] * 7 + [("b", "x", "main")] * 7 + [("c", "y", "main")] * 7 + [("", "y", "main")] * 2
    inputs = replace(INPUTS, now=replace(NOW, cubes={"matters": cube(year)}))
    table = made(inputs, rows=("subtheme",), columns="period", cells="share", share_base="all")
    assert [row.cells[0] for row in table.rows] == [Fraction(one, 100) for one in (31, 30, 30, 9)]
    alone = Fraction(30, 100)
    after = hidden(table, (2, 0), (3, 0))
    assert [row.cells[0] for row in after.rows] == [alone, alone, HIDDEN, HIDDEN]
    without_counts = replace(table, compared=None)
    assert {row.cells[0] for row in hidden(without_counts, (2, 0), (3, 0)).rows} == {HIDDEN}
    assert {row.cells[0] for row in hidden(table, (2, 0), (TOTAL_ROW, 0)).rows} == {HIDDEN}


def test_shares_of_a_period_go_where_their_base_would_tell_what_is_not_stated() -> None:
    year = [("a", "x", "main")] * 12 + [("b", "x", "main")] * 9 + [("c", "y", "main")] * 2 + [("", "y", "main")] * 2
    inputs = replace(INPUTS, now=replace(NOW, cubes={"matters": cube(year)}))
    table = made(inputs, rows=("subtheme",), columns="period", cells="share")
    assert table.rows[3].cells == (None,)
    after = hidden(table, (2, 0), (3, 0))
    assert [row.cells[0] for row in after.rows] == [HIDDEN, HIDDEN, HIDDEN, None]


@pytest.mark.parametrize("column", [0, 1])
def test_a_change_goes_with_either_of_its_numbers(column: int) -> None:
    earlier = replace(LARGE, earlier=(replace(NOW, period=BEFORE, cubes={"matters": cube(MANY[3:])}),))
    table = made(earlier, rows=("subtheme",), measures=("count", "previous", "change"))
    assert table.rows[0].cells == (6, 3, 3)
    after = hidden(table, (0, column))
    assert after.rows[0].cells[2] is HIDDEN
    assert after.rows[1].cells == (9, 9, 0)


def test_the_rate_of_a_hidden_number_is_not_told() -> None:
    rows = tuple(
        Aggregate(HALF.first, HALF.last, "matters", dimension, value, 21, "Report")
        for dimension, value in (("", ""), ("department", "X"))
    )
    table = made(replace(INPUTS, aggregates=rows), rows=("department",), measures=("count", "previous", "change"))
    after = hidden(table, (0, 0))
    assert table.columns[2].key == "rate"
    assert table.rows[0].cells == (2, 21, None, Fraction(21, 5))
    assert after.rows[0].cells == (HIDDEN, 21, HIDDEN, Fraction(21, 5))
    assert after.total == (5, 21, Fraction(5, 12), Fraction(21, 5))


def test_the_number_left_out_can_be_left_untold() -> None:
    exclusion = Exclusion({"theme": ("Other",)}, {"en": "It is mixed."})
    table = made(rows=("subtheme",), exclude=(exclusion,))
    (note,) = table.counted_notes
    assert (note.text, note.count, note.where) == (table.notes[0], 1, {"theme": ("t2",)})
    assert hidden(table, notes=[note.text]).notes == ("Left out: Theme: Other. It is mixed.",)


def test_the_exclusions_of_a_filtered_table_are_counted_inside_its_filter() -> None:
    exclude = (Exclusion({"theme": ("t1", "t2")}),)
    table = made(LARGE, rows=("subtheme",), where={"department": ("X",), "theme": ("t1",)}, exclude=exclude)
    (note,) = table.counted_notes
    assert (note.count, note.where) == (15, {"department": ("x",), "theme": ("t1",)})


def test_the_place_of_a_row_does_not_tell_what_is_hidden() -> None:
    table = made(LARGE, rows=("subtheme",), order="count descending")
    assert [row.label for row in table.rows] == ["Time", "Grounds", "Money", "Not stated"]
    after = in_fair_order(hidden(table, (0, 0), (1, 0)))
    assert [row.label for row in after.rows] == ["Money", "Grounds", "Time", "Not stated"]
    listed = made(LARGE, rows=("subtheme",))
    assert in_fair_order(hidden(listed, (0, 0))).rows == hidden(listed, (0, 0)).rows
    assert in_fair_order(table) is table
    assert (
        "Money 4; Grounds hidden; Time hidden" in make_figure(_bars(), hidden(table, (0, 0), (1, 0)), PLAIN).alternative
    )


def test_rows_below_another_keep_to_it_when_they_are_reordered() -> None:
    table = made(LARGE, rows=("theme", "subtheme"), columns="department", order="count descending")
    after = in_fair_order(hidden(table, (0, 2), (1, 2), (4, 2)))
    assert [(row.label, row.level) for row in after.rows] == [
        ("Other", 0), ("Money", 1), ("Care", 0), ("Grounds", 1), ("Time", 1), ("Not stated", 0), ("Not stated", 1),
    ]  # fmt: skip


def test_no_difference_is_worked_out_from_a_hidden_number() -> None:
    table = made(LARGE, rows=("subtheme",), columns="department")
    wrong = replace(table, total=(99, 6, 21))
    wrong = replace(wrong, differences=(Difference("X", 15, 99), Difference("Total", 105, 21)))
    assert hidden(wrong, (0, 0)).differences == (Difference("Total", 105, 21),)


def test_a_hidden_base_is_told_nowhere() -> None:
    table = made(rows=("subtheme",))
    after = hidden(table, (TOTAL_ROW, 0), hides_base=True)
    assert (after.basis.base_count, after.basis.base) == (HIDDEN, "")
    assert reconcile([table, after], PLAIN) == ()
    assert make_figure(_bars(), after, PLAIN).sentence == (
        "The number of matters is hidden to protect citizens. They are not described."
    )


def _bars(chart: str = "bar", **fields: object) -> FigureDefinition:
    return FigureDefinition("f", {"en": "Matters by department"}, "t", chart=chart, **fields)  # type: ignore[arg-type]


def test_bars_stand_without_the_hidden_one() -> None:
    figure = make_figure(_bars(), hidden(made(LARGE, rows=("subtheme",)), (0, 0)), PLAIN)
    assert figure.sentence == ""
    assert "Grounds hidden; Time 9" in figure.alternative


@pytest.mark.parametrize(("chart", "across"), [("pie", ""), ("line", ""), ("stacked", "department")])
def test_a_drawing_in_which_the_hidden_number_could_be_measured_is_a_sentence(chart: str, across: str) -> None:
    table = made(LARGE, rows=("subtheme",), columns=across)
    drawn = make_figure(_bars(chart, many_part_pie=True), table, PLAIN)
    figure = make_figure(_bars(chart, many_part_pie=True), hidden(table, (0, 0)), PLAIN)
    assert drawn.sentence == ""
    assert figure.sentence.startswith("“Matters by department” is not drawn, since a hidden number could be measured")
    assert "Grounds hidden; Time 9" in figure.sentence


def test_a_drawing_of_hidden_numbers_alone_is_a_sentence() -> None:
    table = made(LARGE, rows=("theme",))
    assert make_figure(_bars(), hidden(table, (0, 0), (1, 0), (2, 0)), PLAIN).sentence.endswith(
        "Care hidden; Other hidden; Not stated hidden."
    )


def test_a_figure_of_fewer_than_the_threshold_is_a_sentence_without_their_number() -> None:
    """Ishøj 2023: no chart and no description of a centre with two contacts (R138, R139, G11)."""
    two = replace(INPUTS, now=replace(NOW, cubes={"matters": cube(MANY[:2])}))
    table = made(two, rows=("subtheme",))
    assert make_figure(_bars(), table, PLAIN, threshold=3).sentence == (
        "There are fewer than 3 matters. They are not described, to protect citizens."
    )
    assert "2 matters" in make_figure(_bars(), table, PLAIN).sentence
    assert make_figure(_bars(), made(rows=("subtheme",)), PLAIN, threshold=3).sentence == ""


def test_one_category_of_a_sum_that_may_be_told_stays_a_sentence_of_its_own() -> None:
    """Ishøj 2023: all contacts of a centre under one category, so no chart (R215, G11)."""
    same = replace(INPUTS, now=replace(NOW, cubes={"matters": cube(MANY[:5])}))
    figure = make_figure(_bars(), made(same, rows=("theme",), zero_rows="counted only"), PLAIN, threshold=3)
    assert figure.sentence == "All 5 matters are in the category Care."
