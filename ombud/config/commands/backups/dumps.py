"""One database to one file and back: SQLite by its own backup in one step, PostgreSQL by pg_dump and pg_restore."""

import os
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from django.db import connections
from django.utils.translation import gettext as _

from ombud.config.commands.refusals import Refused
from ombud.tenancy.sight import EVERYTHING, SETTING


def dump(alias: str, target: Path) -> None:
    """A copy of the database as it stands at one moment."""
    if connections[alias].vendor == "sqlite":
        _copy(connections[alias], target)
    else:
        arguments = ["--format=custom", "--no-owner", "--no-privileges", "--enable-row-security"]
        _run("pg_dump", alias, *arguments, f"--schema={_schema(alias)}", f"--file={target}")


def load(alias: str, source: Path) -> None:
    """Put a copy into an empty database. It is there whole or not at all."""
    connection = connections[alias]
    if connection.vendor != "sqlite":
        schema = _schema(alias)
        with connection.cursor() as cursor:
            # The copy makes its schema itself, except the one that every database has.
            if schema != "public":
                cursor.execute(f"DROP SCHEMA IF EXISTS {schema}")
        listing = _run("pg_restore", None, "--list", str(source)).splitlines()
        wanted = source.with_suffix(".list")
        wanted.write_text("\n".join(line for line in listing if " SCHEMA - public " not in line))
        where = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", f"--use-list={wanted}"]
        try:
            _run("pg_restore", alias, *where, str(source))
        finally:
            wanted.unlink()
        connection.close()
        return
    connection.close()
    place = Path(str(connection.settings_dict["NAME"]))
    with source.open("rb") as file:
        os.fsync(file.fileno())
    source.replace(place)


def _copy(connection: Any, target: Path) -> None:
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)):
        pass
    connection.ensure_connection()
    copy = sqlite3.connect(target)
    try:
        connection.connection.backup(copy, pages=-1)
    finally:
        copy.close()


def _schema(alias: str) -> str:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return cursor.fetchone()[0] or "ombud_keys"


def _run(program: str, alias: str | None, *arguments: str) -> str:
    """Run one of PostgreSQL's programs; the password goes by the environment, never on the command line."""
    environment = dict(os.environ)
    if alias is not None:
        database = connections[alias].settings_dict
        found = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
        environment |= {name: str(database[key]) for key, name in found.items() if database[key]}
        environment["PGOPTIONS"] = f"-c {SETTING}={EVERYTHING}"
        if program == "pg_restore":
            arguments = (f"--dbname={database['NAME']}", *arguments)
    try:
        done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError:
        raise Refused(_("%(program)s is needed and not installed.") % {"program": program}) from None
    if done.returncode:
        raise Refused(f"{program}: {done.stderr.strip()}")
    return done.stdout
