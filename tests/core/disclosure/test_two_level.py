"""All totals of a table with subthemes, each cell once."""

import pytest

from ombud.core.disclosure.system import NotAdditive, Standing
from ombud.core.disclosure.two_level import InnerRow, TwoLevelTable
from tests.core.disclosure.examples import of_table

TABLE = TwoLevelTable(
    ("A", "B"), (InnerRow("X", "x1", (1, 5)), InnerRow("Y", "y", (8, 2)), InnerRow("X", "x2", (4, 0)))
)


def counts(table: TwoLevelTable) -> dict[tuple[str, str], int]:
    system, places = table.system()
    return {places[key]: cell.value for key, cell in system.cells.items()}


def test_every_total_is_there_and_a_theme_with_one_subtheme_is_one_row() -> None:
    found = counts(TABLE)
    assert found["X", "A"] == 5
    assert found["X", "*"] == 10
    assert found["Y", "*"] == 10
    assert found["*", "B"] == 7
    assert found["*", "*"] == 20
    assert len(found) == 15
    assert ("y", "A") not in found


def test_albertslund_prints_324_distinct_counts() -> None:
    assert len(of_table("albertslund_table2")[0].cells) == 306
    assert len(of_table("albertslund_table1_and_2_linked")[0].cells) == 324


def test_subthemes_of_the_same_name_keep_apart() -> None:
    rows = tuple(InnerRow(theme, name, (3,)) for theme in "XY" for name in ("same", "own" + theme))
    found = counts(TwoLevelTable(("A",), rows))
    assert {"X / same", "Y / same", "ownX", "ownY"} <= {row for row, _ in found}


def test_a_row_is_read_below_its_theme() -> None:
    assert TABLE.shown_rows == [("X", 0), ("x1", 1), ("x2", 1), ("Y", 0), ("*", 0)]


def test_a_forced_place_is_forced_and_an_unknown_one_refused() -> None:
    system, places = TABLE.system(forced=[("X", "*")])
    assert [places[key] for key, cell in system.cells.items() if cell.standing is Standing.FORCED] == [("X", "*")]
    with pytest.raises(KeyError):
        TABLE.system(forced=[("Z", "*")])


def test_a_margin_that_does_not_fit_is_named() -> None:
    with pytest.raises(NotAdditive) as caught:
        TABLE.system({"main": (13, 6), "follow-on": (0, 0)})
    assert (caught.value.place, caught.value.difference) == ("*, B", 1)
