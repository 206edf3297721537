"""PostgreSQL as the product runs on it: an owner migrates, a plain role runs the pages, the keys have their schema."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.apps import apps

from tests.config.test_whole_process import ombud

SUPERUSER = os.environ.get("SUPERUSER_DATABASE_URL", "")
APPLICATION = os.environ.get("APPLICATION_ROLE", "")
pytestmark = [
    pytest.mark.skipif(not SUPERUSER, reason="needs the server of tests.on_postgres"),
    pytest.mark.timeout(600),
]


def url(role: str, database: str) -> str:
    return SUPERUSER.replace("//postgres:", f"//{role}:").rpartition("/")[0] + f"/{database}"


@contextmanager
def new_database(name: str) -> Iterator[str]:
    """An empty database that belongs to the owner; the application's role may only connect."""
    name = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"
    with psycopg.connect(SUPERUSER, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name} OWNER ombud")
    yield name
    with psycopg.connect(SUPERUSER, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} (FORCE)")


@pytest.fixture
def empty() -> Iterator[str]:
    with new_database("empty") as name:
        yield name


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with new_database("product") as name:
        yield name


@pytest.fixture(scope="module")
def installed(database: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Migrated by the owner, with the example register; the environment of the application."""
    application = {"DATABASE_URL": url(APPLICATION, database)}
    home = tmp_path_factory.mktemp("home")
    made = ombud(home, "migrate", **application, MIGRATE_DATABASE_URL=url("ombud", database))
    assert (made.returncode, made.stderr) == (0, "")
    assert ombud(home, "example", "--municipality", "165", **application).returncode == 0
    return application


def tables(connection: psycopg.Connection[tuple[str, ...]]) -> dict[str, str]:
    rows = connection.execute(
        "SELECT schemaname || '.' || tablename, tableowner FROM pg_tables"
        " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
    )
    return dict(rows.fetchall())


def test_the_keys_lie_in_their_schema_and_nothing_else_does(installed: dict[str, str], database: str) -> None:
    with psycopg.connect(url("ombud", database)) as connection:
        found = tables(connection)
    keys = {model._meta.db_table for model in apps.get_app_config("privacy").get_models(include_auto_created=True)}
    assert keys
    assert {name for name in found if name.startswith("ombud_keys.")} == {
        f"ombud_keys.{table}" for table in keys | {"django_migrations"}
    }
    assert not {name for name in found if name.startswith("public.privacy")}
    assert set(found.values()) == {"ombud"}


def test_each_can_be_dumped_apart(installed: dict[str, str], database: str) -> None:
    for schema, other in (("public", "ombud_keys"), ("ombud_keys", "public")):
        arguments = ["pg_dump", "--schema-only", "-n", schema, url("ombud", database)]
        dumped = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
        assert f"CREATE TABLE {schema}." in dumped
        assert f"{other}." not in dumped


def test_the_application_works_and_owns_nothing(installed: dict[str, str], tmp_path: Path) -> None:
    assert ombud(tmp_path, "account", "bo@raadgiver.example", "--name", "Bo", "--municipality", "165", **installed
                 ).returncode == 0  # fmt: skip
    period = ("--from", "1-4-2024", "--to", "31-3-2025", "--json")
    assert ombud(tmp_path, "statistics", "--municipality", "165", *period, **installed).returncode == 0


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_event SET action = 'x'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
        "ALTER TABLE offices_department DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY wide ON offices_department USING (true)",
        "CREATE TABLE mine (x int)",
        "DELETE FROM django_migrations",
        "CREATE SCHEMA mine",
    ],
)
def test_the_application_can_neither_change_the_log_nor_its_own_walls(
    installed: dict[str, str], database: str, sql: str
) -> None:
    with psycopg.connect(url(APPLICATION, database)) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(sql)


def test_without_a_scope_the_application_sees_no_row(installed: dict[str, str], database: str) -> None:
    for role in (APPLICATION, "ombud"):
        with psycopg.connect(url(role, database)) as connection:
            count = "SELECT count(*) FROM casework_enquiry"
            assert connection.execute(count).fetchone() == (0,)
            connection.execute("SELECT set_config('ombud.municipality', '*', true)")
            assert connection.execute(count).fetchone() == (162,)


def test_a_second_migration_is_possible(installed: dict[str, str], database: str, tmp_path: Path) -> None:
    again = ombud(tmp_path, "migrate", **installed, MIGRATE_DATABASE_URL=url("ombud", database))
    assert again.returncode == 0


def test_the_pages_are_not_served_above_the_policies(empty: str, tmp_path: Path) -> None:
    role = {"DATABASE_URL": url("postgres", empty)}
    found = ombud(tmp_path, "serve", "--port", "8999", **role)
    assert found.returncode == 2
    assert "postgres" in found.stderr
    assert "docs/installation.md" in found.stderr


def test_the_pages_need_tables_that_the_application_cannot_make(empty: str, tmp_path: Path) -> None:
    found = ombud(tmp_path, "work", DATABASE_URL=url(APPLICATION, empty))
    assert found.returncode == 2
    assert "MIGRATE_DATABASE_URL" in found.stderr


def test_one_role_that_owns_its_database_is_enough(empty: str, tmp_path: Path) -> None:
    alone = {"DATABASE_URL": url("ombud", empty)}
    assert ombud(tmp_path, "example", "--municipality", "165", **alone).returncode == 0
    with psycopg.connect(url("ombud", empty)) as connection:
        assert connection.execute("SELECT count(*) FROM casework_enquiry").fetchone() == (0,)
