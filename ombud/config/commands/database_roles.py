"""Two roles on PostgreSQL: one owns the tables and migrates, the other runs the pages and is held by every policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils.translation import gettext as _

from ombud.config.commands.refusals import Refused
from ombud.config.databases import KEY_SCHEMA


@contextmanager
def as_owner() -> Iterator[None]:
    """Until the block ends the connections are the owner's, where MIGRATE_DATABASE_URL names one."""
    before = {alias: connections[alias] for alias in settings.MIGRATE_DATABASES}
    made = connections.configure_settings(settings.MIGRATE_DATABASES) if before else {}
    for alias, own in before.items():
        own.close()
        connections[alias] = type(own)(made[alias], alias)
    try:
        yield
    finally:
        for alias, own in before.items():
            connections[alias].close()
            connections[alias] = own


def make_key_schema() -> None:
    """The schema of the keys, where they share a PostgreSQL database with the content."""
    connection = connections["keys"]
    if KEY_SCHEMA not in str(connection.settings_dict["OPTIONS"].get("options")):
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [KEY_SCHEMA])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE SCHEMA {KEY_SCHEMA}")


def refuse_without_the_right_to_make_tables() -> None:
    """``Refused`` when this connection may not migrate."""
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, has_schema_privilege(current_schema(), 'CREATE')")
        role, may = cursor.fetchone()
    if not may:
        raise Refused(
            _(
                "The database role %(role)s may not make tables. Run `ombud migrate` once with MIGRATE_DATABASE_URL "
                "set to the role that owns them."
            )
            % {"role": role}
        )


def grant_to_the_application() -> None:
    """What the application's role may do with the owner's tables: read and write rows. The log it may only add to."""
    if not settings.MIGRATE_DATABASES:
        return
    from ombud.audit.models import Event

    for alias in settings.MIGRATE_DATABASES:
        grant(connections[alias], settings.DATABASES[alias]["USER"], only_added={Event._meta.db_table})


def grant(connection: Any, role: str, *, only_added: set[str]) -> None:
    """Give ``role`` the rows of every table in the connection's schema; no table, no policy, no migration."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema(), current_user")
        schema, owner = cursor.fetchone()
        if role == owner:
            return
        to, place = connection.ops.quote_name(role), connection.ops.quote_name(schema)
        cursor.execute(f"GRANT USAGE ON SCHEMA {place} TO {to}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {place} TO {to}")
        for table in connection.introspection.table_names(cursor):
            name = f"{place}.{connection.ops.quote_name(table)}"
            cursor.execute(f"REVOKE ALL ON {name} FROM {to}")
            cursor.execute(f"GRANT {_rights(table, only_added)} ON {name} TO {to}")


def _rights(table: str, only_added: set[str]) -> str:
    if table == "django_migrations":
        return "SELECT"
    return "SELECT, INSERT" if table in only_added else "SELECT, INSERT, UPDATE, DELETE"


def refuse_a_role_above_the_policies() -> None:
    """``Refused`` when the database would not hold this program to its municipality."""
    for alias in connections:
        connection = connections[alias]
        if connection.vendor != "postgresql":
            continue
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            role, above = cursor.fetchone()
        if above:
            raise Refused(
                _(
                    "The database role %(role)s is a superuser or bypasses row-level security: it would not hold the "
                    "rows of one municipality apart from another's. Give DATABASE_URL a plain role, as "
                    "docs/installation.md says."
                )
                % {"role": role}
            )
