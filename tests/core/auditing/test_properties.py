"""The properties of protection and audit: a sample in the suite; `make proof` runs them for as long as
OMBUD_PROOF_SECONDS says (seconds; 120 unless stated) and prints how many cases it tried.
"""

from typing import Any

import pytest
from hypothesis import strategies as st

from tests.core.auditing import properties
from tests.core.auditing.properties import policies, releases, systems, tables
from tests.core.proving import SECONDS, Property, run, run_for


@st.composite
def openings(draw: st.DrawFn) -> tuple[Any, ...]:
    table = draw(tables())
    release = draw(releases(table))
    shown = draw(st.lists(st.sampled_from(sorted(release.hidden)), max_size=5)) if release.hidden else []
    return release, shown, table.system()


@st.composite
def positive_tables(draw: st.DrawFn) -> tuple[Any, ...]:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    line = st.lists(st.integers(1, 9), min_size=columns, max_size=columns)
    hole = st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1))
    return draw(st.lists(line, min_size=rows, max_size=rows)), set(draw(st.lists(hole, max_size=rows * columns)))


@st.composite
def cubes(draw: st.DrawFn) -> tuple[Any, ...]:
    sizes = draw(st.tuples(st.integers(2, 3), st.integers(2, 3), st.integers(2, 4)))
    number = sizes[0] * sizes[1] * sizes[2]
    counts = draw(st.lists(st.integers(0, 3), min_size=number, max_size=number))
    return sizes, counts, draw(st.sets(st.integers(0, number - 1), max_size=4)), draw(st.sampled_from([0, 1]))


PROPERTIES: dict[str, Property] = {
    "protected releases pass": (properties.protected_releases_pass, st.tuples(systems(), policies()), 40),
    "all paths agree": (properties.paths_agree, st.tuples(releases()), 25),
    "another table never widens": (properties.another_table_never_widens, openings(), 40),
    "rings agree": (properties.rings_agree, positive_tables(), 60),
    "three ways agree": (properties.three_ways_agree, cubes(), 10),
    "rounding holds": (
        properties.rounding_holds,
        st.tuples(tables().map(lambda one: one.system()), st.sampled_from([3, 5, 10])),
        30,
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
