"""The properties of protection: a sample in the suite; `make proof` runs them for as long as OMBUD_PROOF_SECONDS says
(seconds; 120 unless stated) and prints how many cases it tried.
"""

import pytest
from hypothesis import strategies as st

from tests.core.disclosure import properties
from tests.core.disclosure.properties import policies, small_tables, systems
from tests.core.proving import SECONDS, Property, run, run_for

PROPERTIES: dict[str, Property] = {
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


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_sample_of_the_property_holds(name: str) -> None:
    assert run(PROPERTIES[name], PROPERTIES[name][2])


@pytest.mark.proof
@pytest.mark.timeout(SECONDS * 2 + 600)
def test_no_counterexample_is_found_for_as_long_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    tried = run_for(PROPERTIES, SECONDS)
    with capsys.disabled():
        print("\n" + "\n".join(f"{name}: {count} cases, no counterexample" for name, count in tried.items()))
    assert all(tried[name] for name in PROPERTIES)
