"""Trying every pattern of every small table gives the same cost as the search."""

import pytest

from ombud.core.disclosure.policy import Policy, Protection
from ombud.core.disclosure.protect import protect
from tests.core.disclosure.enumeration import Counts, SmallTable, kinds
from tests.core.disclosure.examples import flat

POLICIES = [Policy(protection=Protection.P1), Policy(), Policy(threshold=4)]


def check(counts: Counts, policy: Policy) -> bool:
    """Whether the grand total is told. When it is not, it is small itself or nothing else protects."""
    table = SmallTable(counts)
    found = protect(flat(counts), policy, time_limit=None)
    if "t" in found.hidden:
        assert "t" in found.primaries or table.cheapest(policy) is None, counts
        return False
    assert (found.value, found.gap) == (table.cheapest(policy), 0), counts
    return True


@pytest.mark.parametrize(("rows", "columns", "every"), [(2, 2, 9), (2, 3, 97)])
@pytest.mark.parametrize("policy", POLICIES, ids=str)
def test_no_cheaper_pattern_is_safe(rows: int, columns: int, every: int, policy: Policy) -> None:
    assert sum(check(counts, policy) for counts in kinds(rows, columns, 4)[::every]) > 5


@pytest.mark.proof
@pytest.mark.parametrize(("rows", "columns", "every"), [(2, 2, 1), (2, 3, 1), (3, 3, 1999)])
@pytest.mark.parametrize("policy", POLICIES, ids=str)
def test_no_cheaper_pattern_of_any_small_table_is_safe(rows: int, columns: int, every: int, policy: Policy) -> None:
    tables = kinds(rows, columns, 4)[::every]
    print(f"{rows} x {columns}: {sum(check(counts, policy) for counts in tables)} of {len(tables)} tables compared")
