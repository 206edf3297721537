"""A draft of ``access.csv`` from what the site answers now: ``pytest tests/claims/draft.py``.

Not part of the suite. Whoever adds an address runs it and reads the changed lines one by one before keeping them: the
table says what should be answered, and the draft only what is.
"""

import pytest

from tests.claims.access import COLUMNS, METHODS, Table, Visitor, write
from tests.house.addresses import all_of
from tests.house.world import make_world


@pytest.mark.timeout(1800)
def test_draft(db: None) -> None:
    world = make_world()
    found: Table = {}
    for column in COLUMNS:
        visitor = Visitor(world, column)
        for name, address in all_of(world.here).items():
            for method in METHODS:
                found.setdefault((name, method), {})[column] = visitor.try_out(method, address)
    write(found)
