"""Marker strings typed into cases by actions and pages are found nowhere on a disk, however they may be written.

Looked through: both databases and their journals, files, sessions, logs, temporary files and backups; on PostgreSQL
every row of every schema and the server's own folder with its write-ahead log.
"""

import base64
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.claims.markers import visiting
from tests.claims.markers.installation import (
    SUPERUSER,
    Installation,
    Watch,
    filled,
    postgres_database,
    search_postgres,
)
from tests.claims.markers.searching import CPR, STEM, Search, needles, packed_text

CASES, VISITS = 500, 25
SAMPLE = 3
PLANTED = "plantedstem"
"""Another stem for what a test plants, so that it is never mistaken for a leak."""

pytestmark = pytest.mark.timeout(1700)


def live(installation: Installation, cases: int, visits: int) -> tuple[Search, int]:
    """Fill, visit, back up; gives the search of what lies about, with what the watch saw, and the number of markers."""
    made = filled(installation, cases, visits)
    with installation.served() as port, Watch(installation) as watch:
        browser = visiting.Browser(port, made["cookies"])
        for enquiry in made["enquiries"][1:]:
            visiting.make_a_case(browser, enquiry)
        visiting.search(browser)
        visiting.type_while_locked(browser, made["enquiries"][0])
    installation.run("backup", "ombud.config.command", "backup", "--to", str(installation.folder / "backups"))
    search = watch.search
    installation.search(search)
    search.text("addresses", browser.addresses)
    assert browser.answers[500] == 1
    assert "'POST', '/0165/cases/'" in (installation.folder / "logs" / "server").read_text()
    return search, made["markers"] + next(visiting._numbers)


def on_sqlite(folder: Path, cases: int, visits: int) -> None:
    search, markers = live(Installation(folder), cases, visits)
    print(f"SQLite: {markers} markers in {cases + visits} cases; {search.places} places, {search.bytes} bytes looked")
    print(f"through; found in {len(search.found)}")
    assert search.found == {}
    assert search.places > 30
    assert any((folder / "backups" / "keys").iterdir())
    assert any((folder / "home" / "files").iterdir())


def on_postgres(folder: Path, cases: int, visits: int) -> None:
    with postgres_database("markers") as address:
        search, markers = live(Installation(folder, {"DATABASE_URL": address}), cases, visits)
        tables = search_postgres(search, address, folder / "copies")
    print(f"PostgreSQL: {markers} markers in {cases + visits} cases; {tables} tables, {search.places} places,")
    print(f"{search.bytes} bytes looked through; found in {len(search.found)}")
    assert search.found == {}
    assert tables > 60


PLACES = [
    pytest.param(on_sqlite, marks=pytest.mark.skipif(bool(SUPERUSER), reason="SQLite in any case: once is enough")),
    pytest.param(on_postgres, marks=pytest.mark.skipif(not SUPERUSER, reason="needs the server of tests.on_postgres")),
]


@pytest.mark.parametrize("place", PLACES)
def test_a_sample_of_markers_is_found_nowhere(tmp_path: Path, place: Callable[[Path, int, int], None]) -> None:
    place(tmp_path, SAMPLE, SAMPLE)


@pytest.mark.proof
@pytest.mark.parametrize("place", PLACES)
def test_markers_are_found_nowhere(tmp_path: Path, place: Callable[[Path, int, int], None]) -> None:
    place(tmp_path, CASES, VISITS)


WRITTEN = {
    "utf-8": PLANTED.encode(),
    "utf-16-le": PLANTED.encode("utf-16-le"),
    "utf-16-be": PLANTED.encode("utf-16-be"),
    **{f"base64 {shift}": base64.b64encode(b"x" * shift + PLANTED.encode() + b"rest") for shift in range(3)},
    **{
        f"base64 of utf-16 {shift}": base64.b64encode(b"x" * shift + PLANTED.encode("utf-16-le") + b"rest")
        for shift in range(3)
    },
    "hex": PLANTED.encode().hex().encode(),
    "HEX": PLANTED.encode().hex().upper().encode(),
    "cpr": CPR.encode(),
    "cpr without its dash": CPR.replace("-", "").encode(),
    "inside a document": packed_text(),
}


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("before", [0, 3, (1 << 22) - 5])
def test_the_search_finds_what_was_planted(tmp_path: Path, way: str, before: int) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "file").write_bytes(b"\0" * before + WRITTEN[way] + b"after")
    search = Search(needles(PLANTED))
    search.folder(tmp_path)
    assert way in search.found[str(tmp_path / "below" / "file")]


def test_every_way_of_writing_is_tried() -> None:
    assert set(WRITTEN) == set(needles())
    assert STEM.encode() not in packed_text()
    assert zlib.compress(b"x" * 40) not in packed_text()


def test_the_search_finds_a_row_of_a_database(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "file.sqlite3") as database:
        database.execute("CREATE TABLE t (x TEXT)")
        database.execute("INSERT INTO t VALUES (?)", [PLANTED])
    search = Search(needles(PLANTED))
    search.folder(tmp_path)
    assert list(search.found.values()) == [{"utf-8"}]


def test_the_watch_sees_a_file_that_is_there_for_a_moment(tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    with Watch(installation) as watch:
        watch.search.wanted = needles(PLANTED)
        journal = tmp_path / "home" / "ombud.sqlite3-journal"
        journal.write_text(PLANTED)
        while not watch.search.found:
            pass
        journal.unlink()
    assert set(watch.search.found) == {str(journal)}


@pytest.mark.skipif(not SUPERUSER, reason="needs the server of tests.on_postgres")
def test_the_search_finds_a_row_of_postgresql_in_its_table_and_in_its_files(tmp_path: Path) -> None:
    import psycopg

    with postgres_database("planted") as address:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("CREATE SCHEMA other")
            connection.execute("CREATE TABLE other.t (x text)")
            connection.execute("INSERT INTO other.t VALUES (%s)", [PLANTED])
        search = Search(needles(PLANTED))
        assert search_postgres(search, address, tmp_path / "copies") == 1
    places = {"wal" if "pg_wal" in place else Path(place).suffix for place in search.found}
    assert {"wal", ".text", ".binary", ""} <= places


def test_the_sessions_are_unpacked_before_they_are_searched(tmp_path: Path) -> None:
    """A long value lies packed in its table; the search must see through it."""
    installation = Installation(tmp_path)
    installation.run("made", "ombud.config.command", "migrate")
    code = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'ombud.config.settings'; import django; django.setup();"
        "from django.contrib.sessions.backends.db import SessionStore as S;"
        f"s = S(); s['message'] = '{PLANTED} ' * 500; s.save()"
    )
    subprocess.run([sys.executable, "-c", code], env=installation.environment, check=True)
    search = Search(needles(PLANTED))
    installation.search(search)
    assert search.found["sessions"] == {"utf-8"}
