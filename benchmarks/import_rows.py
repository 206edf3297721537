"""Importing a register against reading the same file with pandas alone: plan and apply, on SQLite.

    .venv/bin/python benchmarks/import_rows.py [--rows 100000] [--rounds 5]

Prints the medians in seconds and their ratio, for a first import and for the same file once more.
"""

import argparse
import io
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

os.environ["OMBUD_HOME"] = tempfile.mkdtemp(prefix="ombud-benchmark-")
os.environ.setdefault("SECRET_KEY", "only-for-benchmarks")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombud.config.settings")
os.environ.pop("DATABASE_URL", None)

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from ombud.casework.actions import imports  # noqa: E402
from ombud.casework.models import Enquiry, Matter  # noqa: E402
from ombud.offices.actions.profiles import load_shipped  # noqa: E402
from ombud.offices.models import Channel, Department, EnquiryType, Municipality, Theme  # noqa: E402
from ombud.reporting.importing import IMPORTERS  # noqa: E402
from ombud.tenancy.scope import scope  # noqa: E402


def register(rows: int) -> bytes:
    """A register of so many matters: four enquiries in five have one matter, the fifth has two."""
    draw = random.Random(41)
    first = date(2024, 4, 1)
    departments = [row.name for row in Department.objects.filter(parent=None)]
    subthemes = list(Theme.objects.filter(parent__isnull=False, parent__parent=None).select_related("parent"))
    types, channels = [row.name for row in EnquiryType.objects.all()], [row.name for row in Channel.objects.all()]
    lines = ["Sagsnr;Modtaget;Afsluttet;Kanal;Type;Afdeling;Rolle;Tema;Emne;Anonym"]
    number = 0
    while len(lines) <= rows:
        number += 1
        received = first + timedelta(days=draw.randrange(365))
        closed = received + timedelta(days=draw.randrange(60))
        head = f"{number}/2024;{received:%d-%m-%Y};{closed:%d-%m-%Y};{draw.choice(channels)};{draw.choice(types)}"
        for role in ("Hovedsag", "Følgesag")[: 2 if number % 5 == 0 else 1]:
            theme = draw.choice(subthemes)
            lines.append(f'{head};"{draw.choice(departments)}";{role};{theme.parent.name};"{theme.name}";Nej')
    return "\n".join(lines[: rows + 1]).encode()


def said(done: int, total: int | None) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:>9,} / {total or 0:,}", end="", file=sys.stderr)


def bring_in(content: bytes) -> tuple[float, float]:
    """Seconds for the plan and for writing it."""
    importer = IMPORTERS["registrations"]
    begun = time.perf_counter()
    run = imports.start(content=io.BytesIO(content), file_name="register.csv", kind="registrations", by=None)
    run = imports.read(run=run, importer=importer, progress=said)
    assert run.state == "ready", run.plan["problems"][:2]
    planned = time.perf_counter()
    imports.apply(run=run, importer=importer, by=None, progress=said)
    return planned - begun, time.perf_counter() - planned


def measure(content: bytes, rounds: int) -> dict[str, list[float]]:
    import pandas

    times: dict[str, list[float]] = {"pandas": [], "plan": [], "apply": [], "plan again": [], "apply again": []}
    for _round in range(rounds):
        Matter.objects.all().delete()
        Enquiry.objects.all().delete()
        begun = time.perf_counter()
        pandas.read_csv(io.BytesIO(content), sep=";")
        times["pandas"].append(time.perf_counter() - begun)
        for names in (("plan", "apply"), ("plan again", "apply again")):
            for name, seconds in zip(names, bring_in(content), strict=True):
                times[name].append(seconds)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    municipality: Municipality = load_shipped(code="0165", by=None)
    with scope(municipality):
        content = register(options.rows)
        times = {name: statistics.median(seconds) for name, seconds in measure(content, options.rounds).items()}
    print(f"\n{options.rows:,} rows, {len(content) / 1e6:.1f} MB, medians of {options.rounds}")
    for name, seconds in times.items():
        print(f"{name:<12} {seconds:7.3f} s   {seconds / times['pandas']:6.1f} x pandas")
    whole = times["plan"] + times["apply"]
    print(f"{'first import':<12} {whole:7.3f} s   {whole / times['pandas']:6.1f} x pandas")
    Path(os.environ["OMBUD_HOME"], "db.sqlite3").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
