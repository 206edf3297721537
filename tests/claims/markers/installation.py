"""An installation filled with markers, and everything that lies on a disk of it."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.claims.markers.searching import Search

SUPERUSER = os.environ.get("SUPERUSER_DATABASE_URL", "")
SECONDS = 1500


@dataclass
class Installation:
    """``home`` with databases and files, ``temporary``, ``logs`` of every process, ``backups``."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("home", "temporary", "logs", "backups"):
            (self.folder / name).mkdir()
        left_out = ("DATABASE_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE")
        known = {name: value for name, value in os.environ.items() if not name.endswith(left_out)}
        places = {"OMBUD_HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "temporary")}
        self.environment = known | places | self.environment

    def run(self, log: str, *arguments: str) -> str:
        """Standard output of a process whose standard error goes into a log."""
        with (self.folder / "logs" / log).open("a") as errors:
            done = subprocess.run(
                [sys.executable, "-m", *arguments], env=self.environment, stdout=subprocess.PIPE, stderr=errors,
                text=True, timeout=SECONDS,
            )  # fmt: skip
        assert done.returncode == 0, (self.folder / "logs" / log).read_text()[-3000:]
        return done.stdout

    @contextmanager
    def served(self) -> Iterator[int]:
        """The port of a server that logs everything it can."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        log = self.folder / "logs" / "server"
        with log.open("w") as errors:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.claims.markers.serving", "serve", "--no-worker", "--port", str(port)],
                env=self.environment, stdout=subprocess.PIPE, stderr=errors, text=True,
            )  # fmt: skip
        try:
            assert process.stdout is not None
            assert str(port) in process.stdout.readline(), log.read_text()
            yield port
            assert process.poll() is None, log.read_text()[-3000:]
        finally:
            process.terminate()
            process.wait(40)

    def search(self, search: Search) -> None:
        """Databases, files, logs, temporary files, sessions and backups."""
        search.folder(self.folder)
        search.text("sessions", self.run("sessions", "tests.claims.markers.sessions").splitlines())


class Watch(threading.Thread):
    """Looks again and again at what is there for moments: SQLite's journals, temporary files, arriving uploads."""

    def __init__(self, installation: Installation) -> None:
        super().__init__(daemon=True)
        self.search, self._folder, self._stop_now = Search(), installation.folder, threading.Event()

    def run(self) -> None:
        home = self._folder / "home"
        while not self._stop_now.wait(0.01):
            for path in [*home.glob("*-journal"), *home.glob("arriving/*"), *self._folder.glob("temporary/**/*")]:
                if path.is_file():
                    self.search.file(path)

    def __enter__(self) -> "Watch":
        self.start()
        return self

    def __exit__(self, *problem: Any) -> None:
        self._stop_now.set()
        self.join()


@contextmanager
def postgres_database(name: str) -> Iterator[str]:
    """The address of an empty database on the server of tests.on_postgres, as its plain role."""
    name = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'one')}"
    with psycopg.connect(SUPERUSER, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name} OWNER ombud")
    yield SUPERUSER.replace("//postgres:", "//ombud:").rpartition("/")[0] + f"/{name}"
    with psycopg.connect(SUPERUSER, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} (FORCE)")


def search_postgres(search: Search, address: str, copies: Path) -> int:
    """Every row of every table in every schema, read by a superuser; then the server's folder with its log of writes.

    Returns how many tables there were.
    """
    superuser = SUPERUSER.rpartition("/")[0] + "/" + address.rpartition("/")[2]
    copies.mkdir()
    with psycopg.connect(superuser, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT LIKE 'pg\\_%'"
            " AND schemaname <> 'information_schema'"
        ).fetchall()
        for (table,) in tables:
            for form in ("text", "binary"):
                with (
                    (copies / f"{table}.{form}").open("wb") as file,
                    connection.cursor().copy(f"COPY {table} TO STDOUT (FORMAT {form})") as rows,
                ):
                    for row in rows:
                        file.write(row)
        connection.execute("CHECKPOINT")
    search.folder(copies)
    search.folder(Path(os.environ["POSTGRES_DATA"]))
    return len(tables)


def filled(installation: Installation, cases: int, visits: int) -> dict[str, Any]:
    """Make the cases by the actions; gives what a visitor needs."""
    made: dict[str, Any] = json.loads(
        installation.run("filling", "tests.claims.markers.filling", str(cases), str(visits))
    )
    return made
