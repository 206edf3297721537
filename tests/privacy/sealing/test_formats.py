"""What this version wrote must open in every later one: bytes that were written once and never change."""

import json
from pathlib import Path

import pytest

from ombud.privacy.sealing.codes import read_code
from ombud.privacy.sealing.letters import open_letter
from ombud.privacy.sealing.passphrases import Cost, key_from
from ombud.privacy.sealing.pieces import unseal_pieces
from ombud.privacy.sealing.place import Place
from ombud.privacy.sealing.texts import unseal

KNOWN = json.loads((Path(__file__).parent / "formats_1.json").read_text())
KEY = bytes.fromhex(KNOWN["key"])
PLACE = Place(*KNOWN["place"])


@pytest.mark.parametrize("known", KNOWN["texts"], ids=lambda known: f"{len(known['plain'])} letters")
def test_a_text_of_version_1_opens(known: dict[str, str]) -> None:
    assert unseal(KEY, bytes.fromhex(known["sealed"]), PLACE).decode() == known["plain"]


def test_a_letter_of_version_1_opens() -> None:
    known = KNOWN["letter"]
    assert open_letter(KEY, bytes.fromhex(known["sealed"]), PLACE).decode() == known["plain"]


def test_a_file_of_version_1_opens() -> None:
    known = KNOWN["pieces"]
    assert b"".join(unseal_pieces(KEY, [bytes.fromhex(known["sealed"])])).decode() == known["plain"]


def test_a_passphrase_gives_the_key_of_version_1() -> None:
    known = KNOWN["passphrase"]
    derived = key_from(known["typed"], bytes.fromhex(known["salt"]), Cost(*known["cost"]), *known["context"])
    assert derived.hex() == known["key"]


def test_a_code_of_version_1_reads() -> None:
    known = KNOWN["code"]
    code = read_code(known["printed"])
    assert (code.kind, code.belongs.hex(), code.secret.hex()) == (known["kind"], known["belongs"], known["secret"])
