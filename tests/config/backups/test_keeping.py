"""Copies of the keys are kept for thirty days and then overwritten; those of the content may stay."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ombud.config.commands.backups import making

NOW = datetime(2024, 11, 12, 3, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> Path:
    """Where backups go; the copying of the databases is another test's matter."""
    monkeypatch.setattr(making, "dump", lambda alias, target: target.write_bytes(alias.encode()))
    return tmp_path


def test_copies_of_the_keys_older_than_thirty_days_go(folder: Path) -> None:
    for days in (31, 29, 0):
        making.make_backup(folder, folder, NOW - timedelta(days=days))
    kept = sorted(path.name[5:13] for path in (folder / "keys").iterdir())
    assert kept == ["20241014", "20241112"]
    assert len(list((folder / "content").iterdir())) == 3


def test_another_file_in_the_folder_is_left_alone(folder: Path) -> None:
    (folder / "keys").mkdir()
    (folder / "keys" / "README").write_text("mine")
    (folder / "keys" / "keys-of-the-office.pdf").write_text("mine")
    making.make_backup(folder, folder, NOW)
    assert {"README", "keys-of-the-office.pdf"} <= {path.name for path in (folder / "keys").iterdir()}


def test_an_old_copy_is_filled_with_noughts_before_it_goes(folder: Path) -> None:
    old = folder / "old"
    old.write_bytes(b"secret" * 100_000)
    another_name = folder / "linked"
    another_name.hardlink_to(old)
    making.overwrite(old)
    assert not old.exists()
    assert another_name.read_bytes() == bytes(600_000)


def test_the_keys_may_go_to_another_place(folder: Path) -> None:
    content, keys = making.make_backup(folder / "a", folder / "b", NOW)
    assert (content.parent, keys.parent) == (folder / "a" / "content", folder / "b" / "keys")


def test_a_failed_backup_leaves_nothing_half(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(archive: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "_add_files", fail)
    with pytest.raises(OSError, match="space"):
        making.make_backup(folder, folder, NOW)
    assert [path for path in folder.rglob("*") if path.is_file()] == []
