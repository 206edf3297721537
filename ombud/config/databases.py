"""The two databases: content and keys apart, so that a copy of one says nothing; and who owns their tables."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

KEY_SCHEMA = "ombud_keys"
"""The schema of the key store where content and keys share one PostgreSQL server."""
SECONDS_OPEN = 60

SQLITE: dict[str, Any] = {
    # A writer takes its lock when it begins, so that two never meet half-way with "database is locked".
    "transaction_mode": "IMMEDIATE",
    # How long a second writer waits, in seconds.
    "timeout": 10,
    "init_command": (
        # One file and its journal: of the modes tried, only this one lost no acknowledged save in a power cut.
        "PRAGMA journal_mode=DELETE;"
        # Also the folder entry of the journal is on disk before a save is acknowledged.
        "PRAGMA synchronous=EXTRA;"
        # What is deleted is overwritten, not left in free pages.
        "PRAGMA secure_delete=ON;"
        # A key that refers to nothing is refused.
        "PRAGMA foreign_keys=ON;"
        # 16 MB of pages at hand: halves the time to read a municipality's year out of a million matters.
        "PRAGMA cache_size=-16000;"
    ),
}


def content_and_keys(home: Path) -> dict[str, dict[str, Any]]:
    """Django's DATABASES from DATABASE_URL and KEYS_DATABASE_URL; two SQLite files in ``home`` when neither is set."""
    content = os.environ.get("DATABASE_URL") or f"sqlite:///{home / 'ombud.sqlite3'}"
    keys = os.environ.get("KEYS_DATABASE_URL") or _beside(content) or f"sqlite:///{home / 'keys.sqlite3'}"
    found = {"default": _parsed(content), "keys": _parsed(keys)}
    if _place(found["default"]) == _place(found["keys"]):
        raise ImproperlyConfigured("KEYS_DATABASE_URL must be another database or schema than DATABASE_URL.")
    return found


def owners() -> dict[str, dict[str, Any]]:
    """The same two as MIGRATE_DATABASE_URL and MIGRATE_KEYS_DATABASE_URL name them: the role that owns the tables.

    Empty where the application owns them itself.
    """
    content = os.environ.get("MIGRATE_DATABASE_URL")
    if not content:
        return {}
    keys = os.environ.get("MIGRATE_KEYS_DATABASE_URL") or _beside(content)
    if not keys or _parsed(content)["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("MIGRATE_DATABASE_URL is for PostgreSQL: postgresql://owner:password@host/name")
    return {"default": _parsed(content), "keys": _parsed(keys)}


def _beside(content: str) -> str:
    """The schema of the keys in the same PostgreSQL database; nothing for another kind."""
    if not content.startswith(("postgres://", "postgresql://")):
        return ""
    return f"{content}{'&' if '?' in content else '?'}options=-csearch_path%3D{KEY_SCHEMA}"


def _parsed(url: str) -> dict[str, Any]:
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=SECONDS_OPEN))
    if found["ENGINE"].endswith("sqlite3"):
        found["OPTIONS"] = SQLITE
    return found


def _place(database: dict[str, Any]) -> tuple[object, ...]:
    options = database.get("OPTIONS", {})
    return (database["NAME"], database.get("HOST"), database.get("PORT"), options.get("options"))
