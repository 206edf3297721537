"""One count hidden in an edition and rounded in another, or rounded to 3 and to 5: together they may tell it (R138)."""

from collections.abc import Sequence

import pytest

from ombud.core.release.ledger import Ledger, from_json
from ombud.core.report.problem import Area
from ombud.offices.actions.small_counts import decide
from ombud.reporting.queries.outlines import starting_outline
from ombud.reporting.releases.choices import choices
from ombud.reporting.releases.making import ALL_KINDS, rules_for, to_json
from ombud.reporting.releases.problems import release_problems
from ombud.reporting.releases.released import Released, protected
from ombud.reporting.statistics import statistics_for
from tests.reporting.conftest import FIRST, LAST, WORDS, Registering

NUMBERS = {"Børn & Familie": 1, "Dagtilbud & Skole": 2, "Miljø & Teknik": 8, "Øvrige": 4}


@pytest.fixture
def register(enquiry: Registering) -> None:
    for department, number in NUMBERS.items():
        for _ in range(number):
            enquiry(matters=((department, "Inddragelse"),))
    decide(audience="public", kind="", values={"rule": "protect"}, by=None)


def released(rounding: int, ledgers: Sequence[Ledger] = ()) -> Released:
    statistics = statistics_for(FIRST, LAST, WORDS)
    return protected(statistics, rules_for(ALL_KINDS, rounding), WORDS, ledgers=ledgers)


def ledger_of(one: Released) -> Ledger:
    return from_json("1", to_json(one)["ledger"])


@pytest.mark.parametrize(("first", "then"), [(0, 3), (3, 0)])
def test_hiding_and_rounding_the_same_counts_stops_publication(register: None, first: int, then: int) -> None:
    """1 and 2 hidden are at least 1 each, and 0 rounded to 3 is at most 2."""
    again = released(then, [ledger_of(released(first))])
    (found,) = release_problems(again, WORDS)
    assert found.stops_publication
    assert found.area is Area.HARMLESS
    cells = again.release.system.cells
    assert all(cells[key].label in NUMBERS or cells[key].value < 3 for key in again.audits["matters"].refused)


@pytest.mark.parametrize("rounding", [0, 3, 5])
def test_the_same_way_again_stops_nothing(register: None, rounding: int) -> None:
    first = released(rounding)
    again = released(rounding, [ledger_of(first)])
    assert release_problems(again, WORDS) == ()
    assert {key: again.rounded[key] for key in first.rounded} == first.rounded


def test_a_rounding_is_tried_beside_one_to_another_base(register: None) -> None:
    first, alone = released(3), released(5)
    again = released(5, [ledger_of(first)])
    assert alone.mixed == ()
    assert "matters" in again.mixed
    known = again.document("matters").within
    assert all(low <= again.release.system.cells[key].value <= high for key, (low, high) in known.items())
    assert any(high - low < 4 for low, high in known.values())


def test_the_choices_say_that_rounding_would_tell(register: None, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = ledger_of(released(0))
    monkeypatch.setattr("ombud.reporting.releases.choices.ledgers_before", lambda words: (kept,))
    found = choices(FIRST, LAST, starting_outline("da", WORDS), WORDS)
    faults = {one.treatment.rounding: one.fault for one in found if not one.treatment.merges}
    assert not faults[0]
    assert faults[3]
