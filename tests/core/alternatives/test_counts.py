"""Inner counts become a system with every margin; merging and coarsening keep every total."""

import pytest

from ombud.core.alternatives.counts import TOTAL, Counts, Line, key
from tests.core.alternatives.tables import albertslund, synthetic

TABLE = Counts(
    ("A", "B", "C"),
    (Line("Law", "Hearing", (1, 2, 3)), Line("Law", "Reasons", (0, 4, 1)), Line("Conduct", "Time", (5, 0, 2))),
)


def test_the_system_has_each_distinct_cell_once() -> None:
    assert len(albertslund().system().cells) == 306
    assert len(synthetic().system().cells) == 3381
    cells = TABLE.system().cells
    assert len(cells) == 4 * 5
    assert cells[key("Law", "", TOTAL)].value == 11
    assert cells[key(TOTAL, "", "C")].value == 6
    assert cells[key(TOTAL, "", TOTAL)].value == 18
    assert key("Conduct", "Time", "A") not in cells


def test_merged_departments_are_one_where_the_first_stood() -> None:
    merged = TABLE.with_columns_merged(("A", "C"))
    assert merged.columns == ("A + C", "B")
    assert [line.counts for line in merged.lines] == [(4, 2), (1, 4), (7, 0)]


def test_merged_themes_are_one_without_subthemes() -> None:
    merged = TABLE.with_themes_merged(("Law", "Conduct"))
    assert merged.lines == (Line("Law + Conduct", "", (6, 6, 6)),)


def test_the_coarser_level_has_the_themes_only() -> None:
    assert TABLE.by_theme().lines == (Line("Law", "", (1, 6, 4)), Line("Conduct", "", (5, 0, 2)))


@pytest.mark.parametrize(
    ("columns", "lines", "said"),
    [
        (("A", "A"), (Line("Law", "", (1, 2)),), "stands twice"),
        (("A",), (Line("Law", "", (1,)), Line("Law", "", (1,))), "stands twice"),
        (("A", "B"), (Line("Law", "", (1,)),), "Law: 1 counts for 2 columns"),
        (("A",), (Line("Law", "", (1,)), Line("Law", "Hearing", (1,))), "divided and undivided"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(columns: tuple, lines: tuple, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Counts(columns, lines)
