"""The rehearsal on PostgreSQL, under row-level security and by the plain role that owns the tables."""

import subprocess
import tarfile
from pathlib import Path

import psycopg
import pytest

from tests.claims.markers.installation import SUPERUSER, postgres_database
from tests.config.backups.conftest import Home

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(not SUPERUSER, reason="needs the server of tests.on_postgres"),
]


def test_both_sets_and_a_recovery_code_open_a_case(tmp_path: Path) -> None:
    with postgres_database("before") as before, postgres_database("after") as after:
        (tmp_path / "old").mkdir()
        (tmp_path / "new").mkdir()
        home = Home(tmp_path / "old", "", [], before)
        made = home.office("make")
        done = home.ombud("backup", "--to", tmp_path / "backups")
        assert done.returncode == 0, done.stderr
        content, keys = (next((tmp_path / "backups" / kind).iterdir()) for kind in ("content", "keys"))
        home.office("erase", made["cases"][1])
        restored = Home(tmp_path / "new", "", [], after)
        done = restored.ombud("restore", "--content", content, "--keys", keys)
        assert (done.returncode, done.stderr) == (0, "")
        opened = restored.office("open", made["code"])
        assert opened["titles"] == {made["cases"][0]: "Hjemmehjælp", made["cases"][1]: "Skal slettes"}
        assert opened["documents"] == [72_000, 72_000]
        assert walls(after) == walls(before)
    assert schemas(content, tmp_path) == {"public"}
    assert schemas(keys, tmp_path) == {"ombud_keys"}


def walls(address: str) -> list[tuple[object, ...]]:
    """Every policy, and whether its table forces it."""
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT count(*) FROM casework_casefile").fetchone() == (0,)
        return connection.execute(
            "SELECT tablename, policyname, qual, relrowsecurity, relforcerowsecurity FROM pg_policies"
            " JOIN pg_class ON relname = tablename ORDER BY 1, 2"
        ).fetchall()


def schemas(path: Path, folder: Path) -> set[str]:
    """The schemas whose tables a set holds."""
    with tarfile.open(path) as archive:
        archive.extract("database", folder, filter="data")
    listed = subprocess.run(["pg_restore", "--list", folder / "database"], capture_output=True, text=True, check=True)
    return {line.split()[4] for line in listed.stdout.splitlines() if " TABLE " in line and "TABLE DATA" not in line}
