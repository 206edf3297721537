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
from tests.house.addresses import all_of
from tests.house.test_access import state
from tests.house.world import World, make_world

WHO = "adviser unlocked"
BATCH = 300
"""Asked in a few minutes, also on a busy machine; an unlocked person who does nothing is locked after fifteen."""


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


def told_apart(world: World, chosen: list[Probe]) -> list[str]:
    """The probes whose two answers differ, with their statuses. Afterwards everything is as before.

    The visitor is unlocked anew every now and then: what is taken back includes that somebody was at work.
    """
    found: list[str] = []
    for batch in (chosen[start : start + BATCH] for start in range(0, len(chosen), BATCH)):
        visitor, before = Visitor(world, WHO), state()
        found += _told_apart(visitor, batch)
        assert visitor.try_out("get", all_of(world.here)["cases-list"]) == "ok", "the visitor was locked meanwhile"
        assert state() == before
    return found


def _told_apart(visitor: Visitor, batch: list[Probe]) -> Iterator[str]:
    known: dict[object, object] = {}
    for probe in batch:
        place = (probe.method, probe.address, probe.spot, probe.fields, type(probe.foreign))
        if place not in known:
            known[place] = ask(visitor, probe, nobodys(probe.foreign))
        theirs = ask(visitor, probe, probe.foreign)
        if theirs != known[place]:
            yield f"{probe}: {theirs[:2]} is not what nobody's id is answered with"
        elif probe.where == "path" and theirs[0] not in (404, 405):
            yield f"{probe}: {theirs[:2]}"


def test_a_sample_of_foreign_ids_is_answered_like_ids_that_nobody_has(world: World) -> None:
    chosen = sample(probes(world, Visitor(world, WHO)))
    assert Counter(probe.where for probe in chosen).keys() == {"path", "query", "form"}
    assert told_apart(world, chosen) == []


@pytest.mark.proof
@pytest.mark.timeout(7200)
def test_every_foreign_id_is_answered_like_an_id_that_nobody_has(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    chosen = list(probes(world, Visitor(world, WHO)))
    assert told_apart(world, chosen) == []
    count = Counter(probe.where for probe in chosen)
    assert min(count["path"], count["query"], count["form"]) >= 500
    assert sum(count.values()) >= 1000
    record_property("foreign ids", dict(count))
