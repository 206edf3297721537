"""A release as one system: the same count is one cell wherever it stands, and what follows by subtraction is seen."""

from dataclasses import replace
from datetime import date

import pytest

from ombud.core.disclosure.system import Standing
from ombud.core.release.applying import hidden_cells, hide
from ombud.core.release.building import Release, build
from ombud.core.release.ledger import Ledger, from_json
from ombud.core.release.selection import Catalogue
from ombud.core.release.told import telling
from ombud.core.statistics.cube import counts_by
from ombud.core.statistics.definitions import Exclusion, TableDefinition
from ombud.core.statistics.inputs import Inputs, PeriodData
from ombud.core.statistics.merging import Merge, merge_in
from ombud.core.statistics.periods import Period
from ombud.core.statistics.table import HIDDEN, Table
from ombud.core.statistics.tables import make_table
from ombud.core.words import PLAIN
from tests.core.statistics.test_tables import INPUTS, MATTERS, NOW, cube

BY_DEPARTMENT = TableDefinition("departments", {"en": "D"}, rows=("department",))
CROSSED = TableDefinition("crossed", {"en": "C"}, rows=("theme", "subtheme"), columns="department")
ENQUIRIES = TableDefinition("enquiries", {"en": "E"}, unit="enquiries", rows=("department",))
SHARES = TableDefinition("shares", {"en": "S"}, rows=("department",), measures=("share",))


def released(
    *definitions: TableDefinition, inputs: Inputs = INPUTS, ledgers: tuple[Ledger, ...] = ()
) -> tuple[Release, dict[str, Table]]:
    catalogue = Catalogue()
    for data in (inputs.now, *inputs.earlier):
        for one in data.cubes.values():
            catalogue.learn(one.kind, one.dimensions)
    tables = {one.name: make_table(one, inputs, PLAIN) for one in definitions}
    tellings = {one.name: telling(tables[one.name], one, inputs, catalogue, PLAIN) for one in definitions}
    return build(tellings, [], ledgers, catalogue), tables


def of_period(first: date, last: date, rows: list[tuple[str, str, str]]) -> Inputs:
    return Inputs(PeriodData(Period("P", first, last), {"matters": cube(rows)}))


def standings(release: Release) -> dict[str, Standing]:
    return {key: cell.standing for key, cell in release.system.cells.items()}


def test_a_theme_with_one_subtheme_is_one_cell_with_it():
    release, tables = released(CROSSED)
    rows = [row.label for row in tables["crossed"].rows]
    places = release.places["crossed"]
    other, money = rows.index("Other"), rows.index("Money")
    assert [places[other, at] for at in range(3)] == [places[money, at] for at in range(3)]
    care, grounds = rows.index("Care"), rows.index("Grounds")
    assert places[care, 0] != places[grounds, 0]


def test_the_same_number_in_two_tables_is_one_cell():
    alone, _ = released(BY_DEPARTMENT)
    both, tables = released(BY_DEPARTMENT, CROSSED)
    total = next(at for at, column in enumerate(tables["crossed"].columns) if column.key == "x")
    assert both.places["crossed"][-1, total] == both.places["departments"][0, 0]
    assert set(alone.system.cells) <= set(both.system.cells)


def test_a_share_tells_the_count_it_is_made_of():
    counts, _ = released(BY_DEPARTMENT)
    shares, _ = released(SHARES)
    told = {key: cell.value for key, cell in counts.system.cells.items()}
    of_shares = {key: cell.value for key, cell in shares.system.cells.items()}
    assert told.items() <= of_shares.items()
    stated = of_shares.keys() - told.keys()
    assert [of_shares[key] for key in stated] == [4]  # the note that says what the shares are of


def test_all_matters_beside_main_matters_tell_the_follow_on_matters():
    release, _ = released(BY_DEPARTMENT, ENQUIRIES)
    implied = {key: cell.value for key, cell in release.system.cells.items() if cell.standing is Standing.IMPLIED}
    follow_on_at_y = [value for key, value in implied.items() if "department=y" in key and "follow_on" in key]
    assert follow_on_at_y == [1]
    assert not any(cell.standing is Standing.IMPLIED for cell in released(BY_DEPARTMENT)[0].system.cells.values())


def test_three_quarters_and_the_year_tell_the_fourth():
    quarters = [((2023, 1), (2023, 3, 31)), ((2023, 4), (2023, 6, 30)), ((2023, 7), (2023, 9, 30))]
    ledgers = []
    for number, (first, last) in enumerate(quarters):
        inputs = of_period(date(*first, 1), date(*last), [("a", "x", "main"), ("c", "y", "main")])
        ledgers.append(released(BY_DEPARTMENT, inputs=inputs)[0].ledger(str(number), frozenset()))
    year = of_period(date(2023, 1, 1), date(2023, 12, 31), [("a", "x", "main")] * 4 + [("c", "y", "main")] * 5)
    release, _ = released(BY_DEPARTMENT, inputs=year, ledgers=tuple(ledgers))
    fourth = {
        key: cell.value
        for key, cell in release.system.cells.items()
        if cell.standing is Standing.IMPLIED and "month=2023-10+2023-11+2023-12" in key
    }
    assert sorted(fourth.values()) == [1, 2, 3]


@pytest.mark.parametrize(
    ("last", "is_untied"),
    [(date(2023, 9, 30), False), (date(2023, 9, 15), True), (date(2023, 12, 31), False)],
)
def test_periods_that_overlap_inside_a_month_are_tied_by_no_sum(last: date, is_untied: bool) -> None:
    rows = [("a", "x", "main"), ("c", "y", "main")]
    before, _ = released(BY_DEPARTMENT, inputs=of_period(date(2023, 1, 1), last, rows))
    year = of_period(date(2023, 1, 1), date(2023, 12, 31), rows * 3)
    release, _ = released(BY_DEPARTMENT, inputs=year, ledgers=(before.ledger("1", frozenset()),))
    days = date(2023, 1, 1), date(2023, 12, 31)
    assert release.untied == (((days, (days[0], last)),) if is_untied else ())


def test_periods_that_follow_each_other_inside_a_month_are_apart() -> None:
    rows = [("a", "x", "main"), ("c", "y", "main")]
    before, _ = released(BY_DEPARTMENT, inputs=of_period(date(2023, 1, 1), date(2023, 6, 15), rows))
    after = of_period(date(2023, 6, 16), date(2023, 12, 31), rows)
    assert released(BY_DEPARTMENT, inputs=after, ledgers=(before.ledger("1", frozenset()),))[0].untied == ()


def test_what_was_told_before_is_forced_and_what_was_hidden_stays_hidden():
    first, _ = released(BY_DEPARTMENT)
    hidden = first.places["departments"][0, 0]
    ledger = from_json("1", first.ledger("1", frozenset(hidden)).to_json())
    release, _ = released(BY_DEPARTMENT, CROSSED, ledgers=(ledger,))
    known = standings(release)
    assert known[hidden[0]] is Standing.HIDDEN
    assert known[release.places["departments"][1, 0][0]] is Standing.FORCED
    assert Standing.PRINTED in known.values()


def test_a_count_that_was_corrected_since_is_a_cell_of_its_own():
    before, _ = released(BY_DEPARTMENT)
    ledger = before.ledger("1", frozenset())
    corrected = replace(INPUTS, now=replace(NOW, cubes={"matters": cube([*MATTERS, ("a", "x", "main")])}))
    release, _ = released(BY_DEPARTMENT, inputs=corrected, ledgers=(ledger,))
    now = release.places["departments"][0, 0][0]
    assert release.system.cells[now].value == 3
    assert release.system.cells[now].standing is Standing.PRINTED


def test_hiding_takes_every_place_and_the_notes_that_tell():
    definition = replace(BY_DEPARTMENT, exclude=(Exclusion({"theme": ("t2",)}, {"en": "Not ranked."}),))
    release, tables = released(definition)
    table, places = tables["departments"], release.places["departments"]
    assert any("(1 matter)" in note for note in table.notes)
    excluded = places[-3, 0]
    shown = hide(table, places, frozenset((*places[0, 0], *excluded)))
    assert shown.rows[0].cells == (HIDDEN,)
    assert hidden_cells(shown) == 1
    assert not any("1 matter" in note for note in shown.notes)
    assert any("Not ranked." in note for note in shown.notes)
    assert hide(table, places, frozenset()) is table


def test_a_hidden_base_is_not_printed():
    release, tables = released(BY_DEPARTMENT)
    places = release.places["departments"]
    shown = hide(tables["departments"], places, frozenset(places[-2, 0]))
    assert shown.basis.base_count is HIDDEN
    assert shown.total == (HIDDEN,)


def test_members_counted_as_one_are_tied_to_what_was_told_of_each():
    before, _ = released(BY_DEPARTMENT)
    merged = merge_in(NOW.cubes["matters"], [Merge("department", "X and Y", ("x", "y"))])
    inputs = replace(INPUTS, now=replace(NOW, cubes={"matters": merged}))
    together, tables = released(BY_DEPARTMENT, inputs=inputs)
    assert [(row.label, row.cells[0]) for row in tables["departments"].rows] == [("X and Y", 4), ("Not stated", 1)]
    key = together.places["departments"][0, 0][0]
    assert "department=x+y" in key
    ledger = before.ledger("1", frozenset(before.places["departments"][0, 0]))
    release, _ = released(BY_DEPARTMENT, inputs=inputs, ledgers=(ledger,))
    assert any(one.total == key and len(one.parts) == 2 for one in release.system.relations)


@pytest.mark.parametrize("keys", [("x", "y"), ("y", "old"), ("x", "y", "old")])
def test_merging_keeps_every_other_count(keys: tuple[str, ...]):
    plain = NOW.cubes["matters"]
    merged = merge_in(plain, [Merge("department", "M", keys)])
    assert counts_by(merged, ["subtheme", "role"]) == counts_by(plain, ["subtheme", "role"])
    together = sum(number for (key,), number in counts_by(plain, ["department"]).items() if key in keys)
    assert counts_by(merged, ["department"]).get(("+".join(keys),), 0) == together


def test_merging_themes_moves_their_subthemes_below_the_new_one():
    merged = merge_in(NOW.cubes["matters"], [Merge("theme", "Both", ("t1", "t2"))])
    assert counts_by(merged, ["theme"]) == {("t1+t2",): 4, ("",): 1}
    table = make_table(CROSSED, replace(INPUTS, now=replace(NOW, cubes={"matters": merged})), PLAIN)
    assert [(row.label, row.level) for row in table.rows][:4] == [
        ("Both", 0),
        ("Grounds", 1),
        ("Time", 1),
        ("Money", 1),
    ]
