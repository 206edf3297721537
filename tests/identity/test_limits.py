"""A secret may be tried a few times in a while, counted exactly also when many try at the same moment."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from ombud.identity import limits
from ombud.identity.models import Tries

TWO = limits.Limit("two", 2, 60)
WORKER = """
import sys
from concurrent.futures import ThreadPoolExecutor
import django
django.setup()
from ombud.identity import limits
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(4) as pool:
    print(sum(taken is not None for taken in pool.map(lambda _: limits.take(limits.PASSWORD, "asta"), range(12))))
"""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time of the limits; a test turns it."""
    now = [1_000_000.0]
    monkeypatch.setattr(limits, "moment", lambda: now[0])
    return now


def test_after_the_last_try_there_is_none_until_the_first_is_old(db: None, clock: list[float]) -> None:
    assert limits.take(TWO, "asta")
    clock[0] += 30
    assert limits.take(TWO, "asta")
    assert limits.take(TWO, "asta") is None
    clock[0] += 30.1
    assert limits.take(TWO, "asta")
    assert limits.take(TWO, "asta") is None


def test_subjects_and_limits_are_counted_apart_and_letters_do_not_matter(db: None) -> None:
    assert limits.take(TWO, "asta@raadgiver.example")
    assert limits.take(TWO, " Asta@Raadgiver.example")
    assert limits.take(TWO, "ASTA@raadgiver.example") is None
    assert limits.take(TWO, "bo@raadgiver.example")
    assert limits.take(limits.Limit("other", 2, 60), "asta@raadgiver.example")


def test_what_is_given_back_can_be_taken_again(db: None) -> None:
    first = limits.take(TWO, "asta")
    assert first
    limits.take(TWO, "asta")
    limits.give_back(first)
    assert limits.take(TWO, "asta")
    assert limits.take(TWO, "asta") is None
    limits.forget(TWO, "asta")
    assert limits.take(TWO, "asta")


def test_old_rows_are_thrown_away_and_no_row_tells_who(db: None, clock: list[float]) -> None:
    limits.take(TWO, "asta@raadgiver.example")
    assert "asta" not in str(Tries.objects.values())
    limits.forget_old()
    assert Tries.objects.count() == 1
    clock[0] += 61
    limits.forget_old()
    assert not Tries.objects.exists()


def test_threads_and_processes_that_try_at_once_get_ten_together(tmp_path: Path) -> None:
    """Four processes with four threads each, 192 tries in all, on one database file."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "KEYS_DATABASE_URL")
    }
    environment |= {"OMBUD_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "ombud.config.settings"}
    migrate = [sys.executable, "-m", "django", "migrate", "identity", "--verbosity", "0"]
    subprocess.run(migrate, check=True, env=environment)
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _number in range(4)
    ]
    for worker in workers:
        assert worker.stdout
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        assert worker.stdin
        worker.stdin.write("go\n")
        worker.stdin.flush()
    granted = [int(worker.communicate()[0]) for worker in workers]
    assert sum(granted) == 10, granted


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="the test's SQLite lies in memory: see the processes above")
def test_threads_that_try_at_once_get_ten_together() -> None:
    def tries(_number: int) -> bool:
        try:
            return limits.take(limits.PASSWORD, "asta") is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(tries, range(80))) == 10
