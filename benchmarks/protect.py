"""What to hide: medians of five where a run is under 10 s, the answers compared with what is known before any timing.

    python -m benchmarks.protect [--repeat 5] [--large] [--limit 60]

Tables 1 and 2 of Albertslund together and a table of 140 by 20, whose least cost is known; protection, proof and audit
of both. Random tables of 270 by 30 (and, with --large, of 550 by 50) under a time limit, with the gap that is left.
Where `Rscript` and the package GaussSuppression are there it protects the same tables in the same run.
"""

import argparse
import csv
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from ombud.core.auditing.audit import audit
from ombud.core.disclosure.policy import Policy, Protection
from ombud.core.disclosure.protect import Protected, protect
from ombud.core.disclosure.system import System
from ombud.core.disclosure.two_level import TOTAL, InnerRow, Place, TwoLevelTable

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tables with known answers are the tests'
from benchmarks.audit import seconds
from tests.core.alternatives.tables import published
from tests.core.disclosure.examples import CASES, albertslund, of_table, synthetic

KNOWN = {
    (one["table"], one["protection"]): one
    for one in json.loads((CASES / "sdc_optimal_values.json").read_text(encoding="utf-8"))["cases"]
    if one["attacker_lower_bound"] == 1 and one["weight"] == "value"
}
SLOW = 10.0
HEAD = f"{'table and protection':<40}  cells small others  cost  least    gap  clock s   cpu s"
GAUSS = """
suppressPackageStartupMessages(library(GaussSuppression))
files <- commandArgs(TRUE)
given <- read.csv(files[1], colClasses = c("character", "character", "character", "integer"))
find <- function() GaussSuppressionFromData(given, formula = ~ (theme + subtheme) * column, freqVar = "count",
  maxN = 2, protectZeros = FALSE, secondaryZeros = FALSE, printInc = FALSE)
taken <- system.time(found <- find())[["elapsed"]]
if (taken < 10) taken <- median(replicate(5, system.time(find())[["elapsed"]]))
found$row <- ifelse(found$theme == "Total", found$subtheme, found$theme)
write.csv(found[found$suppressed, c("row", "column")], files[2], row.names = FALSE)
cat(taken)
"""
"""Inner counts in, cells hidden out; names are numbers (r3, c4), and Total is a total."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for a table without a known answer")
    options = parser.parse_args()
    print(HEAD)
    for (name, protection), known in KNOWN.items():
        if name != "albertslund_table2":
            with_known_answer(name, Policy(protection=Protection(protection)), known["optimum"], options.repeat)
    linked, _ = of_table("albertslund_table1_and_2_linked")
    whole(linked, "protection, proof and audit together", options.repeat)
    sizes = [(270, 30), (550, 50)] if options.large else [(270, 30)]
    for rows, columns in sizes:
        without_answer(reportlike(rows, columns), f"random {rows} x {columns}", options.limit)
    others({"albertslund_table2": albertslund()[0], "synthetic_140x20": synthetic()})


def with_known_answer(name: str, policy: Policy, least: int, repeat: int) -> None:
    """Proven in full, and the quick pattern without proof."""
    system, _ = of_table(name)
    found = protect(system, policy, time_limit=None)
    assert found.value == found.lower_bound == least
    checked(system, found, policy)
    repeat = repeat if found.seconds < SLOW else 1
    show(
        f"{name} {policy.protection}", system, found, seconds(lambda: protect(system, policy, time_limit=None), repeat)
    )
    quick = protect(system, policy, time_limit=0)
    checked(system, quick, policy)
    show("  without proof", system, quick, seconds(lambda: protect(system, policy, time_limit=0), repeat))


def without_answer(system: System, name: str, limit: float) -> None:
    """What is reached in the time, and how far from the least it can be at the most."""
    for protection in Protection:
        policy = Policy(protection=protection)
        for what, most in (("without proof", 0.0), (f"limit {limit:.0f} s", limit)):
            started = perf_counter()
            found = protect(system, policy, time_limit=most)
            taken = perf_counter() - started
            checked(system, found, policy)
            show(f"{name} {protection}, {what}", system, found, (taken, taken))


def whole(system: System, what: str, repeat: int) -> None:
    policy = Policy()

    def everything() -> None:
        checked(system, protect(system, policy, time_limit=None), policy)

    show(what, system, protect(system, policy, time_limit=None), seconds(everything, repeat))


def checked(system: System, found: Protected, policy: Policy) -> None:
    """A reader who knows that noughts are shown works out no small count."""
    assert audit(published(system, found.hidden, 1, policy.protection.value)).refused == ()


def reportlike(rows: int, columns: int) -> System:
    """About as many small counts as in a real report of that size; a fixed seed."""
    drawn = random.Random(rows)
    lines, theme = [], 0
    while len(lines) < rows:
        theme += 1
        for number in range(min(drawn.randint(1, 9), rows - len(lines))):
            level = drawn.choice([0.05, 0.1, 0.3, 1.0, 4.0])
            counts = tuple(int(drawn.expovariate(1 / level)) for _ in range(columns))
            lines.append(InnerRow(f"T{theme}", f"T{theme}.{number}", counts))
    return TwoLevelTable(tuple(f"D{place}" for place in range(columns)), tuple(lines)).system()[0]


def others(tables: dict[str, TwoLevelTable]) -> None:
    """The same tables by GaussSuppression, and how many of its small counts a reader who sees the noughts works out."""
    program = shutil.which("Rscript")
    asked = [program or "", "-e", "quit(status = !requireNamespace('GaussSuppression', quietly = TRUE))"]
    if program is None or subprocess.run(asked, capture_output=True, check=False).returncode:
        print("GaussSuppression: not on this machine")
        return
    for name, table in tables.items():
        system, places = table.system()
        hidden, taken = by_gauss(program, table, {place: key for key, place in places.items()})
        small = [key for key in hidden if 0 < system.cells[key].value < 3]
        rest = hidden.difference(small)
        found = audit(published(system, frozenset(hidden), 1, "P1")).refused
        cost = sum(system.cells[key].value for key in rest)
        print(f"{name + ' GaussSuppression':<40}{len(system.cells):>7}{len(small):>6}{len(rest):>7}{cost:>6}", end="")
        print(f"{'':>14}{taken:>9.3f}   {len(found)} of the small counts can be worked out")


def by_gauss(program: str, table: TwoLevelTable, keys: dict[Place, str]) -> tuple[set[str], float]:
    """The keys of what GaussSuppression hides, and the seconds it took without R's start."""
    names = dict(numbered(table))
    columns = {f"c{number}": name for number, name in enumerate(table.columns)} | {"Total": TOTAL}
    rows = {code: name for name, code in names.items()} | {"Total": TOTAL}
    with tempfile.TemporaryDirectory() as folder:
        script, given, found = (Path(folder) / name for name in ("gauss.R", "given.csv", "found.csv"))
        script.write_text(GAUSS, encoding="utf-8")
        with given.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("theme", "subtheme", "column", "count"))
            for theme, row, counts in inner(table):
                writer.writerows((names[theme], names[row], f"c{number}", count) for number, count in enumerate(counts))
        ran = subprocess.run([program, script, given, found], capture_output=True, text=True, check=True)
        with found.open(encoding="utf-8", newline="") as file:
            hidden = {keys[rows[row], columns[column]] for row, column in list(csv.reader(file))[1:]}
    return hidden, float(ran.stdout)


def inner(table: TwoLevelTable) -> list[tuple[str, str, tuple[int, ...]]]:
    """Theme, the name of the row as the table prints it, and the counts."""
    below: dict[str, list[str]] = {}
    theme = ""
    for name, level in table.shown_rows:
        theme = theme if level else name
        below.setdefault(theme, []).extend([name] if level else [])
    left = {theme: iter(names or [theme]) for theme, names in below.items()}
    return [(row.theme, next(left[row.theme]), row.counts) for row in table.rows]


def numbered(table: TwoLevelTable) -> list[tuple[str, str]]:
    """Each printed row with a code for it."""
    return [(name, f"r{number}") for number, (name, _) in enumerate(table.shown_rows)]


def show(name: str, system: System, found: Protected, times: tuple[float, float]) -> None:
    numbers = f"{len(system.cells):>7}{len(found.primaries):>6}{len(found.secondary):>7}{found.value:>6}"
    proven = f"{found.lower_bound:>7.0f}{found.gap:>7.1%}"
    print(f"{name:<40}{numbers}{proven}{times[0]:>9.3f}{times[1]:>8.3f}", flush=True)


if __name__ == "__main__":
    main()
