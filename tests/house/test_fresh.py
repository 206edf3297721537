"""What must not be in any file: a registry's host, a path of one machine, a secret."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOSTS = re.compile(r"(pypi\.org|pythonhosted|registry\.npmjs|deb\.debian|/opt/pypi|/root/|(?<!\.\.)/work/)")


def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_a_machine() -> None:
    this = Path(__file__).resolve()
    for path in tracked():
        if path == this or path.suffix in {".png", ".lock"}:
            continue
        text = path.read_text(errors="ignore")
        assert not HOSTS.search(text), f"{path}: {HOSTS.search(text)}"


def test_what_is_made_is_not_in_the_repository() -> None:
    made = [p for p in tracked() if {"vendor", "node_modules", ".venv", "var", "out"} & set(p.relative_to(ROOT).parts)]
    assert not made
