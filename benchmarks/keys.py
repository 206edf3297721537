"""What the keys cost: unlocking, ten at once, a case with 40 notes, a rotation of 10,000 cases.

    python -m benchmarks.keys [--cases 10000] [--times 5]

Medians, in a fresh key store of its own. Memory is the most the process ever held (resident).
"""

# ruff: noqa: E402 (Django is set up on a home of its own before the models can be imported)
import argparse
import os
import resource
import statistics
import tempfile
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

os.environ["OMBUD_HOME"] = tempfile.mkdtemp(prefix="ombud-benchmark-")
os.environ.setdefault("SECRET_KEY", "only-for-benchmarks")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombud.config.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connections, transaction

from ombud.privacy.actions import cases, offices, people
from ombud.privacy.actions.rewrapping import sealed_case
from ombud.privacy.actions.slots import cost
from ombud.privacy.keyring import Keyring
from ombud.privacy.models import CaseKey
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.derivation import new_key
from ombud.privacy.sealing.passphrases import key_from
from ombud.privacy.seals import Seals

OFFICE = "0165"
PASSPHRASE = "fire tilfældige ord på en seddel"
NOTES = 40
NOTE = "Borgeren ringede om sin sag og bad om at blive ringet op igen i morgen. " * 55
"""About 4 kB, as long as a thorough note of a conversation."""


def seconds(work: Callable[[], object], times: int) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return statistics.median(taken)


def megabytes() -> float:
    """The most the process held in memory so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row(name: str, measured: str, aim: str) -> None:
    print(f"{name:<52}{measured:>12}   {aim}")


def unlocking(times: int) -> None:
    row("Unlocking by passphrase", f"{seconds(lambda: people.unlock('anna', PASSPHRASE), times):.2f} s", "0.3 to 0.8 s")

    def ten() -> None:
        with ThreadPoolExecutor(10) as threads:
            for number in range(10):
                threads.submit(key_from, PASSPHRASE, bytes([number] * 16), cost())

    row("Ten people unlocking at once, until the last is in", f"{seconds(ten, times):.2f} s", "")
    row("... memory of the whole process", f"{megabytes():.0f} MB", "under 700 MB")


def opening(keyring: Keyring, times: int) -> None:
    case = cases.make_case_key(OFFICE, keyring)
    rows = [str(uuid.uuid4()) for _ in range(NOTES)]
    seals = keyring.case_seals(case)
    notes = [(one, seals.seal("note", "text", one, NOTE)) for one in rows]
    key = CaseKey.objects.get(case=case)

    def crypto() -> None:
        mine = Seals(OFFICE, str(case), keyring.case_keys(key, None))
        for one, sealed in notes:
            mine.unseal("note", "text", one, sealed)

    def with_queries() -> None:
        fresh = Keyring("anna", keyring._user_key, keyring.offices)
        mine = fresh.case_seals(case)
        for one, sealed in notes:
            mine.unseal("note", "text", one, sealed)

    alone, asked = (1000 * seconds(work, times * 20) for work in (crypto, with_queries))
    row("Opening a case with 40 notes of 4 kB, cryptography", f"{alone:.2f} ms", "under 1 ms")
    row("... with the queries for its keys", f"{asked:.2f} ms", "")


def rotating(keyring: Keyring, count: int, times: int) -> None:
    opened = keyring.opened(OFFICE)
    named = [uuid.uuid4() for _ in range(count)]
    with transaction.atomic(using=KEYS):
        CaseKey.objects.bulk_create(
            [
                CaseKey(
                    case=case,
                    office=OFFICE,
                    office_version=opened.version,
                    sealed=sealed_case(opened, case, (new_key(),)),
                    made_at="2026-11-21T09:00:00Z",
                )
                for case in named
            ],
            batch_size=500,
        )
    many = seconds(lambda: Keyring("anna", keyring._user_key, keyring.offices).many_case_seals(named), times)
    row(f"The keys of {count:,} cases for a list or a search", f"{many:.2f} s", "")
    taken = seconds(lambda: offices.rotate(OFFICE, keyring, {"anna"}), times)
    row(f"Rotating the office key with {count:,} cases", f"{taken:.2f} s", "")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    call_command("migrate", database=KEYS, verbosity=0)
    user_key, _code = people.make_user_key("anna", PASSPHRASE)
    keyring = Keyring("anna", user_key, frozenset({OFFICE}))
    offices.make_office_key(OFFICE, keyring)
    row("", "measured", "aim")
    unlocking(given.times)
    opening(keyring, given.times)
    rotating(keyring, given.cases, given.times)
    connections.close_all()


if __name__ == "__main__":
    main()
