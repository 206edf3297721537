"""Every URL by every method, for every role, in the own and in another municipality, locked and unlocked, answers what
the reviewed table ``access.csv`` says; what is refused changes nothing; a URL that is not in the table fails.
"""

from collections import Counter
from collections.abc import Callable
from zlib import crc32

import pytest

from tests.claims.access import COLUMNS, METHODS, SERVED, Table, Visitor, differences, reviewed
from tests.house.addresses import all_of, municipal, names
from tests.house.test_access import state
from tests.house.world import World, make_world

KEPT_FORMS = "intake.KeptForm"
"""A form sent to a locked page is kept, sealed to the person who sent it: the one thing a refusal may leave."""


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def in_sample(name: str) -> bool:
    """A fifth of the addresses and half of those below a case, the same ones every day and in every process."""
    return crc32(name.encode()) % (2 if name.startswith("cases-") else 5) == 0


def ask_everyone(world: World, addresses: dict[str, str], expected: Table) -> Table:
    """Refusals first, and their traces looked for; then what opens, each taken back."""
    found: Table = {(name, method): {} for name in addresses for method in METHODS}
    for column in COLUMNS:
        visitor, before = Visitor(world, column), everything()
        refused = [key for key in found if expected[key][column] not in SERVED]
        for name, method in refused:
            found[name, method][column] = visitor.ask(method, addresses[name])
        assert everything() == before, f"a refused request as {column} changed something"
        for name, method in found.keys() - set(refused):
            found[name, method][column] = visitor.try_out(method, addresses[name])
    return found


def everything() -> dict[str, list[tuple[object, ...]]]:
    return {label: rows for label, rows in state().items() if label != KEPT_FORMS}


def test_every_address_stands_in_the_table_and_nothing_else_does() -> None:
    assert {name for name, _method in reviewed()} == names()
    assert all(set(row) == set(COLUMNS) for row in reviewed().values())
    assert len(reviewed()) == len(names()) * len(METHODS)


def test_the_table_says_of_cases_what_the_adviser_is_promised() -> None:
    """The claim itself, read from the table: no line of a case opens to anybody without role and key."""
    for (name, method), row in reviewed().items():
        if not name.startswith("cases-"):
            continue
        opens = {column for column, answer in row.items() if answer in SERVED}
        assert opens <= {"adviser unlocked", "deputy unlocked"}, (name, method)


def test_a_sample_of_the_addresses_answers_as_the_table_says(world: World) -> None:
    expected = reviewed()
    addresses = {name: address for name, address in all_of(world.here).items() if in_sample(name)}
    assert len(addresses) > 35
    assert differences(ask_everyone(world, addresses, expected), expected, COLUMNS) == {}


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_every_address_answers_as_the_table_says(world: World, record_property: Callable[[str, object], None]) -> None:
    expected, addresses = reviewed(), all_of(world.here)
    found = ask_everyone(world, addresses, expected)
    assert differences(found, expected, COLUMNS) == {}
    answers = Counter(answer for row in found.values() for answer in row.values())
    record_property("addresses", len(addresses))
    record_property("answers", sum(answers.values()))
    record_property("by answer", dict(answers))


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_in_another_municipality_nobody_finds_anything(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    addresses, asked = municipal(world.other, world.other), 0
    for column in COLUMNS[:-1]:
        visitor, before = Visitor(world, column), state()
        for name, address in addresses.items():
            for method in METHODS:
                assert visitor.ask(method, address) == "not-found", (name, method, column)
                asked += 1
        assert state() == before, column
    record_property("answers", asked)


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_other_methods_are_answered_like_get_or_not_at_all(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    """HEAD opens at most what GET opens; nothing else than GET, HEAD and POST is taken anywhere."""
    expected, asked = reviewed(), 0
    for column in COLUMNS:
        visitor, before = Visitor(world, column), state()
        for name, address in all_of(world.here).items():
            with_head = visitor.try_out("head", address)
            assert with_head in (expected[name, "get"][column], "not-allowed"), (name, column)
            for method in ("put", "patch", "delete", "options"):
                assert visitor.ask(method, address) == "not-allowed", (name, method, column)
            asked += 5
        assert state() == before, column
    record_property("answers", asked)


def test_a_sample_of_other_methods(world: World) -> None:
    expected, visitor = reviewed(), Visitor(world, "adviser unlocked")
    for name, address in all_of(world.here).items():
        if in_sample(name):
            assert visitor.ask("delete", address) == "not-allowed", name
            with_head = visitor.try_out("head", address)
            assert with_head in (expected[name, "get"]["adviser unlocked"], "not-allowed"), name


def test_a_sample_of_another_municipality(world: World) -> None:
    visitor = Visitor(world, "adviser unlocked")
    for name, address in municipal(world.other, world.other).items():
        if in_sample(name):
            assert {visitor.ask(method, address) for method in METHODS} == {"not-found"}, name
