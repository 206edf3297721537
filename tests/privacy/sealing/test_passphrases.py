import threading
import time
from typing import Any

import pytest

from ombud.privacy.sealing import passphrases
from ombud.privacy.sealing.errors import Damaged
from ombud.privacy.sealing.passphrases import LEAST, Cost, key_from, stored_cost

QUICK = Cost(memory=64, iterations=1)
SALT = bytes(16)


def test_what_goes_in_decides_the_key() -> None:
    keys = {
        key_from("et langt kodeord", SALT, QUICK, "slot"),
        key_from("et andet kodeord", SALT, QUICK, "slot"),
        key_from("et langt kodeord", bytes(15) + b"x", QUICK, "slot"),
        key_from("et langt kodeord", SALT, Cost(memory=128, iterations=1), "slot"),
        key_from("et langt kodeord", SALT, QUICK, "another slot"),
    }
    assert len(keys) == 5
    assert key_from("et langt kodeord", SALT, QUICK, "slot") in keys


def test_danish_letters_are_the_same_however_the_keyboard_makes_them() -> None:
    assert key_from("bl\u00e5b\u00e6r", SALT, QUICK) == key_from("bla\u030ab\u00e6r", SALT, QUICK)


def test_what_is_asked_for_by_default() -> None:
    assert Cost() == Cost(memory=128 * 1024, iterations=3, lanes=1)
    assert stored_cost(Cost().stored(), LEAST) == Cost()


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 64 * 1024 - 1}, {"memory": 1024 * 1024 + 1}, {"iterations": 1}, {"iterations": 21}, {"lanes": 0},
        {"lanes": 5}, {"memory": "131072"}, {"memory": None}, {"iterations": True}, {"memory": -1},
    ],
)  # fmt: skip
def test_a_cost_outside_the_bounds_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        stored_cost(Cost().stored() | change, LEAST)


@pytest.mark.parametrize("stored", [None, [], {}, {"memory": 131072}, "131072"])
def test_a_cost_of_another_shape_is_refused(stored: object) -> None:
    with pytest.raises(Damaged):
        stored_cost(stored, LEAST)


def test_at_most_three_derive_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, lock = 0, 0, threading.Lock()

    class Slow:
        def __init__(self, **_cost: int) -> None: ...

        def derive(self, _typed: bytes) -> bytes:
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            time.sleep(0.02)
            with lock:
                running -= 1
            return bytes(32)

    monkeypatch.setattr(passphrases, "Argon2id", lambda **cost: Slow(**cost))
    threads = [threading.Thread(target=key_from, args=("x", SALT, QUICK)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 3
