"""Python's garbage collector, at rest while a file is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Rows hold no rings, yet the collector would go through all of them again and again while they pile up.

    That takes a third of the time of reading 100,000 rows. The collector goes on afterwards if it was on before.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
