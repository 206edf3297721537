"""The command as a process of its own, on an empty home."""

import json
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

PUBLISHED = json.loads((Path(__file__).parents[1] / "data" / "albertslund-2024-25.json").read_text(encoding="utf-8"))
# An empty home is migrated in every one of them, on whatever machine.
pytestmark = pytest.mark.timeout(600)


def ombud(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {
        name: value
        for name, value in os.environ.items()
        if name != "DJANGO_SETTINGS_MODULE" and not name.endswith("DATABASE_URL")
    }
    return subprocess.run(
        [sys.executable, "-m", "ombud.config.command", *arguments],
        env=known | {"OMBUD_HOME": str(home)} | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_an_empty_home_is_migrated_and_the_municipality_made_at_the_first_call(tmp_path: Path) -> None:
    made = ombud(tmp_path, "example", "--municipality", "0165")
    assert (made.returncode, made.stderr) == (0, "")
    period = ("--from", "1-4-2024", "--to", "31.03.2025")
    found = ombud(tmp_path, "statistics", "--municipality", "165", *period, "--json")
    assert json.loads(found.stdout)["enquiries"] == PUBLISHED["enquiries"]


@pytest.mark.parametrize(("name", "value"), [("DATABASE_URL", "nonsense://x"), ("BEHIND_HTTPS", "maybe")])
def test_an_odd_environment_is_one_message(tmp_path: Path, name: str, value: str) -> None:
    found = ombud(tmp_path, "migrate", **{name: value})
    assert found.returncode == 2
    assert "Traceback" not in found.stderr


def test_the_server_answers_and_a_termination_signal_also_ends_its_worker(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ombud.config.command", "serve", "--port", str(port)]
    environment = os.environ | {"OMBUD_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "ombud.config.settings"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        assert str(port) in server.stdout.readline()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
            assert answer.status == 200
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
        workers = children.read_text().split() if children.exists() else []
    finally:
        server.terminate()
        assert server.wait(timeout=40) == 0
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def test_what_is_stored_is_the_owners_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert ombud(home, "migrate").returncode == 0
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (home, *home.glob("*.sqlite3"))}
    assert modes == {"home": "0o700", "ombud.sqlite3": "0o600", "keys.sqlite3": "0o600"}


def test_a_lost_key_store_is_not_made_anew_unasked(tmp_path: Path) -> None:
    assert ombud(tmp_path, "migrate").returncode == 0
    (tmp_path / "keys.sqlite3").unlink()
    for command in (("migrate",), ("example", "--municipality", "165"), ("serve", "--port", "8998")):
        found = ombud(tmp_path, *command)
        assert found.returncode == 2
        assert "ombud restore" in found.stderr
    assert ombud(tmp_path, "migrate", "--new-key-store").returncode == 0
