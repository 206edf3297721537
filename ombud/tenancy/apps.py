"""Tells PostgreSQL of the scope when a connection opens, and protects its tables after every migration."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class TenancyConfig(AppConfig):
    name = "ombud.tenancy"

    def ready(self) -> None:
        connection_created.connect(_opened)
        pre_migrate.connect(_migrating, sender=self)
        post_migrate.connect(_migrated, sender=self)


def _opened(*, connection: Any, **_: Any) -> None:
    from ombud.tenancy.scope import sight
    from ombud.tenancy.sight import CONTENT, tell

    if connection.alias == CONTENT:
        tell(connection, sight())


def _migrating(*, using: str, **_: Any) -> None:
    """A migration changes the rows of every municipality."""
    from ombud.tenancy.sight import CONTENT, EVERYTHING, tell

    if using == CONTENT:
        connections[using].ensure_connection()
        tell(connections[using], EVERYTHING)


def _migrated(*, using: str, **_: Any) -> None:
    from ombud.tenancy.row_security import protect
    from ombud.tenancy.scope import sight
    from ombud.tenancy.sight import CONTENT, tell

    if using == CONTENT:
        protect(connections[using])
        tell(connections[using], sight())
