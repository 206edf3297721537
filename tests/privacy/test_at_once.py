"""Several who use the key store at the same moment: no case is lost in a rotation, no try goes uncounted."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection, connections

from ombud.privacy.actions import cases, offices, people
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey, OfficeKey
from ombud.privacy.sealing.errors import TooManyTries, WrongSecret
from tests.privacy.people import ANNA, BENT, OFFICE, again, keyring, office_of

CASES, ROTATIONS, TRIES = 12, 4, 8
MEMBERS = {ANNA, BENT}


def work(person: str, user_key: bytes) -> None:
    """Anna makes cases while Bent rotates."""
    keys = Keyring(person, user_key, frozenset({OFFICE}))
    for _ in range(CASES if person == ANNA else 0):
        keys.case_seals(cases.make_case_key(OFFICE, keys))
    for _ in range(ROTATIONS if person == BENT else 0):
        offices.rotate(OFFICE, keys, MEMBERS)


def guesses(person: str) -> list[str]:
    """What becomes of eight wrong passphrases in a row."""
    found = []
    for number in range(TRIES):
        try:
            people.unlock(person, f"forkert adgangssætning nummer {number}")
        except (WrongSecret, TooManyTries) as error:
            found.append(type(error).__name__)
    return found


def assert_all_open(keys: Keyring) -> None:
    assert CaseKey.objects.count() == CASES
    assert set(CaseKey.objects.values_list("office_version", flat=True)) == {ROTATIONS + 1}
    assert OfficeKey.objects.filter(retired_at=None).get().version == ROTATIONS + 1
    assert len(again(keys).many_case_seals(CaseKey.objects.values_list("case", flat=True))) == CASES


@pytest.mark.skipif(connection.vendor != "postgresql", reason="real transactions side by side")
@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_cases_made_while_the_key_rotates_on_postgresql() -> None:
    anna, bent = keyring(ANNA), keyring(BENT)
    office_of(anna, bent)
    _side_by_side(lambda: work(ANNA, anna._user_key), lambda: work(BENT, bent._user_key))
    assert_all_open(anna)
    assert_all_open(bent)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="real transactions side by side")
@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_tries_side_by_side_are_counted_together_on_postgresql() -> None:
    keyring(ANNA)
    found: list[str] = []
    _side_by_side(*[lambda: found.extend(guesses(ANNA))] * 3)
    assert (found.count("WrongSecret"), found.count("TooManyTries")) == (10, 3 * TRIES - 10)


def _side_by_side(*works: Callable[[], None]) -> None:
    problems: list[BaseException] = []
    together = threading.Barrier(len(works))

    def one(work: Callable[[], None]) -> None:
        try:
            together.wait()
            work()
        except BaseException as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems


SCRIPT = """
import sys, django
django.setup()
from tests.privacy import test_at_once as test
what, *given = sys.argv[1:]
if what == "prepare":
    anna, bent = test.keyring(test.ANNA), test.keyring(test.BENT)
    test.office_of(anna, bent)
    print(anna._user_key.hex(), bent._user_key.hex())
elif what == "work":
    sys.stdin.readline()
    test.work(given[0], bytes.fromhex(given[1]))
elif what == "guess":
    sys.stdin.readline()
    print(*test.guesses(test.ANNA))
elif what == "check":
    test.assert_all_open(test.Keyring(test.ANNA, bytes.fromhex(given[0]), frozenset({test.OFFICE})))
    print("open")
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="an SQLite file of its own")
@pytest.mark.timeout(300)
def test_processes_on_one_sqlite_file(tmp_path: Path) -> None:
    (tmp_path / "quick.py").write_text(
        'from ombud.config.settings import *\nOMBUD_ARGON2 = {"memory": 64, "iterations": 1, "lanes": 1}\n'
    )
    root = str(Path(__file__).resolve().parents[2])
    surroundings = {
        **os.environ, "OMBUD_HOME": str(tmp_path), "SECRET_KEY": "only-for-tests", "DJANGO_SETTINGS_MODULE": "quick",
        "PYTHONPATH": os.pathsep.join([str(tmp_path), root]),
    }  # fmt: skip

    def start(*given: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", SCRIPT, *given], env=surroundings, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )  # fmt: skip

    def ended(*started: subprocess.Popen[str]) -> list[str]:
        for process in started:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.close()
            process.stdin = None
        told = [process.communicate(timeout=240)[0] for process in started]
        assert [process.returncode for process in started] == [0] * len(started)
        return told

    migrate = [sys.executable, "-m", "django", "migrate", "--database", "keys", "-v", "0"]
    subprocess.run(migrate, env=surroundings, check=True)
    anna, bent = ended(start("prepare"))[0].split()
    ended(start("work", ANNA, anna), start("work", BENT, bent))
    assert ended(start("check", anna)) == ["open\n"]
    found = " ".join(ended(*[start("guess") for _ in range(3)])).split()
    assert (found.count("WrongSecret"), found.count("TooManyTries")) == (10, 3 * TRIES - 10)
