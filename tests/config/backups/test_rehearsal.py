"""The rehearsal: everything is lost but two files and a recovery code on paper."""

import os
import tarfile
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from tests.config.backups.conftest import Home

BackedUp = Callable[..., tuple[Path, Path]]
pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif("DATABASE_URL" in os.environ, reason="SQLite in any case: once is enough"),
]


def test_both_sets_and_a_recovery_code_open_a_case(home: Home, backed_up: BackedUp, tmp_path: Path) -> None:
    content, keys = backed_up()
    restored = home.empty(tmp_path / "new")
    done = restored.ombud("restore", "--content", content, "--keys", keys)
    assert (done.returncode, done.stderr) == (0, "")
    opened = restored.office("open", home.code)
    assert opened["titles"][home.cases[0]] == "Hjemmehjælp"
    assert opened["notes"] == ["Citizen called"]
    assert opened["documents"] == [72_000, 72_000]
    modes = {oct(path.stat().st_mode & 0o777) for path in restored.folder.glob("*.sqlite3")}
    assert modes == {"0o600"}


def test_the_sets_are_apart(backed_up: BackedUp) -> None:
    content, keys = backed_up()
    with tarfile.open(content) as one, tarfile.open(keys) as other:
        assert {name.partition("/")[0] for name in one.getnames()} == {"manifest.json", "database", "files"}
        assert set(other.getnames()) == {"manifest.json", "database"}
    assert b"privacy_casekey" not in content.read_bytes()
    assert b"casework_casefile" not in keys.read_bytes()
    assert oct(keys.stat().st_mode & 0o777) == "0o600"


def test_what_was_destroyed_since_is_destroyed_again(home: Home, backed_up: BackedUp, tmp_path: Path) -> None:
    """The copies of before still hold the case and its key; the ledger of a later copy of the keys is applied."""
    content, before = backed_up()
    home.office("erase", home.cases[1])
    _later, keys = backed_up()
    restored = home.empty(tmp_path / "new")
    done = restored.ombud("restore", "--content", content, "--keys", keys)
    assert done.returncode == 0, done.stderr
    opened = restored.office("open", home.code)
    assert list(opened["titles"]) == [home.cases[0]]
    assert len(list((restored.folder / "files").iterdir())) == 1
    old_keys = home.empty(tmp_path / "newer")
    assert old_keys.ombud("restore", "--content", _later, "--keys", before).returncode == 0
    assert list(old_keys.office("open", home.code)["titles"]) == [home.cases[0]]


def test_encrypted_sets_open_with_the_secret_key_only(home: Home, backed_up: BackedUp, tmp_path: Path) -> None:
    identity, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    content, keys = backed_up(BACKUP_RECIPIENT=str(identity.to_public()))
    assert content.name.endswith(".tar.age")
    for path in (content, keys):
        assert path.read_bytes().startswith(b"age-encryption.org/v1")
        assert b"manifest" not in path.read_bytes()
    (tmp_path / "identity").write_text(f"# created by a test\n{identity}\n")
    (tmp_path / "other").write_text(str(other))
    restored = home.empty(tmp_path / "new")
    sets = ("restore", "--content", content, "--keys", keys)
    for wrong in ((), ("--identity", tmp_path / "other")):
        done = restored.ombud(*sets, *wrong)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert restored.ombud(*sets, "--identity", tmp_path / "identity").returncode == 0
    assert restored.office("open", home.code)["notes"] == ["Citizen called"]


def damaged(path: Path, at: float) -> Path:
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 1
    copy = path.with_name(f"damaged-{path.name}")
    copy.write_bytes(content)
    return copy


def test_nothing_is_restored_from_a_damaged_or_wrong_file(home: Home, backed_up: BackedUp, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    content, keys = backed_up(BACKUP_RECIPIENT=str(identity.to_public()))
    (tmp_path / "identity").write_text(str(identity))
    restored = home.empty(tmp_path / "new")
    cut = content.with_name("cut")
    cut.write_bytes(content.read_bytes()[:-70_000])
    pairs = [(damaged(content, 0.5), keys), (content, damaged(keys, 0.9)), (cut, keys), (keys, content)]
    for one, other in pairs:
        done = restored.ombud("restore", "--content", one, "--keys", other, "--identity", tmp_path / "identity")
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert restored.ombud("restore", "--content", content).returncode == 2
    assert not list((restored.folder).glob("files/*"))
    sets = ("--content", content, "--keys", keys, "--identity", tmp_path / "identity")
    assert restored.ombud("restore", *sets).returncode == 0


def test_nothing_is_restored_over_what_is_there(home: Home, backed_up: BackedUp) -> None:
    content, keys = backed_up()
    assert home.ombud("restore", "--content", content, "--keys", keys).returncode == 2
    assert home.office("open", home.code)["notes"] == ["Citizen called"]


def test_a_lost_key_store_comes_back_from_its_set_alone(home: Home, backed_up: BackedUp) -> None:
    _content, keys = backed_up()
    (home.folder / "keys.sqlite3").unlink()
    assert home.ombud("restore", "--keys", keys).returncode == 0
    assert home.office("open", home.code)["notes"] == ["Citizen called"]


def test_after_a_restoring_that_broke_off_nothing_works(home: Home) -> None:
    (home.folder / "restoring").touch()
    done = home.ombud("serve", "--port", "8997")
    assert done.returncode == 2
    assert "ombud restore" in done.stderr


@pytest.mark.parametrize("recipient", ["age1nonsense", "ssh-rsa x"])
def test_an_odd_recipient_is_one_message_and_no_copy(home: Home, tmp_path: Path, recipient: str) -> None:
    done = home.ombud("backup", "--to", tmp_path / "backups", BACKUP_RECIPIENT=recipient)
    assert done.returncode == 2
    assert "BACKUP_RECIPIENT" in done.stderr
    assert not list((tmp_path / "backups").rglob("*.tar*"))
