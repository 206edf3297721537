"""Linear programs and networks give the same proven cost; where sums are no network, whole numbers decide."""

import json
from math import inf
from random import Random
from typing import Any

import pytest

from ombud.core.disclosure.attack import Terms, attack_on, grand_totals, terms_of
from ombud.core.disclosure.network import as_network
from ombud.core.disclosure.obstacles import CannotProtect
from ombud.core.disclosure.on_network import NetworkSearch
from ombud.core.disclosure.on_programs import ProgramSearch
from ombud.core.disclosure.policy import Policy, Protection
from ombud.core.disclosure.program_pattern import ProgramPattern
from ombud.core.disclosure.protect import protect
from ombud.core.disclosure.system import Cell, Relation, Standing, System
from tests.core.disclosure.examples import CASES, of_table, random_two_level, system

SMALL = json.loads((CASES / "sdc_audit_small.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("protection", list(Protection))
def test_both_ways_prove_the_same_cost(protection: Protection) -> None:
    compared = 0
    for seed in range(8):
        one, _ = random_two_level(Random(seed), 3, 4).system()
        attack = attack_on(one, terms_of(Policy(protection=protection)), grand_totals(one))
        network = as_network(attack.rows, len(attack.keys))
        assert network is not None
        first, second = NetworkSearch(attack, network).best(None), ProgramSearch(attack).best(None)
        assert first.bound == second.bound == attack.weight_of(first.secondary) == attack.weight_of(second.secondary)
        compared += bool(first.bound)
    assert compared > 4


def test_the_linked_tables_of_albertslund_have_their_optimum_by_programs_too() -> None:
    one, _ = of_table("albertslund_table1_and_2_linked")
    attack = attack_on(one, terms_of(Policy(protection=Protection.P1)), grand_totals(one))
    assert ProgramSearch(attack).best(None).bound == 130


@pytest.mark.parametrize("case", SMALL, ids=lambda case: str(case["id"]))
def test_programs_find_the_known_intervals(case: dict[str, Any]) -> None:
    cells = {key: 0 if value is None else value for key, value in case["cells"].items()}
    one = system(cells, [(total, tuple(parts)) for total, parts in case["equations"]])
    attack = attack_on(one, Terms(Policy(zeros_shown=False), case["lower_bound"], 0), frozenset())
    places = {key: place for place, key in enumerate(attack.keys)}
    pattern = ProgramPattern(attack, [places[key] for key in case["suppressed"]])
    for key, (low, high) in case["expected_intervals"].items():
        more, _ = pattern.reach(places[key], 1, 50)
        less, _ = pattern.reach(places[key], -1, 50)
        assert (cells[key] - less, cells[key] + more) == (low, high)


def triangles() -> System:
    """Two triangles of counts with a bridge between them; each count stands in the sums of its two corners, all 1. One
    table of whole numbers fits; a half in every side of both triangles fits too.
    """
    sides = {"12": 1, "13": 0, "23": 0, "34": 1, "45": 0, "46": 0, "56": 1}
    corners = {corner: tuple(side for side in sides if corner in side) for corner in "123456"}
    cells = {
        **{side: Cell(count) for side, count in sides.items()},
        **{one: Cell(1, Standing.FORCED) for one in corners},
    }
    return System(cells, tuple(Relation(corner, parts) for corner, parts in corners.items()))


def test_whole_numbers_decide_where_halves_would_fit() -> None:
    attack = attack_on(triangles(), terms_of(Policy(zeros_shown=False)), frozenset())
    assert as_network(attack.rows, len(attack.keys)) is None
    pattern = ProgramPattern(attack, range(len(attack.keys)))
    bridge = attack.keys.index("34")
    assert pattern.relaxed(bridge, -1, 1).units == pytest.approx(1)
    assert pattern.reach(bridge, -1, 1) == (0, {})


def test_what_only_halves_would_protect_is_not_called_protected() -> None:
    with pytest.raises(CannotProtect):
        protect(triangles(), Policy(zeros_shown=False, protection=Protection.P1))


def test_looks_are_counted_and_what_is_not_looked_at_stays_hidden_and_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = of_table("albertslund_table1_and_2_linked")
    attack = attack_on(one, terms_of(Policy(protection=Protection.P1)), grand_totals(one))
    found = {}
    for looks in (0, 40, inf):
        monkeypatch.setattr(ProgramSearch, "looks_for", lambda _search, _cells, looks=looks: looks)
        search = ProgramSearch(attack)
        secondary = search.safe(())
        assert secondary is not None
        assert not search.short(secondary)
        found[looks] = attack.weight_of(secondary)
    assert found[0] > found[40] > found[inf]
