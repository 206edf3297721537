from fractions import Fraction

import pytest

from ombud.core.comparison.run_chart import fewest_usual, longest_usual, run_chart
from tests.core.comparison.cases import literature, named, reference


@pytest.mark.parametrize(
    "known", [*reference("longest", "crossings", family="run_chart"), *literature("anhoej")], ids=named
)
def test_the_limits_are_those_published(known):
    rule = longest_usual if known.quantity == "longest_run_max" else fewest_usual
    assert rule(known.inputs["n"]) == known.value


def test_a_shift_is_found_and_values_on_the_median_do_not_count():
    found = run_chart([3, 4, 2, 3, 4, 2, 3, 10, 6, 9, 8, 9, 10, 8, 9])
    assert found.middle == 6
    assert (found.useful, found.longest_run, found.crossings) == (14, 7, 1)
    assert not found.is_shift
    assert found.is_signal


def test_ups_and_downs_are_chance():
    assert not run_chart([3, 8, 2, 9, 8, 2, 1, 10, 6, 2, 8, 3]).is_signal


def test_a_run_longer_than_usual_is_a_shift_by_itself():
    found = run_chart([1, 1, 1, 1, 1, 1, 1, 9, 1, 9, 9, 9, 1, 9, 9, 9, 9, 5])
    assert found.longest_run == 7
    assert found.is_shift == (found.longest_run > found.longest_usual)
    assert run_chart([1] * 8 + [9] * 8).is_shift


@pytest.mark.parametrize("values", [[], [1, 2, 3, 4, 5, 6, 7, 8, 9], [5] * 20, [Fraction(1, 3)] * 12])
def test_below_ten_useful_values_nothing_is_said(values):
    assert run_chart(values) is None


def test_ten_useful_values_are_enough():
    assert run_chart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).useful == 10
