from fractions import Fraction
from itertools import product
from math import factorial, prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombud.core.comparison.independence import adjusted_residuals, exact_p, independence
from tests.core.comparison.cases import agrees, literature, named, reference

small_tables = st.tuples(st.integers(1, 3), st.integers(1, 3)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 4), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


def by_trying_all(rows):
    """The p from every table with the same margins."""
    across, down = [sum(row) for row in rows], [sum(column) for column in zip(*rows, strict=True)]
    weights = []
    for cells in product(*(range(min(row, column) + 1) for row in across for column in down)):
        table = [cells[at : at + len(down)] for at in range(0, len(cells), len(down))]
        if [sum(row) for row in table] == across and [sum(column) for column in zip(*table, strict=True)] == down:
            weights.append(weight(table))
    rarer = sum(one for one in weights if one <= weight(rows))
    return rarer / sum(weights)


def weight(rows):
    return Fraction(1, prod(factorial(cell) for row in rows for cell in row))


@settings(max_examples=60, deadline=None)
@given(small_tables)
def test_the_exact_p_is_that_of_trying_all_tables(rows):
    if prod(min(sum(row), sum(column)) + 1 for row in rows for column in zip(*rows, strict=True)) < 60_000:
        assert exact_p(rows) == by_trying_all(rows)


@pytest.mark.parametrize("known", reference("fisher_p", "stdres", family="rxc_table"), ids=named)
def test_a_table_of_decisions_agrees_with_r(known):
    found = independence(known.inputs["table"])
    if known.quantity == "fisher_p":
        assert agrees(float(found.p), known)
    else:
        row, column = (int(part) - 1 for part in known.quantity.removeprefix("stdres_").split("_"))
        assert agrees(found.residuals[row][column], known)


@pytest.mark.parametrize("known", reference("fisher_p", family="difference_of_proportions"), ids=named)
def test_two_by_two_is_fishers(known):
    one, of, other, of_other = (known.inputs[name] for name in ("x1", "n1", "x2", "n2"))
    assert agrees(float(exact_p([[one, of - one], [other, of_other - other]])), known)


def test_the_tea_is_as_printed():
    (known,) = literature("tea")
    assert agrees(float(exact_p(known.inputs["table"])), known)


@given(small_tables, st.randoms())
def test_the_order_of_rows_and_columns_changes_nothing(rows, chance):
    shuffled = chance.sample(rows, len(rows))
    assert exact_p(rows) == exact_p(shuffled) == exact_p([list(column) for column in zip(*shuffled, strict=True)])


def test_a_table_too_large_is_not_computed_rather_than_guessed():
    large = [[30, 5, 2], [20, 8, 3], [25, 10, 5], [10, 4, 1], [8, 2, 2], [30, 9, 2], [10, 3, 1], [9, 3, 1]]
    assert exact_p(large, steps=20_000) is None
    assert independence(large, steps=20_000).residuals[0][0] is not None


def test_an_empty_row_or_a_single_column_tells_nothing():
    assert exact_p([[0, 0], [3, 4]]) == exact_p([[3], [4]]) == 1
    assert adjusted_residuals([[0, 0], [3, 4]]) == ((None, None), (None, None))


@pytest.mark.parametrize("rows", [[[1, 2], [3]], [[1, -1], [2, 2]]])
def test_what_is_no_table_is_refused(rows):
    with pytest.raises(ValueError, match="same length"):
        independence(rows)
