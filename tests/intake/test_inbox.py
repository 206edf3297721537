"""The inbox can be written by anyone on the server and read by nobody without keys."""

import io
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from ombud.audit.models import Event
from ombud.config.command import main
from ombud.intake.actions.inbox import MOST_BYTES, deliver, read_inbox, set_aside, throw_away
from ombud.intake.letter import Enclosure
from ombud.intake.models import InboxItem, InboxPart
from ombud.intake.queries.inbox import enclosures, waiting
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import NoAccess
from ombud.tenancy.scope import scope
from tests.cast import Cast
from tests.unlocked import keyring_of, set_up_keys

MARK = "Mærkesten-4711"


@pytest.fixture
def keys(cast: Cast) -> Keyring:
    return set_up_keys(cast.albertslund, cast.asta)


def test_a_letter_is_written_without_a_key_and_read_with_one(
    in_albertslund: Municipality, keys: Keyring, cast: Cast
) -> None:
    file = Enclosure("afgørelse.pdf", "application/pdf", b"%PDF " + MARK.encode())
    deliver(municipality=in_albertslund, text=MARK, subject="Om mit afslag", sender="a@b.example", channel="mail",
            files=[file])  # fmt: skip
    [item] = read_inbox(municipality=in_albertslund, keys=keys, by=cast.asta)
    assert (item.letter.text, item.letter.subject, item.letter.files[0].name) == (MARK, "Om mit afslag", file.name)
    [opened] = enclosures(InboxItem.objects.get(), keys, "0165")
    assert opened == file


def test_what_lies_in_the_inbox_says_nothing(in_albertslund: Municipality, keys: Keyring) -> None:
    file = Enclosure(f"{MARK}.txt", "text/plain", MARK.encode())
    deliver(municipality=in_albertslund, text=MARK, subject=MARK, sender=MARK, channel="form", files=[file])
    for model in (InboxItem, InboxPart, Event):
        for row in model.objects.values():
            for value in row.values():
                said = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                assert MARK.encode() not in said


def test_who_has_no_key_reads_nothing(in_albertslund: Municipality, keys: Keyring, cast: Cast) -> None:
    item = deliver(municipality=in_albertslund, text=MARK, channel="form")
    for person in (cast.bo, cast.carla):
        with pytest.raises(NoAccess):
            read_inbox(municipality=in_albertslund, keys=keyring_of(person), by=person)
        with pytest.raises(NoAccess):
            set_aside(item=item, keys=keyring_of(person), by=person)
    assert waiting() == 1


def test_set_aside_then_thrown_away(in_albertslund: Municipality, keys: Keyring, cast: Cast) -> None:
    item = deliver(municipality=in_albertslund, text=MARK, channel="form")
    with pytest.raises(ValidationError):
        throw_away(item=item, keys=keys, by=cast.asta)
    set_aside(item=item, keys=keys, by=cast.asta)
    assert read_inbox(municipality=in_albertslund, keys=keys, by=cast.asta) == []
    assert len(read_inbox(municipality=in_albertslund, keys=keys, by=cast.asta, set_aside=True)) == 1
    throw_away(item=item, keys=keys, by=cast.asta)
    assert not InboxItem.objects.exists()


@pytest.mark.parametrize(
    ("text", "sizes"), [("  ", []), ("x", [MOST_BYTES]), ("x", [0] * 51)], ids=["empty", "large", "many"]
)
def test_what_is_empty_or_too_much_is_refused(
    in_albertslund: Municipality, keys: Keyring, text: str, sizes: list[int]
) -> None:
    files = [Enclosure("f", "", bytes(size)) for size in sizes]
    with pytest.raises(ValidationError):
        deliver(municipality=in_albertslund, text=text, channel="form", files=files)
    assert not InboxItem.objects.exists()


def test_the_command_delivers_what_it_cannot_read(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    keys = set_up_keys(cast.albertslund, cast.asta)
    monkeypatch.setattr("sys.stdin", io.StringIO(MARK))
    (tmp_path / "bilag.txt").write_text("bilag")
    assert main(["deliver", "--municipality", "165", "--attach", str(tmp_path / "bilag.txt")]) == 0
    assert MARK not in capsys.readouterr().out
    with scope(cast.albertslund):
        [item] = read_inbox(municipality=cast.albertslund, keys=keys, by=cast.asta)
    assert (item.letter.text, item.letter.files[0].name) == (MARK, "bilag.txt")


def test_the_command_refuses_before_the_office_has_a_key(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(MARK))
    assert main(["deliver", "--municipality", "165"]) == 2
    assert MARK not in capsys.readouterr().err
