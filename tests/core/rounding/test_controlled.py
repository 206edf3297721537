"""Controlled rounding: known optima, sums that hold, and the table in three ways that has none."""

import json
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombud.core.alternatives.counts import Counts, Line
from ombud.core.disclosure.system import Cell, Relation, System
from ombud.core.rounding.controlled import round_controlled
from ombud.core.rounding.rounded import CannotRound
from ombud.core.words import PLAIN
from tests.core.alternatives.tables import albertslund, synthetic
from tests.core.auditing.albertslund import DATA

KNOWN = json.loads((DATA / "stat_cases" / "rounding_cases.json").read_text(encoding="utf-8"))["controlled_rounding"]
TABLES = {"albertslund_table2": albertslund, "synthetic_140x20": synthetic}


@pytest.mark.parametrize("case", KNOWN["cases"], ids=lambda case: f"{case['table']} {case['base']}")
def test_the_optimum_is_the_known_one(case: dict) -> None:
    system = TABLES[case["table"]]().system()
    found = round_controlled(system, case["base"])
    assert len(system.cells) == case["distinct_cells"]
    assert found.total_change == case["optimum_sum_abs_deviation"]
    assert found.largest_change < case["max_abs_deviation_below"]
    assert found.cells_changed == case["cells_changed"]
    assert found.is_proven


def parity(count: int) -> System:
    """2 x 2 x 2 with counts where the places make an even sum, and all lines, planes and the whole printed."""
    cells = {"".join(places): count for places in product("01", repeat=3) if places.count("1") % 2 == 0}
    cells |= {"".join(places): 0 for places in product("01", repeat=3) if places.count("1") % 2}
    relations = []
    for places in product("01*", repeat=3):
        if "*" in places:
            parts = [one for one in sorted(cells) if all(a in ("*", b) for a, b in zip(places, one, strict=True))]
            relations.append(Relation("".join(places), tuple(parts)))
    values = cells | {one.total: sum(cells[part] for part in one.parts) for one in relations}
    return System({name: Cell(value) for name, value in values.items()}, tuple(relations))


@pytest.mark.parametrize("case", KNOWN["infeasible_three_way"]["bases"], ids=lambda case: f"base {case['base']}")
def test_the_parity_table_has_no_rounding_and_says_so(case: dict) -> None:
    with pytest.raises(CannotRound) as shown:
        round_controlled(parity(case["v"]), case["base"])
    assert not shown.value.is_for_earlier
    assert shown.value.said(PLAIN) == f"The counts cannot be rounded to {case['base']} so that all sums hold."


def test_the_parity_table_has_one_to_another_base() -> None:
    assert round_controlled(parity(3), 3).total_change == 0


def test_what_an_earlier_release_printed_is_printed_again() -> None:
    system = albertslund().system()
    first = round_controlled(system, 3)
    inner = [name for name, cell in system.cells.items() if cell.value % 3]
    turned = {inner[0]: first.values[inner[0]] - 3 if first.changes[inner[0]] > 0 else first.values[inner[0]] + 3}
    again = round_controlled(system, 3, fixed=turned)
    assert again.values[inner[0]] == turned[inner[0]] != first.values[inner[0]]
    assert round_controlled(system, 3, fixed=again.values).values == again.values


def test_an_earlier_rounding_in_the_way_is_told_so() -> None:
    system = System({"t": Cell(4), "a": Cell(2), "b": Cell(2)}, (Relation("t", ("a", "b")),))
    with pytest.raises(CannotRound) as shown:
        round_controlled(system, 3, fixed={"t": 9})
    assert shown.value.is_for_earlier
    assert "earlier printed ones stay" in shown.value.said(PLAIN)


@pytest.mark.parametrize(("base", "fixed"), [(1, {}), (3, {"t": 4}), (3, {"t": -3})])
def test_a_base_or_an_earlier_count_without_sense_is_refused(base: int, fixed: dict[str, int]) -> None:
    system = System({"t": Cell(4), "a": Cell(4)}, (Relation("t", ("a",)),))
    with pytest.raises(ValueError, match=r"base|multiple"):
        round_controlled(system, base, fixed=fixed)


def tables(columns: int = 4, rows: int = 5, most: int = 12) -> st.SearchStrategy[Counts]:
    """Tables of two levels, some themes with one subtheme only."""
    size = st.tuples(st.integers(2, columns), st.integers(2, rows))

    def filled(shape: tuple[int, int]) -> st.SearchStrategy[Counts]:
        line = st.lists(st.integers(0, most), min_size=shape[0], max_size=shape[0])
        themed = st.lists(st.tuples(st.sampled_from("KLM"), line), min_size=shape[1], max_size=shape[1])
        return themed.map(
            lambda lines: Counts(
                tuple("ABCDEF"[: shape[0]]),
                tuple(Line(theme, f"s{place}", tuple(counts)) for place, (theme, counts) in enumerate(lines)),
            )
        )

    return size.flatmap(filled)


@settings(max_examples=60)
@given(table=tables(), base=st.sampled_from([3, 5, 10]))
def test_every_sum_holds_and_every_count_stays_within_the_base(table: Counts, base: int) -> None:
    system = table.system()
    found = round_controlled(system, base)
    for name, cell in system.cells.items():
        assert found.values[name] % base == 0
        assert abs(found.values[name] - cell.value) < base
        assert cell.value % base or found.values[name] == cell.value
    for one in system.relations:
        assert found.values[one.total] == sum(found.values[part] for part in one.parts)
    assert round_controlled(system, base).values == found.values


@settings(max_examples=25)
@given(table=tables(2, 2, 7))
def test_no_other_rounding_changes_less(table: Counts) -> None:
    system = table.system()
    names = list(system.cells)
    totals = {one.total for one in system.relations}
    inner = [name for name in names if name not in totals]
    best = None
    for ups in product((0, 1), repeat=len(inner)):
        values = {n: system.cells[n].value // 3 * 3 + 3 * up for n, up in zip(inner, ups, strict=True)}
        for _ in range(4):
            for one in system.relations:
                if all(part in values for part in one.parts):
                    values[one.total] = sum(values[part] for part in one.parts)
        changes = [abs(values[name] - cell.value) for name, cell in system.cells.items()]
        if max(changes) < 3 and all(cell.value % 3 or values[n] == cell.value for n, cell in system.cells.items()):
            best = min(sum(changes), sum(changes) if best is None else best)
    assert round_controlled(system, 3).total_change == best
