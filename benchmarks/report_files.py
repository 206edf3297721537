"""The four files of the Albertslund report: the whole process, and warm in one process, with where the time goes.

    python benchmarks/report_files.py [--runs 5]

Aim: under 5 s for the whole process (cold), under 1 s warm. Medians, in milliseconds.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from time import perf_counter
from typing import Any

FIRST, LAST = date(2024, 4, 1), date(2025, 3, 31)


def timed(run: Callable[[], Any], runs: int) -> float:
    taken = []
    for _ in range(runs):
        start = perf_counter()
        run()
        taken.append(perf_counter() - start)
    return statistics.median(taken) * 1000


def ombud(*arguments: str) -> None:
    command = [sys.executable, "-m", "ombud.config.command", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def whole_process(home: str, runs: int) -> None:
    ombud("example", "--municipality", "165")
    period = ("--municipality", "165", "--from", FIRST.isoformat(), "--to", LAST.isoformat())
    show("process: help", timed(lambda: ombud("--help"), runs))
    show("process: statistics", timed(lambda: ombud("statistics", *period, "--json"), runs))
    show("process: four files", timed(lambda: ombud("report", *period, "--out", f"{home}/out"), runs))


def warm(runs: int) -> None:
    import django

    django.setup()
    from django.utils import translation

    from ombud.offices.models import Municipality, ReportingPeriod
    from ombud.reporting import drafts
    from ombud.reporting.actions.reports import make_report
    from ombud.reporting.statistics import statistics_for
    from ombud.tenancy.scope import scope

    with scope(Municipality.objects.get(code="0165")), translation.override("da"):
        report = make_report(period=ReportingPeriod.objects.get(starts_on=FIRST), by=None)
        document, _ = drafts.render(report, translation)
        drafts.write_files(document, translation)
        show("warm: tables and figures", timed(lambda: statistics_for(FIRST, LAST, translation), runs))
        show("warm: numbered document", timed(lambda: drafts.render(report, translation), runs))
        for name in drafts.FORMATS:
            show(f"warm: {name}", timed(lambda name=name: drafts.write_files(document, translation, [name]), runs))

        def everything() -> None:
            drafts.write_files(drafts.render(report, translation)[0], translation)

        show("warm: everything", timed(everything, runs))


def show(what: str, milliseconds: float) -> None:
    print(f"{what:<28} {milliseconds:>8.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    home = tempfile.mkdtemp(prefix="ombud-benchmark-")
    os.environ |= {"OMBUD_HOME": home, "DJANGO_SETTINGS_MODULE": "ombud.config.settings"}
    os.environ.pop("DATABASE_URL", None)
    print(f"{'step':<28} {'ms':>8}")
    whole_process(home, runs)
    warm(runs)


if __name__ == "__main__":
    main()
