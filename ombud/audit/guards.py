"""Triggers that make the database itself refuse to change or take away a line, whatever asks for it.

They are made after every migration (``apps.py``), since a migration that makes the table anew would lose them. The
owner of the database can drop them; the chain then tells what was done.
"""

from typing import Any

TABLE = "audit_event"
REFUSAL = "the log is append-only"

SQLITE = {
    "audit_event_is_not_changed": f"BEFORE UPDATE ON {TABLE}",
    "audit_event_is_not_taken_away": f"BEFORE DELETE ON {TABLE}",
    # REPLACE takes a line away without asking the trigger above.
    "audit_event_is_not_replaced": f"BEFORE INSERT ON {TABLE} WHEN EXISTS ("  # noqa: S608
    f"SELECT 1 FROM {TABLE} WHERE id = NEW.id OR (municipality = NEW.municipality AND position = NEW.position))",
}
POSTGRESQL = {
    "audit_event_is_not_changed": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW",
    "audit_event_is_not_emptied": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT",
}


def close(connection: Any) -> None:
    """Make the triggers; called again it changes nothing."""
    open_again(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            for name, when in POSTGRESQL.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION audit_refuse()")
        else:
            for name, when in SQLITE.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END")


def open_again(connection: Any) -> None:
    """Drop the triggers: for the migration of an older database and for tests that empty theirs."""
    names, of = (POSTGRESQL, f" ON {TABLE}") if connection.vendor == "postgresql" else (SQLITE, "")
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of}")
