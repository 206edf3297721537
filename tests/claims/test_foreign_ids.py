"""The id of another municipality's row in a path, a query or a form is answered like one that nobody has: the same
status, the same body. Asked by an unlocked adviser, who would be shown the most.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from zlib import crc32

import pytest

from tests.claims.access import Visitor
from tests.claims.foreign import Foreign, Probe, ask, far_apart, in_forms, in_paths, in_queries, nobodys
from tests.house.test_access import state
from tests.house.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world(between=far_apart)


def probes(world: World, visitor: Visitor) -> Iterator[Probe]:
    foreign = Foreign(world.other)
    return chain(in_paths(world, foreign), in_queries(world, foreign), in_forms(world, foreign, visitor))


def sample(found: Iterator[Probe]) -> list[Probe]:
    """One id for every address that names a row, and for every twelfth field; the same ones every day."""
    first: dict[tuple[str, str, str], Probe] = {}
    for probe in found:
        if probe.where == "path" or crc32((probe.name + probe.spot).encode()) % 12 == 0:
            first.setdefault((probe.method, probe.address.partition("?")[0], probe.spot), probe)
    return list(first.values())


def told_apart(visitor: Visitor, chosen: list[Probe]) -> list[str]:
    """The probes whose two answers differ, with their statuses."""
    found, known = [], {}
    for probe in chosen:
        key = nobodys(probe.foreign)
        place = (probe.method, probe.address, probe.spot, probe.fields, type(probe.foreign))
        if place not in known:
            known[place] = ask(visitor, probe, key)
        theirs = ask(visitor, probe, probe.foreign)
        if theirs != known[place]:
            found.append(f"{probe}: {theirs[:2]}, nobody's {known[place][:2]}")
        elif probe.where == "path" and theirs[0] not in (404, 405):
            found.append(f"{probe}: {theirs[:2]}")
    return found


def test_a_sample_of_foreign_ids_is_answered_like_ids_that_nobody_has(world: World) -> None:
    visitor = Visitor(world, "adviser unlocked")
    chosen = sample(probes(world, visitor))
    assert Counter(probe.where for probe in chosen).keys() == {"path", "query", "form"}
    assert told_apart(visitor, chosen) == []


@pytest.mark.proof
@pytest.mark.timeout(3600)
def test_every_foreign_id_is_answered_like_an_id_that_nobody_has(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    visitor, before = Visitor(world, "adviser unlocked"), state()
    chosen = list(probes(world, visitor))
    assert told_apart(visitor, chosen) == []
    assert state() == before
    count = Counter(probe.where for probe in chosen)
    assert min(count["path"], count["query"], count["form"]) >= 1000
    record_property("foreign ids", dict(count))
