from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "ombud.audit"

    def ready(self) -> None:
        post_migrate.connect(close_the_log, sender=self)


def close_the_log(*, using: str, **_rest: Any) -> None:
    """After a migration the database refuses again to change a line."""
    from django.db import connections, router

    from ombud.audit.guards import TABLE, close
    from ombud.audit.models import Event

    connection = connections[using]
    if router.allow_migrate_model(using, Event) and TABLE in connection.introspection.table_names():
        close(connection)
