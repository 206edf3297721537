"""Which sums make a network, and which follow from others."""

from random import Random

from ombud.core.disclosure.attack import attack_on, grand_totals, terms_of
from ombud.core.disclosure.network import as_network
from ombud.core.disclosure.policy import Policy
from ombud.core.disclosure.redundancy import null_combinations
from ombud.core.disclosure.system import System
from tests.core.disclosure.examples import albertslund, cube, flat, of_table, random_two_level, synthetic, system


def rows_of(one: System) -> tuple[tuple[tuple[tuple[int, int], ...], ...], int]:
    attack = attack_on(one, terms_of(Policy()), frozenset())
    return attack.rows, len(attack.keys)


def balanced(one: System) -> bool:
    """Whether a change along a closed walk of the network keeps every sum: tested by the sums of random flows."""
    rows, cells = rows_of(one)
    network = as_network(rows, cells)
    assert network is not None
    change = [0] * cells
    random = Random(1)
    around: dict[int, list[tuple[int, int, int]]] = {}
    for cell in range(cells):
        tail, head = network.tails[cell], network.heads[cell]
        around.setdefault(tail, []).append((cell, head, 1))
        around.setdefault(head, []).append((cell, tail, -1))
    start = node = network.tails[0]
    for _ in range(100_000):
        cell, node, sign = random.choice(around[node])
        change[cell] += sign
        if node == start:
            break
    return node == start and all(sum(sign * change[cell] for cell, sign in row) == 0 for row in rows)


def test_themes_with_subthemes_by_columns_are_a_network() -> None:
    assert balanced(albertslund()[0].system()[0])
    assert balanced(synthetic().system()[0])


def test_a_further_table_on_the_column_totals_keeps_it_a_network() -> None:
    assert balanced(of_table("albertslund_table1_and_2_linked")[0])


def test_random_two_level_tables_are_networks() -> None:
    assert all(balanced(random_two_level(Random(seed), 4, 5).system()[0]) for seed in range(10))


def test_a_table_in_three_ways_is_no_network() -> None:
    assert as_network(*rows_of(cube([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]] * 3))) is None


def test_the_sum_of_row_totals_follows_from_the_sum_of_column_totals() -> None:
    rows, cells = rows_of(flat([[3, 4], [5, 6], [7, 8]]))
    (combination,) = null_combinations(rows, cells)
    assert set(combination) == set(range(len(rows)))
    totals = [0] * cells
    for row, factor in combination.items():
        for cell, sign in rows[row]:
            totals[cell] += factor * sign
    assert not any(totals)


def test_every_null_combination_cancels_all_cells() -> None:
    for seed in range(5):
        random = Random(seed)
        one = cube([[[random.randint(1, 9) for _ in range(3)] for _ in range(2)] for _ in range(3)])
        rows, cells = rows_of(one)
        found = null_combinations(rows, cells)
        assert found
        for combination in found:
            totals = [0] * cells
            for row, factor in combination.items():
                for cell, sign in rows[row]:
                    totals[cell] += factor * sign
            assert not any(totals)


def test_the_grand_total_is_the_total_of_everything_it_is_bound_to() -> None:
    two = system({"t": 5, "a": 2, "b": 3, "u": 4, "c": 4}, [("t", ("a", "b")), ("u", ("c",))])
    assert grand_totals(two) == {"t", "u"}
    assert (
        grand_totals(system({"t": 5, "a": 2, "b": 3, "u": 7, "c": 4}, [("t", ("a", "b")), ("u", ("b", "c"))])) == set()
    )
