"""Many who write at the same moment: the chain is never forked, and nobody's line is lost."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from ombud.audit.models import Event
from ombud.audit.queries.verify import verify
from ombud.audit.record import record, record_many
from ombud.identity.models import User

WRITERS, LINES = 4, 25
WRITE = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "ombud.config.settings"
django.setup()
from ombud.audit.models import Event
from ombud.audit.record import record_many
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    record_many([Event(municipality="0165", action="case.read", noun="case", by=sys.argv[1])])
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="an SQLite file of its own")
def test_processes_on_one_sqlite_file(tmp_path: Path) -> None:
    surroundings = {**os.environ, "OMBUD_HOME": str(tmp_path), "SECRET_KEY": "only-for-tests"}
    surroundings.pop("DJANGO_SETTINGS_MODULE", None)
    ombud = [sys.executable, "-m", "ombud.config.command"]
    subprocess.run([*ombud, "migrate"], env=surroundings, check=True, capture_output=True)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(n), str(LINES)], env=surroundings, stdin=subprocess.PIPE, text=True
        )
        for n in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.close()
    assert [writer.wait(timeout=60) for writer in writers] == [0] * WRITERS
    checked = subprocess.run(
        [*ombud, "log", "check", "--language", "en"], env=surroundings, check=True, capture_output=True, text=True
    )
    assert f"0165: {WRITERS * LINES} lines, whole" in checked.stdout


@pytest.mark.skipif(connection.vendor != "postgresql", reason="real transactions side by side")
@pytest.mark.django_db(transaction=True)
def test_threads_on_postgresql() -> None:
    person = User.objects.create_user(email="a@raadgiver.example", name="Asta Eksempel")
    together = threading.Barrier(WRITERS)
    problems: list[BaseException] = []

    def write(number: int) -> None:
        try:
            together.wait()
            for place in range(LINES):
                with transaction.atomic():
                    record("enquiry.corrected", person, by=person, municipality="0165", label=f"{number}-{place}")
                    record_many([Event(municipality="", action="log.head_sent", noun="log")])
        except BaseException as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write, args=[number]) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems
    assert verify("0165").is_whole
    assert (verify("0165").lines, verify("").lines) == (WRITERS * LINES, WRITERS * LINES)
