"""The whole verdict of the Albertslund example, draft and edition: medians of five, with where the time goes.

    python benchmarks/verdict.py [--runs 5] [--profile]

Counting, the sums, the claims of the texts, what is hidden with its proof, the audit, all problems and the answer; for
an office that prints its small counts as they are and for one that hides them. The first time finds what to hide; later
ones on the same counts remember it. Aim: under 1 s. ``--profile`` names the functions that take most.
"""

import argparse
import cProfile
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from time import perf_counter, process_time
from typing import Any

MUNICIPALITY, FIRST, LAST = "0165", date(2024, 4, 1), date(2025, 3, 31)
LIMITS = {"as_published": "printed as they are", "protect": "hidden"}
MOST = 20


def timed(run: Callable[[], Any], runs: int, before: Callable[[], None] = lambda: None) -> tuple[float, float]:
    """Medians in milliseconds: on the clock, and of the processor."""
    clock, processor = [], []
    for _ in range(runs):
        before()
        started, used = perf_counter(), process_time()
        run()
        clock.append(perf_counter() - started)
        processor.append(process_time() - used)
    return statistics.median(clock) * 1000, statistics.median(processor) * 1000


def show(what: str, times: tuple[float, float], more: str = "") -> None:
    print(f"{what:<46}{times[0]:>9.0f}{times[1]:>9.0f}   {more}", flush=True)


def measure(runs: int, profile: bool) -> None:
    from django.utils import translation

    from ombud.config.commands.office import office
    from ombud.offices.models import Municipality, ReportingPeriod
    from ombud.reporting.actions.editions import freeze
    from ombud.reporting.actions.reports import make_report
    from ombud.reporting.drafts import make_frozen, make_opened
    from ombud.reporting.frozen_texts import content_of
    from ombud.reporting.queries.drafts import open_report, open_sections
    from ombud.reporting.releases import released
    from ombud.reporting.verdict.verdict import judge

    print(f"{'verdict':<46}{'clock ms':>9}{'cpu ms':>9}")
    for choice, words in LIMITS.items():
        with office(MUNICIPALITY) as municipality:
            Municipality.objects.filter(pk=municipality.pk).update(disclosure=choice)
        with office(MUNICIPALITY), translation.override("da"):
            report = make_report(period=ReportingPeriod.objects.get(starts_on=FIRST), by=None)
            page, sections = open_report(report, None), list(open_sections(report, None))
            edition = freeze(report=report, by=None)
            content = content_of(edition, None)

            def of_draft(page: Any = page, sections: Any = sections) -> Any:
                draft = make_opened(page, sections, translation)
                return draft, judge(draft.released, draft.problems, translation, has_checked_names=True)

            def of_edition(content: Any = content, edition: Any = edition) -> Any:
                made = make_frozen(content, translation, edition, tried=True)
                return made, judge(made.released, made.problems, translation, has_checked_names=True)

            released._PATTERNS.clear()
            said = compared(*of_draft(), *of_edition(), choice)
            print(f"small counts {words}: {said}")
            show("draft, the first time", timed(of_draft, runs, released._PATTERNS.clear))
            show("draft, again on the same counts", timed(of_draft, runs))
            show("edition, as publication asks", timed(of_edition, runs))
            if profile:
                released._PATTERNS.clear()
                profiled(of_draft)
                profiled(of_edition)


def compared(draft: Any, of_draft: Any, edition: Any, of_edition: Any, choice: str) -> str:
    """The edition is judged as its draft was, and protection passes its audit; what there is to judge."""
    assert of_draft.answer == of_edition.answer
    assert draft.released.hidden == edition.released.hidden
    if choice == "protect":
        assert draft.released.hidden
        assert not any(one.refused for one in draft.released.audits.values())
    cells, gaps = draft.released.release.system.cells, [one.gap for one in draft.released.protected.values()]
    proven = f" (gap {max(gaps):.1%})" if gaps else ""
    numbers = f"{len(cells)} counts, {len(draft.released.hidden)} hidden{proven}, {len(draft.released.claims)} claims"
    return f"{numbers}; {of_draft.answer}"


def profiled(run: Callable[[], Any]) -> None:
    profile = cProfile.Profile()
    profile.runcall(run)
    pstats.Stats(profile).sort_stats("cumulative").print_stats("ombud/", MOST)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    home = tempfile.mkdtemp(prefix="ombud-benchmark-")
    os.environ |= {"OMBUD_HOME": home, "DJANGO_SETTINGS_MODULE": "ombud.config.settings"}
    os.environ.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "ombud.config.command", "example", "--municipality", MUNICIPALITY]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    import django

    django.setup()
    measure(options.runs, options.profile)


if __name__ == "__main__":
    main()
