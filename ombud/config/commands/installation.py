"""The databases of this installation: made at the first call, found afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from ombud.config.commands.database_roles import (
    as_owner,
    grant_to_the_application,
    make_key_schema,
    refuse_without_the_right_to_make_tables,
)
from ombud.config.commands.refusals import Refused
from ombud.tenancy.scope import everywhere


def make_ready() -> None:
    """Migrate empty databases. ``Refused`` when they were made by an older version and have to be migrated knowingly,
    or when the key store is gone.
    """
    keep_to_the_owner()
    if restoring_mark().exists():
        raise Refused(_("A backup was not restored to the end. Empty the databases and run `ombud restore` again."))
    if not any(has_tables(alias) for alias in connections):
        migrate()
        return
    _refuse_without_keys()
    if any(_unapplied(alias) for alias in connections):
        raise Refused(_("The database is older than the program. Take a copy of it and run `ombud migrate`."))


def migrate(*, new_key_store: bool = False) -> None:
    """Bring both databases up to this version of the program. Two calls at once wait for each other.

    A key store that is missing beside its content is made anew only on request: what was sealed stays unreadable.
    """
    with _alone(), as_owner(), everywhere("a migration changes the rows of every municipality"):
        if not new_key_store:
            _refuse_without_keys()
        refuse_without_the_right_to_make_tables()
        make_key_schema()
        # The keys first: content without them is taken for a loss.
        for alias in ("keys", "default"):
            call_command("migrate", database=alias, interactive=False, verbosity=0)
        grant_to_the_application()


def restoring_mark() -> Path:
    """There while a backup is being restored: what the ledger names may not be destroyed yet."""
    return Path(settings.OMBUD_HOME) / "restoring"


def has_tables(alias: str) -> bool:
    """Whether this database was ever migrated."""
    return "django_migrations" in connections[alias].introspection.table_names()


def _refuse_without_keys() -> None:
    """An empty key store beside content that has known one was lost or not restored."""
    if has_tables("keys") or not has_tables("default"):
        return
    if any(app == "privacy" for app, _name in MigrationRecorder(connections["default"]).applied_migrations()):
        raise Refused(
            _(
                "The key store is missing, and without it no case can be opened. Restore it from its backup with "
                "`ombud restore`. Only if it is lost for good: `ombud migrate --new-key-store`."
            )
        )


def _unapplied(alias: str) -> bool:
    executor = MigrationExecutor(connections[alias])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone() -> Iterator[None]:
    keep_to_the_owner()
    try:
        import fcntl
    except ImportError:  # Windows has no such lock; there a second call fails instead of waiting.
        yield
        return
    with open(settings.OMBUD_HOME / "migrate.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def keep_to_the_owner() -> None:
    """Home and SQLite files are the owner's alone from the first byte; a journal takes the mode of its file."""
    settings.OMBUD_HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
    for alias in connections:
        connection = connections[alias]
        place = Path(str(connection.settings_dict["NAME"]))
        if connection.vendor == "sqlite" and place.is_absolute() and place.parent.is_dir():
            place.touch(mode=0o600)
            place.chmod(0o600)
