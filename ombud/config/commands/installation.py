"""The database of this installation: made at the first call, found afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from ombud.config.commands.refusals import Refused


def make_ready() -> None:
    """Migrate an empty database. ``Refused`` when it was made by an older version and has to be migrated knowingly."""
    if "django_migrations" not in connection.introspection.table_names():
        migrate()
    elif _unapplied():
        raise Refused(_("The database is older than the program. Take a copy of it and run `ombud migrate`."))


def migrate() -> None:
    """Bring the database up to this version of the program. Two calls at once wait for each other."""
    with _alone():
        for alias in connections:
            call_command("migrate", database=alias, interactive=False, verbosity=0)


def _unapplied() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone() -> Iterator[None]:
    settings.OMBUD_HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    _keep_to_the_owner()
    try:
        import fcntl
    except ImportError:  # Windows has no such lock; there a second call fails instead of waiting.
        yield
        return
    with open(settings.OMBUD_HOME / "migrate.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _keep_to_the_owner() -> None:
    """An SQLite file is the owner's alone from its first byte; its journal takes the same mode."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not name.startswith((":memory:", "file:")) and Path(name).parent.is_dir():
        Path(name).touch(mode=0o600)
