"""A table of counts out of a spreadsheet: what it becomes, and how each fault is named."""

import pytest

from ombud.core.disclosure.reading import NotATable, read_two_level
from ombud.core.disclosure.two_level import InnerRow, TwoLevelTable
from ombud.core.words import PLAIN

HEAD = ["theme", "subtheme", "A", "B"]
GOOD = [HEAD, ["X", "x1", "1", "5"], ["X", "x2", "4", "0"], ["Y", "y", "8", "2"]]


def read(rows: list[list[object]]) -> TwoLevelTable:
    return read_two_level(list(enumerate(rows, 1)), PLAIN)


def test_inner_counts_become_a_table() -> None:
    table = read(GOOD)
    assert table.columns == ("A", "B")
    assert table.rows[0] == InnerRow("X", "x1", (1, 5))


def test_totals_beside_the_counts_are_taken_when_they_are_right() -> None:
    rows = [[*row, total] for row, total in zip(GOOD, ("I alt", "6", "4", "10"), strict=True)]
    rows += [["X", "*", 5, 5.0, 10], ["*", None, "13", "7", "20"], [None, None, None, None, None]]
    assert read(rows) == read(GOOD)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "There is no table in the file."),
        ([HEAD], "There is no row with counts in the file."),
        ([["theme", "subtheme"]], "row 1: the heading needs theme, subtheme and at least one column of counts."),
        ([["theme", "subtheme", "A", "", "B"]], "row 1: column 4 has no name."),
        ([["theme", "subtheme", "A", "A"]], "row 1: there are two columns “A”."),
        ([*GOOD, ["Y", "z", "1"]], "row 5: there are 3 cells where the heading has 4."),
        ([*GOOD, ["", "z", "1", "2"]], "row 5: theme or subtheme is missing."),
        ([*GOOD, ["Y", "z", "", "2"]], "row 5: “” in column A is not a whole number."),
        ([*GOOD, ["Y", "z", "1,5", "2"]], "row 5: “1,5” in column A is not a whole number."),
        ([*GOOD, ["Y", "z", "٣", "2"]], "row 5: “٣” in column A is not a whole number."),
        ([*GOOD, ["Y", "z", "1", "-2"]], "row 5: -2 in column B is negative."),
        ([*GOOD, ["X", "x1", "1", "2"]], "row 5: the same theme and subtheme stand in row 2 already."),
        (
            [*GOOD, ["X", "*", "6", "5"]],
            "row 5: X / *, column A: the parts make 5, the total is 6, the difference is 1.",
        ),
        (
            [*GOOD, ["*", "", "13", "9"]],
            "row 5: *, column B: the parts make 7, the total is 9, the difference is 2.",
        ),
        (
            [[*HEAD, "*"], ["X", "x1", "1", "5", "5"]],
            "row 2: X / x1, column *: the parts make 6, the total is 5, the difference is -1.",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(rows: list[list[object]], said: str) -> None:
    with pytest.raises(NotATable) as caught:
        read(rows)
    assert str(caught.value) == said
