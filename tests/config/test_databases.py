"""Content and keys lie apart; SQLite loses no acknowledged save; each PRAGMA is one sentence of the documentation."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction
from django.db.utils import ConnectionHandler
from pytest_django.plugin import DjangoDbBlocker

from ombud.config.databases import content_and_keys, owners

CONTENT = "postgresql://plain:x@db.example/ombud"


@pytest.fixture(autouse=True)
def _no_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "KEYS_DATABASE_URL", "MIGRATE_DATABASE_URL", "MIGRATE_KEYS_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def files(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[ConnectionHandler]:
    """The two SQLite files as the product opens them."""
    handler = ConnectionHandler(content_and_keys(tmp_path))
    with django_db_blocker.unblock():
        yield handler
        handler.close_all()


PRAGMAS = {"journal_mode": "delete", "synchronous": 3, "secure_delete": 1, "foreign_keys": 1, "busy_timeout": 10_000}
"""As SQLite answers: 3 is EXTRA, the timeout is in milliseconds."""


@pytest.mark.parametrize("alias", ["default", "keys"])
@pytest.mark.parametrize("pragma", PRAGMAS)
def test_a_pragma_is_set_on_both_files(files: ConnectionHandler, alias: str, pragma: str) -> None:
    with files[alias].cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (PRAGMAS[pragma],)


@pytest.mark.parametrize("alias", ["default", "keys"])
def test_a_writer_takes_its_lock_when_it_begins(files: ConnectionHandler, alias: str) -> None:
    """Another one cannot even begin to write, though nothing is written yet."""
    connection = files[alias]
    connection.ensure_connection()
    connection._start_transaction_under_autocommit()
    other = sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()
    connection.connection.rollback()


def test_content_and_keys_are_two_files(tmp_path: Path) -> None:
    found = content_and_keys(tmp_path)
    assert [Path(found[alias]["NAME"]).name for alias in ("default", "keys")] == ["ombud.sqlite3", "keys.sqlite3"]


def test_on_postgresql_the_keys_have_a_schema_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", CONTENT)
    found = content_and_keys(tmp_path)
    assert found["keys"]["NAME"] == found["default"]["NAME"] == "ombud"
    assert found["keys"]["OPTIONS"] == {"options": "-csearch_path=ombud_keys"}
    assert not found["default"].get("OPTIONS")


def test_the_keys_may_lie_in_another_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", CONTENT)
    monkeypatch.setenv("KEYS_DATABASE_URL", "postgresql://plain:x@other.example/keys")
    assert content_and_keys(tmp_path)["keys"]["HOST"] == "other.example"


@pytest.mark.parametrize("same", [CONTENT, "postgresql://another:y@db.example/ombud"])
def test_content_and_keys_in_one_place_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, same: str) -> None:
    monkeypatch.setenv("DATABASE_URL", CONTENT)
    monkeypatch.setenv("KEYS_DATABASE_URL", same)
    with pytest.raises(ImproperlyConfigured, match="KEYS_DATABASE_URL"):
        content_and_keys(tmp_path)


def test_an_owner_is_for_postgresql(monkeypatch: pytest.MonkeyPatch) -> None:
    assert owners() == {}
    monkeypatch.setenv("MIGRATE_DATABASE_URL", "postgresql://owner:x@db.example/ombud")
    assert {alias: one["USER"] for alias, one in owners().items()} == {"default": "owner", "keys": "owner"}
    monkeypatch.setenv("MIGRATE_DATABASE_URL", "sqlite:///x")
    with pytest.raises(ImproperlyConfigured, match="MIGRATE_DATABASE_URL"):
        owners()


def test_a_reference_to_nothing_is_refused(files: ConnectionHandler) -> None:
    with files["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE a (id INTEGER PRIMARY KEY)")
        cursor.execute("CREATE TABLE b (a INTEGER REFERENCES a (id))")
        with pytest.raises(IntegrityError):
            cursor.execute("INSERT INTO b VALUES (1)")
    assert not transaction.get_connection().needs_rollback


def test_what_is_deleted_is_overwritten(files: ConnectionHandler) -> None:
    with files["keys"].cursor() as cursor:
        cursor.execute("CREATE TABLE t (x TEXT)")
        cursor.execute("INSERT INTO t VALUES ('HEMMELIGT-MAERKE')")
        path = Path(str(files["keys"].settings_dict["NAME"]))
        assert b"HEMMELIGT-MAERKE" in path.read_bytes()
        cursor.execute("DELETE FROM t")
    assert b"HEMMELIGT-MAERKE" not in path.read_bytes()
