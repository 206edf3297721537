"""The properties of protection: a sample in the suite; `make proof` runs them for as long as OMBUD_PROOF_SECONDS says
(seconds; 120 unless stated) and prints how many cases it tried.
"""

import os
from collections import Counter
from collections.abc import Callable
from time import monotonic
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.core.disclosure import properties
from tests.core.disclosure.properties import policies, small_tables, systems

SECONDS = float(os.environ.get("OMBUD_PROOF_SECONDS", "120"))

PROPERTIES: dict[str, tuple[Callable[..., None], st.SearchStrategy[tuple[Any, ...]], int]] = {
    "nothing cheaper is safe": (properties.nothing_cheaper_is_safe, st.tuples(small_tables(), policies()), 60),
    "protection is certified": (properties.protection_is_certified, st.tuples(systems(), policies()), 40),
    "the same twice": (properties.the_same_twice, st.tuples(systems(), policies()), 15),
    "order changes only ties": (
        properties.order_changes_only_ties,
        st.tuples(systems(), policies(), st.integers(0, 99)),
        15,
    ),
    "more to guard never costs less": (
        properties.more_to_guard_never_costs_less,
        st.tuples(systems(), policies()),
        15,
    ),
}
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_sample_of_the_property_holds(name: str) -> None:
    run(name, PROPERTIES[name][2])


def run(name: str, examples: int, number: int = 0) -> int:
    """Try a property on so many cases; how many were tried."""
    check, cases, _ = PROPERTIES[name]
    tried = Counter[str]()

    @seed(number)
    @settings(max_examples=examples, database=None, suppress_health_check=QUIET)
    @given(case=cases)
    def holds(case: tuple[Any, ...]) -> None:
        check(*case)
        tried[name] += 1

    holds()
    return tried[name]


@pytest.mark.proof
@pytest.mark.timeout(SECONDS * 2 + 600)
def test_no_counterexample_is_found_for_as_long_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    until, tried, number = monotonic() + SECONDS, Counter[str](), 1
    while monotonic() < until:
        for name in PROPERTIES:
            tried[name] += run(name, 100, number)
        number += 1
    with capsys.disabled():
        print("\n" + "\n".join(f"{name}: {count} cases, no counterexample" for name, count in tried.items()))
    assert all(tried[name] for name in PROPERTIES)
