"""What PostgreSQL lets this connection see, kept in a setting of the session that the policies read.

The setting goes past Django's cursor, so that it is in no count of queries. A rollback takes back what was set since
the transaction or savepoint began, which is right by itself as long as scopes and transactions are nested.
"""

from typing import Any

from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

SETTING = "ombud.municipality"
EVERYTHING = "*"
NOTHING = ""
CONTENT = "default"
"""The alias of the database that holds the rows of municipalities."""


def show(sight: str) -> None:
    """Let this thread's connection see ``sight``. One that is not open yet is told when it opens."""
    tell(connections[CONTENT], sight)


def show_again(sight: str) -> None:
    """``show`` at the end of a scope: a connection that cannot be told is closed, so that nothing stays visible."""
    connection = connections[CONTENT]
    try:
        tell(connection, sight)
    except DatabaseError:
        connection.close()


def tell(connection: BaseDatabaseWrapper, sight: str) -> None:
    """Set what an open connection sees. In a failed transaction nothing can be set, nor needs to be: it rolls back."""
    raw: Any = connection.connection
    if connection.vendor != "postgresql" or raw is None or raw.closed:
        return
    if raw.info.transaction_status.name == "INERROR":
        return
    with connection.wrap_database_errors:
        raw.execute("SELECT set_config(%s, %s, false)", (SETTING, sight))
