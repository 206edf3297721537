"""Where a row lives: keys in the key store, everything else with the content; never both in one database."""

from typing import Any

KEYS = "keys"
"""The alias of the key store among Django's databases."""


class KeyStoreRouter:
    """Keys of this room go to the key store, and nothing else does."""

    def db_for_read(self, model: type, **hints: Any) -> str | None:
        return KEYS if _is_ours(model._meta.app_label) else None  # type: ignore[attr-defined]

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool | None:
        return bool(_is_ours(one._meta.app_label) == _is_ours(other._meta.app_label)) or None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == KEYS) == _is_ours(app_label)


def _is_ours(app_label: str) -> bool:
    return app_label == "privacy"
