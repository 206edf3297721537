"""Giving lines their place in the chain. Two writers at once never share a place: the second waits for the first."""

import hashlib
from collections.abc import Sequence

from django.db import connections, router, transaction
from django.db.models import QuerySet

from ombud.audit.chain import START, link
from ombud.audit.models import Event

PIECE = 2_000
LOCKS_OF_THE_LOG = 7_421
"""The first of the two numbers of an advisory lock on PostgreSQL; the second is the municipality's."""


def append(lines: Sequence[Event]) -> None:
    """Number, chain and write the lines, each in the chain of its municipality, in the caller's transaction if any."""
    database = router.db_for_write(Event)
    with transaction.atomic(using=database):
        # Always in the same order, so that two writers never wait for each other.
        for municipality in sorted({line.municipality for line in lines}):
            own = [line for line in lines if line.municipality == municipality]
            _hold(database, municipality)
            position, previous = last_of(municipality)
            link(own, position=position, previous=previous)
            rows: QuerySet[Event] = QuerySet(Event, using=database)
            rows.bulk_create(own, batch_size=PIECE)


def last_of(municipality: str) -> tuple[int, str]:
    """Position and hash of the last line of a chain; (0, START) before the first."""
    rows = Event.objects.filter(municipality=municipality).order_by("-position")
    return rows.values_list("position", "hash").first() or (0, START)


def _hold(database: str, municipality: str) -> None:
    """Hold the chain until the transaction ends. On SQLite a transaction is the only writer from its beginning."""
    connection = connections[database]
    if connection.vendor == "postgresql":
        number = int.from_bytes(hashlib.sha256(municipality.encode()).digest()[:4], "big", signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCKS_OF_THE_LOG, number])
