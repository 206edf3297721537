"""What a reader can work out, and what other ways cost: medians of at least five runs, the answers checked first.

    python -m benchmarks.audit [--repeat 5] [--large]

The audit of Albertslund's tables 1 and 2 together with every interval; of a random table of 140 by 20 (and, with
--large, of 550 by 50); the search among more than 50 ways to print table 2; rounding to 3 and 5.
"""

import argparse
import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from ombud.core.alternatives.compare import compare
from ombud.core.alternatives.counts import Counts, Line
from ombud.core.alternatives.variants import variants
from ombud.core.auditing.audit import Audit, audit
from ombud.core.auditing.how import attack_on
from ombud.core.auditing.release import Release
from ombud.core.disclosure.policy import Policy
from ombud.core.disclosure.protect import protect
from ombud.core.disclosure.system import Cell, Relation, System
from ombud.core.rounding.controlled import round_controlled
from ombud.core.rounding.small_counts import round_small_counts

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tables with known answers are the tests'
from tests.core.alternatives.tables import albertslund, published, synthetic
from tests.core.auditing.albertslund import tables_one_and_two


def linked() -> System:
    """Tables 1 and 2 of Albertslund as one system."""
    values, relations = tables_one_and_two()
    cells = {name: Cell(value) for name, value in values.items()}
    return System(cells, tuple(Relation(total, parts) for total, parts in relations))


def large(rows: int, columns: int) -> System:
    """Mostly noughts and ones, some hundreds, five subthemes a theme; a fixed seed."""
    drawn = random.Random(550)
    names = tuple(f"D{place}" for place in range(columns))
    lines = []
    for place in range(rows):
        level = drawn.choice([0.1, 0.3, 1.0, 3.0])
        counts = tuple(int(drawn.expovariate(1 / level)) for _ in names)
        lines.append(Line(f"T{place // 5}", f"S{place}", counts))
    return Counts(names, tuple(lines)).system()


def seconds(work: Callable[[], object], repeat: int) -> tuple[float, float]:
    """The median time of a piece of work on the clock, and of the processor (what counts on a busy machine)."""
    clock, processor = [], []
    for _ in range(repeat):
        started, used = perf_counter(), process_time()
        work()
        clock.append(perf_counter() - started)
        processor.append(process_time() - used)
    return statistics.median(clock), statistics.median(processor)


def protected(system: System) -> Release:
    """As it would be printed with protection P2, found quickly."""
    pattern = protect(system, Policy(), time_limit=0.0)
    release = published(system, pattern.hidden)
    assert audit(release).refused == ()
    return release


def show(what: str, times: tuple[float, float], more: str) -> None:
    print(f"{what:48} {1000 * times[0]:9.1f} ms, processor {1000 * times[1]:9.1f} ms   {more}")


def audits(repeat: int, with_large: bool) -> None:
    tables = {"audit Albertslund, tables 1 and 2": linked(), "audit 140 x 20": synthetic().system()}
    if with_large:
        tables["audit 550 x 50"] = large(550, 50)
    for name, system in tables.items():
        release = protected(system)
        time = seconds(lambda release=release: audit(release), repeat)
        show(name, time, f"{len(system.cells)} counts, {len(release.hidden)} hidden, all intervals exact")
    system = linked()
    bare = published(system, frozenset(name for name, cell in system.cells.items() if 0 < cell.value < 3))
    found: Audit = audit(bare)
    first = found.refused[0]
    time = seconds(lambda: attack_on(bare, first, found.intervals[first]), repeat)
    show("the attack that works, one count", time, f"{len(found.refused)} would be given away")


def others(repeat: int) -> None:
    number = len(list(variants(albertslund())))
    time = seconds(lambda: compare(albertslund(), Policy()), repeat)
    show("search among ways, Albertslund table 2", time, f"{number} ways")
    for name, counts in (("Albertslund table 2", albertslund()), ("140 x 20", synthetic())):
        system = counts.system()
        for base in (3, 5):
            whole, small = round_controlled(system, base), round_small_counts(system, base)
            time = seconds(lambda system=system, base=base: round_controlled(system, base), repeat)
            show(f"round {name} to {base}", time, f"mean change {float(whole.mean_change):.3f}, proven least")
            time = seconds(lambda system=system, base=base: round_small_counts(system, base), repeat)
            show(
                f"round small counts, {name}, to {base}",
                time,
                f"mean change {float(small.mean_change):.3f}, proven least",
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--large", action="store_true")
    options = parser.parse_args()
    audits(options.repeat, options.large)
    others(options.repeat)
