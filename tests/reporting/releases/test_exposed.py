"""What is printed is read again: a small number that a table shows stops publication whatever the pattern says."""

from dataclasses import replace

from ombud.core.report.problem import Area
from ombud.offices.actions.small_counts import decide
from ombud.reporting.releases.making import ALL_KINDS, rules_for
from ombud.reporting.releases.problems import release_problems
from ombud.reporting.releases.released import protected
from ombud.reporting.statistics import Statistics
from tests.reporting.conftest import FIRST, WORDS


def test_a_pattern_that_hides_too_little_stops_publication(counted: Statistics) -> None:
    found = protected(counted, rules_for(ALL_KINDS), WORDS, pattern=())
    assert {cell.value for key in found.exposed("matters") if (cell := found.release.system.cells[key])} == {1, 2}
    assert all(one.area is Area.HARMLESS and one.stops_publication for one in release_problems(found, WORDS))
    assert release_problems(found, WORDS)


def test_a_hidden_number_that_a_table_shows_stops_publication(counted: Statistics) -> None:
    found = protected(counted, rules_for(ALL_KINDS), WORDS)
    assert release_problems(found, WORDS) == ()
    assert release_problems(replace(found, statistics=found.true), WORDS)


def test_what_the_office_prints_as_it_is_stops_nothing(counted: Statistics) -> None:
    values = {"rule": "as_published", "decided_by": "Byrådet", "decided_on": FIRST}
    decide(audience="public", kind="", values=values, by=None)
    assert release_problems(protected(counted, rules_for(ALL_KINDS), WORDS), WORDS) == ()
