"""What is said under a table: worked out from the printed numbers, cut by breaks, silent about hidden ones."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from ombud.core.statistics.breaks import Break
from ombud.core.statistics.concluded import concluded
from ombud.core.statistics.cube import count
from ombud.core.statistics.facts import Facts, encode
from ombud.core.statistics.hiding import hide
from ombud.core.statistics.inputs import Aggregate, Inputs, PeriodData
from ombud.core.statistics.months import month_dimension
from ombud.core.statistics.periods import Period
from ombud.core.statistics.table import TOTAL_ROW
from ombud.core.words import PLAIN
from tests.core.statistics.test_tables import BEFORE, MATTERS, YEAR, cube, made

HALF = Period("2022", date(2022, 8, 1), date(2022, 12, 31))
CENTRES = [("x", 27, 21), ("y", 11, 1), ("old", 9, 4)]
NEW_WAY = Break(date(2023, 1, 1), "The way of counting changed.")
NOW_AND_BEFORE = {"rows": ("department",), "measures": ("count", "previous", "change")}


def rows_of(counts):
    return [("a", key, "main") for key, number in counts for _ in range(number)]


def inputs_of(before=BEFORE, **fields):
    """The three centres of Ishøj that matter, now and before."""
    now = cube(rows_of([(key, number) for key, number, _ in CENTRES]))
    earlier = cube(rows_of([(key, number) for key, _, number in CENTRES]))
    return Inputs(PeriodData(YEAR, {"matters": now}), (PeriodData(before, {"matters": earlier}),), **fields)


def yearly(numbers, first=2003, **fields):
    """A series of totals, one a year, the last of them the year reported."""
    rows = tuple(
        Aggregate(date(year, 1, 1), date(year, 12, 31), "matters", "", "", number)
        for year, number in enumerate(numbers, first)
    )
    last = first + len(numbers)
    period = Period(str(last), date(last, 1, 1), date(last, 12, 31))
    now = PeriodData(period, {"matters": cube(MATTERS * 5)})
    table = made(Inputs(now, aggregates=rows, **fields), rows=("period",), measures=("matters",), periods=20)
    return concluded(table, PLAIN)


def test_the_total_is_judged_alone_and_the_rows_together():
    said = concluded(made(inputs_of(), **NOW_AND_BEFORE), PLAIN)
    assert said[0].startswith("Total: A rise is shown (47 now, 26 before).")
    assert said[1].startswith("Y: A rise is possible, but not shown (11 now, 1 before).")
    assert said[-2] == "Too few matters to say whether the development is real: X; Old."
    assert said[-1].startswith("3 comparisons are made together.")


def test_periods_of_unequal_length_are_compared_by_their_rates():
    table = made(inputs_of(HALF), **NOW_AND_BEFORE)
    said = concluded(table, PLAIN)
    assert [column.key for column in table.columns] == ["count", "previous", "rate", "previous_rate"]
    assert any("2.3 a month now, 4.2 before" in one for one in said)
    assert "No rate is given where there are fewer than 3." in said
    assert "Rates of fewer than 20 are unreliable: Y; Old." in said


def test_a_hidden_number_is_compared_with_nothing_and_changes_nothing_that_is_said_of_it():
    table = made(inputs_of(), **NOW_AND_BEFORE)
    for place in (0, 1):
        said = " ".join(concluded(hide(table, [(1, place)]), PLAIN))
        assert "Y:" not in said
        assert "; Y" not in said
        assert "X; Old" in said
    other = replace(table, rows=tuple(replace(row, cells=(row.cells[0] + 5, *row.cells[1:])) for row in table.rows))
    places = [(0, 0), (1, 0), (2, 0), (TOTAL_ROW, 0)]
    assert concluded(hide(table, places), PLAIN) == concluded(hide(other, places), PLAIN)


def test_across_a_break_there_is_the_reason_and_no_claim_and_no_change():
    table = made(inputs_of(breaks=(NEW_WAY,)), **NOW_AND_BEFORE)
    assert "change" not in [column.key for column in table.columns]
    said = concluded(table, PLAIN)
    assert "Nothing is concluded from 2022 to 2023: The way of counting changed." in said
    assert not any("shown" in one or "Too few" in one for one in said)


def test_shares_of_two_periods_are_judged_by_the_counts_behind_them():
    table = made(inputs_of(), rows=("department",), columns="period", cells="share")
    said = concluded(table, PLAIN)
    assert any(one.startswith("Y: A rise is") or "Y" in one for one in said)
    assert any("of 47 now" in one for one in said) or any("Too few" in one for one in said)
    assert concluded(hide(table, [(0, 0)]), PLAIN) == ()


def test_numbers_across_periods_of_unequal_length_come_with_their_rates():
    said = concluded(made(inputs_of(HALF), rows=("department",), columns="period"), PLAIN)
    assert "A month while open (2022, 2023): Total 5.2, 3.9" in said[0].replace(": 5.2", " 5.2")
    assert "Y: –, 0.9" in said[0]


def test_a_series_says_what_the_last_two_carry():
    said = yearly([60, 61, 58, 70])
    assert said == (
        "Matters: A fall is shown (25 now, 70 before). With 95 per cent certainty it is between 0.22 and "
        "0.56 times as many a month as before.",
    )


def test_ten_periods_show_a_course_and_a_break_starts_it_anew():
    low, high = [20] * 9, [60] * 9  # the year reported has 25
    assert any("level has moved" in one and "10 in a row" in one for one in yearly([*low, 40, *high]))
    broken = yearly([*low, 40, *high], breaks=(Break(date(2012, 1, 1), "New adviser."),))
    assert any(one.startswith("Nothing is concluded from 2011 to 2012: New adviser.") for one in broken)
    assert not any("in a row" in one for one in broken)


def by_month(counts, period=YEAR):
    months = month_dimension(period, PLAIN)
    keys = [key for key, number in zip(period.months(), counts, strict=True) for _ in range(number)]
    facts = Facts("matters", (months,), {"month": encode(keys, months)}, len(keys))
    return Inputs(PeriodData(period, {"matters": count(facts)}))


def test_months_show_whether_the_level_has_moved():
    moved = made(by_month([3, 4, 3, 4, 3, 4, 13, 14, 15, 13, 14, 15]), rows=("month",))
    assert any("the numbers cross the middle only 1 time." in one for one in concluded(moved, PLAIN))
    steady = made(by_month([3, 9, 4, 8, 3, 9, 4, 8, 3, 9, 4, 8]), rows=("month",))
    assert concluded(steady, PLAIN) == (
        "No sign that the level has moved. The ups and downs are no larger than chance gives.",
    )


def test_months_of_a_closed_function_are_not_judged():
    closed = Period("2023", date(2023, 1, 1), date(2023, 12, 31), Fraction(2))
    said = concluded(made(by_month([3, 9] * 6, closed), rows=("month",)), PLAIN)
    assert said == ("Nothing is concluded from month to month, since the function was closed part of the period.",)


def test_quarters_add_up_from_months_and_are_no_season():
    table = made(by_month([3, 9, 4, 8, 3, 9, 4, 8, 3, 9, 4, 8]), rows=("quarter",))
    assert [(row.label, *row.cells) for row in table.rows][:2] == [
        ("1. quarter of 2023", 16),
        ("2. quarter of 2023", 20),
    ]
    assert "no season" in concluded(table, PLAIN)[0]


def test_a_crossed_table_is_judged_where_the_definition_asks():
    rows = [("a", "x", "main")] * 12 + [("a", "y", "follow_on")] * 12 + [("a", "y", "main")] * 2
    inputs = Inputs(PeriodData(YEAR, {"matters": cube(rows)}))
    table = made(inputs, rows=("department",), columns="role", compare="distribution")
    (said,) = concluded(table, PLAIN)
    assert said.startswith("The rows differ more than chance gives (p = 0.000).")
    assert "More than expected: X, Main; Y, Follow-on." in said
    assert concluded(made(inputs, rows=("department",), columns="role"), PLAIN) == ()
    assert concluded(hide(table, [(0, 0)]), PLAIN) == ()


def test_nothing_is_said_where_the_definition_asks_for_nothing_or_the_edition_is_of_before():
    assert concluded(made(inputs_of(), **NOW_AND_BEFORE, compare="nothing"), PLAIN) == ()
    assert concluded(made(inputs_of(concludes=False), **NOW_AND_BEFORE), PLAIN) == ()


def test_places_are_compared_by_their_size_and_never_ranked():
    sizes = tuple(
        Aggregate(YEAR.first, YEAR.last, "clients", "department", key, 1000, "Register") for key in ("x", "y", "old")
    )
    counts = [("x", 40), ("y", 42), ("old", 8)]
    inputs = Inputs(PeriodData(YEAR, {"matters": cube(rows_of(counts))}), aggregates=sizes)
    table = made(inputs, rows=("department",), measures=("count", "size", "per_size"), per="clients")
    said = concluded(table, PLAIN)
    assert said[-2] == "The order tells nothing: small places lie far out by chance alone."
    assert [column.label for column in table.columns] == ["Matters", "Clients", "Per 1,000 clients"]
    assert table.rows[0].cells == (40, 1000, Fraction(40))
    assert table.rows[2].cells == (8, 1000, Fraction(8))
