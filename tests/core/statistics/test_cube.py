"""Properties of the cube: margins of margins agree, nothing is lost, order does not matter."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombud.core.statistics import cube as cube_module
from ombud.core.statistics.cube import (
    Cube,
    count,
    counts_by,
    leave_out,
    margin,
    relabel,
    roll_up,
    select,
    total,
)
from ombud.core.statistics.facts import Dimension, Facts, Member, UnknownDimension, UnknownMember, encode
from ombud.core.statistics.frozen_cube import from_json, to_json
from ombud.core.statistics.groupings import count_groupings, cover

THEME = Dimension("theme", "Theme", (Member("", "Not stated"), Member("a", "A"), Member("b", "B")))
SUBTHEME = Dimension(
    "subtheme",
    "Subtheme",
    (Member("", "Not stated"), Member("a1", "A1", "a"), Member("a2", "A2", "a"), Member("b1", "B1", "b")),
    THEME,
)
ROLE = Dimension("role", "Role", (Member("", "Not stated"), Member("main", "Main"), Member("follow_on", "Follow-on")))
PLACE = Dimension("department", "Department", tuple(Member(str(n) if n else "", f"D{n}") for n in range(6)))
DIMENSIONS = (SUBTHEME, ROLE, PLACE)
NAMES = ["theme", "subtheme", "role", "department"]

rows = st.lists(st.tuples(*(st.sampled_from([m.key for m in one.members]) for one in DIMENSIONS)), max_size=60)
some_names = st.lists(st.sampled_from(NAMES), unique=True, max_size=4)


def facts_of(given_rows):
    columns = list(zip(*given_rows, strict=True)) or [()] * len(DIMENSIONS)
    return Facts(
        "matters",
        DIMENSIONS,
        {one.name: encode(column, one) for one, column in zip(DIMENSIONS, columns, strict=True)},
        len(given_rows),
    )


def directly(given_rows, names):
    found = {}
    for subtheme, role, place in given_rows:
        keys = {
            "subtheme": subtheme,
            "role": role,
            "department": place,
            "theme": SUBTHEME.members[SUBTHEME.code(subtheme)].parent,
        }
        cell = tuple(keys[name] for name in names)
        found[cell] = found.get(cell, 0) + 1
    return found


@given(rows, some_names)
def test_every_margin_is_a_direct_count(given_rows, names):
    cube = count(facts_of(given_rows))
    assert {key: n for key, n in counts_by(cube, names).items() if n} == directly(given_rows, names)


@given(rows, some_names, st.data())
def test_margins_of_margins_agree_in_any_order(given_rows, names, data):
    cube = count(facts_of(given_rows))
    fewer = data.draw(st.lists(st.sampled_from(names), unique=True)) if names else []
    shuffled = data.draw(st.permutations(names))
    assert margin(margin(cube, names), fewer) == margin(cube, fewer) == margin(margin(cube, shuffled), fewer)


@given(rows, some_names)
def test_the_total_is_kept(given_rows, names):
    assert total(margin(count(facts_of(given_rows)), names)) == len(given_rows)


@given(rows)
def test_select_and_leave_out_part_the_facts(given_rows):
    cube = count(facts_of(given_rows))
    where = {"theme": ["a"], "role": ["main", ""]}
    inside, outside = select(cube, where), leave_out(cube, where)
    assert total(inside) + total(outside) == len(given_rows)
    assert total(inside) == sum(
        n
        for (theme, role), n in directly(given_rows, ["theme", "role"]).items()
        if theme == "a" and role != "follow_on"
    )


@given(rows)
def test_selecting_and_reducing_may_change_places(given_rows):
    cube = count(facts_of(given_rows))
    where = {"role": ["main"]}
    assert margin(select(cube, where), ["theme"]) == margin(select(margin(cube, ["theme", "role"]), where), ["theme"])


@given(rows)
def test_counting_densely_and_sparsely_is_the_same(given_rows):
    facts = facts_of(given_rows)
    before = cube_module.DENSE_CELLS
    try:
        cube_module.DENSE_CELLS = 0
        sparse = count(facts)
    finally:
        cube_module.DENSE_CELLS = before
    assert sparse == count(facts)


@given(rows, st.lists(some_names.map(tuple), max_size=6))
def test_many_groupings_in_few_passes_are_the_same_as_one_by_one(given_rows, groupings):
    facts = facts_of(given_rows)
    cube = count(facts)
    found = count_groupings(facts, groupings)
    assert found == {grouping: margin(cube, grouping) for grouping in groupings}


@given(rows)
def test_a_frozen_cube_comes_back_exactly(given_rows):
    cube = count(facts_of(given_rows))
    assert from_json(json.loads(json.dumps(to_json(cube)))) == cube


@settings(max_examples=20)
@given(st.integers(1, 300_000))
def test_large_columns_are_counted_in_pieces_without_loss(size):
    codes = (np.arange(size) % 3).astype(np.int16)
    assert counts_by(count(Facts("matters", (ROLE,), {"role": codes})), ["role"]) == {
        (key,): n for place, key in enumerate(["", "main", "follow_on"]) if (n := (size + 2 - place) // 3)
    }


def test_rolling_up_keeps_the_place_of_the_dimension():
    cube = count(facts_of([("a1", "main", "1"), ("a2", "main", "1"), ("", "main", "2")]))
    rolled = roll_up(cube, "subtheme", "theme")
    assert [one.name for one in rolled.dimensions] == ["theme", "role", "department"]
    assert counts_by(rolled, ["theme"]) == {("a",): 2, ("",): 1}
    with pytest.raises(UnknownDimension, match="role"):
        roll_up(cube, "role", "theme")


def test_what_is_not_there_is_named():
    cube = count(facts_of([("a1", "main", "1")]))
    with pytest.raises(UnknownDimension, match="channel"):
        margin(cube, ["channel"])
    with pytest.raises(UnknownMember, match="leader"):
        select(cube, {"role": ["leader"]})
    with pytest.raises(UnknownMember, match=r"'a9'.*subtheme"):
        encode(["a1", "a9"], SUBTHEME)


def test_database_ids_are_translated_to_members():
    assert encode([7, 3, None, 7], ROLE, keys={7: "main", 3: "follow_on"}).tolist() == [1, 2, 0, 1]


@pytest.mark.parametrize(
    "members",
    [(), (Member("x", "X"),), (Member("", "Not stated"), Member("x", "X"), Member("x", "Y"))],
)
def test_a_dimension_without_not_stated_or_with_twins_is_refused(members):
    with pytest.raises(ValueError, match="Dimension"):
        Dimension("d", "D", members)


def test_a_member_whose_parent_does_not_exist_is_refused():
    with pytest.raises(UnknownMember, match="nowhere"):
        Dimension("d", "D", (Member("", "Not stated"), Member("x", "X", "nowhere")), THEME)


def test_codes_out_of_range_and_columns_of_unlike_length_are_refused():
    with pytest.raises(UnknownMember, match="role"):
        Facts("matters", (ROLE,), {"role": np.array([0, 3])})
    with pytest.raises(ValueError, match="lengths"):
        Facts("matters", (ROLE, PLACE), {"role": np.array([0]), "department": np.array([0, 1])})


def test_labels_may_change_but_not_keys():
    cube = count(facts_of([("a1", "main", "1")]))
    danish = Dimension("role", "Rolle", (Member("", "Uoplyst"), Member("main", "Hovedsag"), Member("follow_on", "F")))
    assert relabel(cube, [danish]).dimension("role").label == "Rolle"
    with pytest.raises(ValueError, match="role"):
        relabel(cube, [Dimension("role", "Rolle", (Member("", "Uoplyst"),))])


@pytest.mark.parametrize("damage", [{"cells": [5, 1]}, {"counts": [0, 1]}, {"cells": [1, 10**9]}, {"format": 9}])
def test_a_damaged_frozen_cube_is_refused(damage):
    data = to_json(count(facts_of([("a1", "main", "1"), ("a2", "main", "1")])))
    with pytest.raises(ValueError, match="frozen cube"):
        from_json(data | damage)


def test_too_many_dimensions_are_refused_not_wrapped_around():
    wide = tuple(Dimension(f"d{n}", "", tuple(Member(str(m) if m else "", "") for m in range(3000))) for n in range(6))
    facts = Facts("matters", wide, {one.name: np.zeros(2, dtype=np.int16) for one in wide})
    with pytest.raises(OverflowError):
        count(facts)


def test_groupings_share_a_cuboid_only_while_it_is_small():
    sizes = {"a": 100, "b": 100, "c": 100, "d": 2}
    needs = [frozenset("ab"), frozenset("c"), frozenset("ad"), frozenset("a")]
    assert set(cover(needs, sizes)) == {frozenset("abd"), frozenset("c")}


def test_an_empty_cube_is_empty_everywhere():
    cube = count(facts_of([]))
    assert isinstance(cube, Cube)
    assert total(cube) == 0
    assert counts_by(cube, ["theme"]) == {}
