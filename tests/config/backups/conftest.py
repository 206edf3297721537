"""A home with an office, made once by a process of its own, and copied for each test."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Home:
    """OMBUD_HOME of one installation, on SQLite unless ``database`` is an address.

    ``cases`` are the first, and the one to be erased later.
    """

    folder: Path
    code: str
    cases: list[str]
    database: str = ""

    def environment(self, **more: str) -> dict[str, str]:
        left_out = ("DATABASE_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE")
        known = {name: value for name, value in os.environ.items() if not name.endswith(left_out)}
        place = {"DATABASE_URL": self.database} if self.database else {}
        return known | {"OMBUD_HOME": str(self.folder)} | place | more

    def ombud(self, *arguments: Any, **more: str) -> subprocess.CompletedProcess[str]:
        return self._run("ombud.config.command", *map(str, arguments), **more)

    def office(self, *arguments: str) -> dict[str, Any]:
        done = self._run("tests.config.backups.office", *arguments)
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout)) if done.stdout else {}

    def empty(self, folder: Path) -> "Home":
        """Another place, where nothing is yet."""
        folder.mkdir()
        return Home(folder, self.code, self.cases)

    def _run(self, module: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(command, env=self.environment(**more), capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("made"), "", [])
    said = home.office("make")
    return Home(home.folder, said["code"], said["cases"])


@pytest.fixture
def home(made: Home, tmp_path: Path) -> Home:
    shutil.copytree(made.folder, tmp_path / "home")
    return Home(tmp_path / "home", made.code, made.cases)


@pytest.fixture
def backed_up(home: Home, tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """Makes a backup; gives the files of content and keys."""

    def backed_up(**more: str) -> tuple[Path, Path]:
        done = home.ombud("backup", "--to", tmp_path / "backups", **more)
        assert done.returncode == 0, done.stderr
        newest = [max((tmp_path / "backups" / kind).iterdir()) for kind in ("content", "keys")]
        return newest[0], newest[1]

    return backed_up
