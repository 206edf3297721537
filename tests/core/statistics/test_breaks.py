from datetime import date

import pytest

from ombud.core.statistics.breaks import Break, why_cut
from ombud.core.statistics.periods import Period
from ombud.core.words import PLAIN

OLD = Period("2022", date(2022, 1, 1), date(2022, 12, 31))
NEW = Period("2023", date(2023, 1, 1), date(2023, 12, 31))


def cut(day, dimensions=(), asked=()):
    return why_cut(OLD, NEW, [Break(day, "Counted anew.", dimensions)], asked, PLAIN)


@pytest.mark.parametrize(
    ("day", "is_cut"),
    [
        (date(2022, 1, 1), False),  # both after
        (date(2022, 1, 2), True),  # the first day of the earlier was counted another way
        (date(2022, 7, 1), True),
        (date(2023, 1, 1), True),
        (date(2023, 12, 31), True),
        (date(2024, 1, 1), False),  # both before
    ],
)
def test_periods_are_compared_only_on_the_same_side_of_the_day(day, is_cut):
    assert bool(cut(day)) == is_cut


def test_new_themes_cut_numbers_by_theme_and_no_other():
    day = date(2023, 1, 1)
    assert cut(day, ("theme", "subtheme"), ("subtheme",)) == "Counted anew."
    assert cut(day, ("theme", "subtheme"), ("department",)) == ""


def test_periods_that_overlap_are_not_compared():
    quarter = Period("Q4", date(2022, 10, 1), date(2022, 12, 31))
    assert why_cut(OLD, quarter, [], [], PLAIN) == "The periods overlap."
    assert why_cut(OLD, NEW, [], [], PLAIN) == ""
